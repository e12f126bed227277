using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Language;

/// <summary>
/// Reads the rule book's language: figures, cells «T3[2013101,4]», + - * /, SUM ROUND ABS MAX MIN RATE, comparisons = ≤ ≥, and in
/// conditions also &lt; &gt; ≠ 且 或.
/// templates/README.md documents it for finance staff.
/// </summary>
public sealed class Parser
{
    private static readonly Dictionary<string, Function> Functions = Enum.GetValues<Function>()
        .ToDictionary(function => function.ToString(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal)
    {
        ["="] = Comparison.Equal,
        ["≤"] = Comparison.AtMost,
        ["≥"] = Comparison.AtLeast,
        ["<"] = Comparison.Below,
        [">"] = Comparison.Above,
        ["≠"] = Comparison.Unequal,
    };

    private readonly FormNames _names;
    private readonly FormDefinition? _own;
    private readonly List<Token> _tokens;
    private int _at;

    private Parser(string text, FormNames names, FormDefinition? own)
    {
        _names = names;
        _own = own;
        _tokens = Tokenizer.Tokenize(text);
    }

    private Token Current => _tokens[_at];

    /// <summary>Reads one figure: a cell, a sum of cells, a number, or these added and multiplied.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">What names mean.</param>
    /// <param name="own">The form that «本表» means; null when there is none.</param>
    /// <param name="columns">The columns that «本栏» may mean; null when it has no meaning here.</param>
    /// <param name="wanted">What the figure must count; null for either.</param>
    /// <exception cref="LanguageException">The expression cannot be understood, or adds money to plain numbers.</exception>
    public static Expression Figure(
        string text, FormNames names, FormDefinition? own = null, IReadOnlyList<ColumnId>? columns = null, Dimension? wanted = null)
    {
        var parser = new Parser(text, names, own);
        var figure = parser.Sum();
        parser.ExpectEnd();
        return new DimensionBinder(names.Money, columns).Bind(figure, wanted);
    }

    /// <summary>Reads a relation: two figures with = ≤ or ≥ between them.</summary>
    /// <param name="text">The relation.</param>
    /// <param name="names">What names mean.</param>
    /// <param name="own">The form that «本表» means; null when there is none.</param>
    /// <exception cref="LanguageException">The relation cannot be understood, or compares money with plain numbers.</exception>
    public static Comparing Relation(string text, FormNames names, FormDefinition? own = null)
    {
        var parser = new Parser(text, names, own);
        var relation = parser.Comparing(strictAllowed: false);
        parser.ExpectEnd();
        return new DimensionBinder(names.Money, null).Bind(relation);
    }

    /// <summary>
    /// Reads a condition: comparisons with = ≤ ≥ &lt; &gt; ≠, joined by 且 (AND) and 或 (OR); 且 binds tighter, brackets decide.
    /// </summary>
    /// <param name="text">The condition.</param>
    /// <param name="names">What names mean.</param>
    /// <param name="own">The form that «本表» means; null when there is none.</param>
    /// <exception cref="LanguageException">The condition cannot be understood, or compares money with plain numbers.</exception>
    public static Condition Condition(string text, FormNames names, FormDefinition? own = null)
    {
        var parser = new Parser(text, names, own);
        var condition = parser.Alternatives();
        parser.ExpectEnd();
        return new DimensionBinder(names.Money, null).Bind(condition);
    }

    /// <summary>Reads which rows of which form a rule speaks of: «T3[类]», «T3[类,款]», «T9[全部]».</summary>
    /// <exception cref="LanguageException">The rows cannot be understood.</exception>
    public static (FormDefinition Form, IReadOnlyList<RowSelector> Rows) Rows(string text, FormNames names)
    {
        var parser = new Parser(text, names, null);
        var form = parser.FormName();
        var rows = new List<RowSelector>();
        do
        {
            rows.Add(parser.RowSelector(form));
        }
        while (parser.TryTake(","));

        parser.Expect("]");
        parser.ExpectEnd();
        return (form, rows);
    }

    /// <summary>Reads columns of a form: «3», «3:8», «3,5:8».</summary>
    /// <exception cref="LanguageException">The columns cannot be understood.</exception>
    public static IReadOnlyList<ColumnId> Columns(string text, FormDefinition form, FormNames names)
    {
        var parser = new Parser(text, names, form);
        var columns = new List<ColumnId>();
        do
        {
            switch (parser.ColumnSelector(form))
            {
                case ColumnSelector.One one:
                    columns.Add(one.Column);
                    break;
                case ColumnSelector.Range range:
                    columns.AddRange(form.Between(range.First, range.Last).Select(column => column.Id));
                    break;
                default:
                    throw new LanguageException("这里不能用 本栏", parser.Current.Column);
            }
        }
        while (parser.TryTake(","));

        parser.ExpectEnd();
        return columns;
    }

    private Condition Alternatives()
    {
        var parts = new List<Condition> { Together() };
        while (TryTakeWord("或", "OR")) parts.Add(Together());
        return parts.Count == 1 ? parts[0] : new Condition.Any(parts);
    }

    private Condition Together()
    {
        var parts = new List<Condition> { OneCondition() };
        while (TryTakeWord("且", "AND")) parts.Add(OneCondition());
        return parts.Count == 1 ? parts[0] : new Condition.All(parts);
    }

    private Condition OneCondition()
    {
        if (Words() is { } words) return words;
        if (!BracketHoldsComparison()) return new Condition.Compares(Comparing(strictAllowed: true));
        Expect("(");
        var inner = Alternatives();
        Expect(")");
        return inner;
    }

    /// <summary>«unit[性质] = 行政/参照»: no row is named, so words are asked for; null for a comparison of figures.</summary>
    private Condition.Says? Words()
    {
        if (_at + 4 >= _tokens.Count || _tokens[_at].Kind != TokenKind.Word || _tokens[_at + 1].Text != "[") return null;
        var close = _tokens.FindIndex(_at, token => token is { Kind: TokenKind.Symbol, Text: "]" or "," });
        if (close < 0 || _tokens[close].Text != "]" || _tokens[close + 1] is not { Kind: TokenKind.Symbol, Text: "=" or "≠" or "<>" })
            return null;
        var form = FormName();
        var column = ColumnOf(form, TakePath("栏"));
        Expect("]");
        var isWanted = Take().Text == "=";
        var words = new List<string>();
        do
        {
            words.Add(TakeWord("要找的词").Text);
        }
        while (TryTake("/"));
        return new Condition.Says(new RowWords(form.Id, column, words), isWanted);
    }

    /// <summary>
    /// A bracket may open a figure, «(a + b) &gt; 0», or a condition, «(a &gt; 0 或 b &gt; 0) 且 …»: a comparison inside tells.
    /// </summary>
    private bool BracketHoldsComparison()
    {
        if (Current is not { Kind: TokenKind.Symbol, Text: "(" }) return false;
        var depth = 0;
        for (var at = _at; at < _tokens.Count; at++)
        {
            if (_tokens[at].Kind != TokenKind.Symbol) continue;
            if (_tokens[at].Text == "(") depth++;
            else if (_tokens[at].Text == ")" && --depth == 0) return false;
            else if (Comparisons.ContainsKey(_tokens[at].Text)) return true;
        }

        return false;
    }

    private Comparing Comparing(bool strictAllowed)
    {
        var left = Sum();
        var sign = Current;
        if (sign.Kind == TokenKind.End) throw new LanguageException("公式到这里就完了，还缺 = ≤ 或 ≥ 和右边", sign.Column);
        if (sign.Kind != TokenKind.Symbol || !Comparisons.TryGetValue(sign.Text, out var comparison))
        {
            throw new LanguageException(strictAllowed ? "这里应为 = ≤ ≥ < > 或 ≠" : "这里应为 = ≤ 或 ≥", sign.Column);
        }

        if (!strictAllowed && comparison is Comparison.Below or Comparison.Above or Comparison.Unequal)
        {
            throw new LanguageException("这里应为 = ≤ 或 ≥；< > ≠ 只能用在 when 里", sign.Column);
        }

        _at++;
        return new Comparing(left, comparison, Sum());
    }

    private Expression Sum()
    {
        var left = Product();
        while (Current is { Kind: TokenKind.Symbol, Text: "+" or "-" })
        {
            var sign = Take().Text[0];
            left = new Expression.Binary(sign, left, Product());
        }

        return left;
    }

    private Expression Product()
    {
        var left = Unary();
        while (Current is { Kind: TokenKind.Symbol, Text: "*" or "/" })
        {
            var sign = Take().Text[0];
            left = new Expression.Binary(sign, left, Unary());
        }

        return left;
    }

    private Expression Unary()
    {
        if (TryTake("-")) return new Expression.Negation(Unary());
        if (TryTake("("))
        {
            var inner = Sum();
            Expect(")");
            return inner;
        }

        var word = Current;
        if (word.Kind != TokenKind.Word) throw new LanguageException("这里应为数字、单元格或函数", word.Column);
        var unit = MoneyUnits.Split(word.Text, out var digits);
        if (IsLiteral(digits) && FigureReader.Read(digits) is { IsFigure: true, Scale: 1m, Unit: FigureUnit.None } figure)
            return Number(figure.Number, unit);
        if (_tokens[_at + 1] is { Kind: TokenKind.Symbol, Text: "(" }) return Call();
        return _names.Limit(word.Text) is { } limit ? Number(limit.Number, limit.Unit) : Cells();
    }

    /// <summary>
    /// A number with its unit is money; a bare one takes its meaning from its neighbours, which <see cref="DimensionBinder"/> decides.
    /// </summary>
    private Expression.Literal Number(decimal number, decimal? unit)
    {
        _at++;
        return new Expression.Literal(unit is { } yuan ? Measure.Money(number * yuan) : new Measure(number));
    }

    /// <summary>A literal begins with a digit; 三公 and 一般公共预算 are names.</summary>
    private static bool IsLiteral(string word) => word.Length > 0 && char.IsAsciiDigit(TextFolding.Half(word[0]));

    private Expression.Call Call()
    {
        var name = Take();
        if (!Functions.TryGetValue(name.Text, out var function))
        {
            throw new LanguageException(
                $"不认识的函数 {name.Text}，可用：{string.Join("、", Functions.Keys.Select(key => key.ToUpperInvariant()))}", name.Column);
        }

        Expect("(");
        var arguments = new List<Expression> { Sum() };
        while (TryTake(",")) arguments.Add(Sum());
        Expect(")");
        var wanted = function is Function.Round or Function.Rate ? 2 : function == Function.Abs ? 1 : 0;
        if (wanted > 0 && arguments.Count != wanted) throw new LanguageException($"{name.Text} 需要 {wanted} 个参数", name.Column);
        return new Expression.Call(function, arguments);
    }

    private Expression Cells()
    {
        var form = FormName();
        // a column of a form says «表[本行,…]» for all its rows, those of its parts too
        if (_own?.PartOf == form.Id && Current.Text == "本行") form = _own;
        var rows = RowSelector(form);
        Expect(",");
        var columns = ColumnSelector(form);
        Expect("]");
        return OfWhich.LeftOut(new Expression.Cells(form, rows, columns));
    }

    private FormDefinition FormName()
    {
        var name = TakeWord("表号");
        var form = name.Text == "本表" ? _own : _names.Form(name.Text);
        if (form is null) throw new LanguageException(NoForm(name.Text), name.Column);
        Expect("[");
        return form;
    }

    private string NoForm(string name) => name == "本表"
        ? "“本表”只能用在表样的公式和写了 for 的关系里，这里应写表号"
        : $"没有表“{name}”，pack.yaml 的 limits 里也没有这个名称；可用的表：{string.Join("、", _names.FormIds)}";

    private RowSelector RowSelector(FormDefinition form)
    {
        var name = TakePath("行（序号、编码、行名，或 本行、全部、末级、下级、所属末级）");
        switch (name.Text)
        {
            case "本行": return Comparable(form, name, new RowSelector.This());
            case "末级": return form.List is not null ? new RowSelector.Leaves() : NeedsTree(form, name, new RowSelector.Leaves());
            case "所属末级": return Comparable(form, name, NeedsTree(form, name, new RowSelector.LeavesUnder()));
            case "下级": return Comparable(form, name, NeedsTree(form, name, new RowSelector.Children()));
            case "全部": return new RowSelector.All();
        }

        if (FormNames.LevelDepth(form, name.Text) is var depth and >= 0) return new RowSelector.Level(depth);
        var first = RowOf(form, name);
        if (!TryTake(":")) return new RowSelector.Key(first);
        return new RowSelector.Range(first, RowOf(form, TakePath("末一行")));
    }

    private static RowSelector NeedsTree(FormDefinition form, Token name, RowSelector selector) =>
        form.Tree is null ? throw new LanguageException(
            $"表 {form.Id} 没有科目行，不能用 {name.Text}" + (form.Parts.Any()
                ? $"；它印的科目行叫 {string.Join("、", form.Parts.Select(part => part.Id))}，请写 {form.Parts.First().Id}[{name.Text},…]" : ""),
            name.Column) : selector;

    /// <summary>Rows are matched by their codes: two forms by different classifications would meet nowhere, and all would be 0.</summary>
    private RowSelector Comparable(FormDefinition form, Token name, RowSelector selector) =>
        _own is null || _names.CodesThatDiffer(_own, form) is not { } reason ? selector
            : throw new LanguageException($"{name.Text} 按科目编码去找表 {form.Id} 的行，{reason}", name.Column);

    private RowKey RowOf(FormDefinition form, Token name) =>
        _names.Row(form, name.Text) ?? throw new LanguageException($"表 {form.Id} 没有行“{name.Text}”，或不止一行叫这个名称；请写序号或编码", name.Column);

    private ColumnSelector ColumnSelector(FormDefinition form)
    {
        var name = TakePath("栏（栏次、栏名，或 本栏）");
        if (name.Text == "本栏") return new ColumnSelector.This();
        var first = ColumnOf(form, name);
        return TryTake(":") ? new ColumnSelector.Range(first, ColumnOf(form, TakePath("末一栏"))) : new ColumnSelector.One(first);
    }

    private static ColumnId ColumnOf(FormDefinition form, Token name) =>
        FormNames.Column(form, name.Text)
            ?? throw new LanguageException(
                $"表 {form.Id} 没有栏“{name.Text}”，或不止一栏叫这个名称；"
                    + $"可用的栏次：{string.Join("、", form.Columns.Where(column => !column.IsRowNumber).Select(column => column.Id))}",
                name.Column);

    private Token Take()
    {
        var token = Current;
        if (token.Kind == TokenKind.End) throw new LanguageException("公式不完整", token.Column);
        _at++;
        return token;
    }

    private Token TakeWord(string wanted)
    {
        if (Current.Kind == TokenKind.Word) return Take();
        throw new LanguageException(Current.Kind == TokenKind.End ? $"公式不完整，这里应为{wanted}" : $"这里应为{wanted}", Current.Column);
    }

    /// <summary>A name, or names with / between them: a heading below others, a row under another.</summary>
    private Token TakePath(string wanted)
    {
        var first = TakeWord(wanted);
        var name = first.Text;
        while (TryTake("/")) name += FormNames.PathSign + TakeWord("下一级名称").Text;
        return first with { Text = name };
    }

    private bool TryTakeWord(string chinese, string english)
    {
        if (Current.Kind != TokenKind.Word
            || !(Current.Text == chinese || Current.Text.Equals(english, StringComparison.OrdinalIgnoreCase))) return false;
        _at++;
        return true;
    }

    private bool TryTake(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol) return false;
        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(symbol)) throw new LanguageException($"这里应为 {symbol}", Current.Column);
    }

    private void ExpectEnd()
    {
        if (Current.Kind != TokenKind.End) throw new LanguageException($"多余的“{Current.Text}”", Current.Column);
    }
}
