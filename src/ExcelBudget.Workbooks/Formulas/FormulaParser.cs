using System.Collections.Concurrent;
using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>
/// Parses a formula as Excel stores it: English function names, commas, A1 references. What it does not know becomes a constant that
/// says so; nothing is thrown and no depth of brackets is followed beyond a limit.
/// </summary>
internal sealed class FormulaParser
{
    /// <summary>Excel nests 64 functions; brackets may add to that. A formula beyond was not made by people.</summary>
    private const int Deepest = 200;

    /// <summary>Excel's own limit for the text of a formula.</summary>
    private const int Longest = 8_192;

    /// <summary>Workbooks of a pack have the same formulas: 10,000 of up to 400 characters are kept parsed.</summary>
    private const int MostKnown = 10_000;
    private const int LongestKnown = 400;

    private static readonly ConcurrentDictionary<string, FormulaNode> Known = new(StringComparer.Ordinal);

    private readonly string _text;
    private int _at;
    private int _depth;
    private string? _trouble;

    private FormulaParser(string text) => _text = text;

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The formula without «=», parsed.</summary>
    public static FormulaNode Parse(string formula)
    {
        if (formula.Length > Longest) return Unknown("公式过长");
        if (Known.TryGetValue(formula, out var known)) return known;
        var parsed = ParseAnew(formula);
        // what strangers make up must not fill the memory
        if (formula.Length <= LongestKnown && Known.Count < MostKnown) Known.TryAdd(formula, parsed);
        return parsed;
    }

    private static FormulaNode ParseAnew(string formula)
    {
        var parser = new FormulaParser(formula);
        var node = parser.Comparison();
        parser.Skip();
        if (parser._trouble is null && parser._at < formula.Length) parser._trouble = FormulaTroubles.NotUnderstood;
        return parser._trouble is { } trouble ? Unknown(trouble) : node;
    }

    private static FormulaNode.Constant Unknown(string reason) => new(FormulaValue.Unknown(reason));

    private FormulaNode Comparison() => Chained(Joined, static parser => parser.ComparisonSign());

    private FormulaNode Joined() => Chained(Sum, static parser => parser.Take('&') ? FormulaOperator.Join : null);

    private FormulaNode Sum() =>
        Chained(Product, static parser => parser.Take('+') ? FormulaOperator.Add : parser.Take('-') ? FormulaOperator.Subtract : null);

    private FormulaNode Product() =>
        Chained(Power, static parser => parser.Take('*') ? FormulaOperator.Multiply : parser.Take('/') ? FormulaOperator.Divide : null);

    private FormulaNode Power() => Chained(Signed, static parser => parser.Take('^') ? FormulaOperator.Power : null);

    private FormulaNode Chained(Func<FormulaNode> operand, Func<FormulaParser, FormulaOperator?> sign)
    {
        var first = operand();
        List<(FormulaOperator, FormulaNode)>? rest = null;
        while (_trouble is null && sign(this) is { } found) (rest ??= []).Add((found, operand()));
        return rest is null ? first : new FormulaNode.Chain(first, [.. rest]);
    }

    private FormulaOperator? ComparisonSign()
    {
        if (Take('=')) return FormulaOperator.Equal;
        if (Take('<')) return TakeNext('>') ? FormulaOperator.Unequal : TakeNext('=') ? FormulaOperator.LessOrEqual : FormulaOperator.Less;
        if (Take('>')) return TakeNext('=') ? FormulaOperator.GreaterOrEqual : FormulaOperator.Greater;
        return null;
    }

    /// <summary>Signs are counted, not nested: a row of minus signs must not deepen the stack.</summary>
    private FormulaNode Signed()
    {
        var (isNegative, isNumber) = (false, false);
        for (Skip(); Current is '-' or '+' or '@'; Skip())
        {
            isNegative ^= Current == '-';
            isNumber |= Current == '-';
            _at++;
        }

        var node = Spanned();
        while (Take('%')) node = new FormulaNode.Percent(node);
        // «--» changes no sign and still makes a number of TRUE
        if (isNumber) node = new FormulaNode.Negated(node);
        return isNumber && !isNegative ? new FormulaNode.Negated(node) : node;
    }

    private FormulaNode Spanned()
    {
        var node = Primary();
        while (_trouble is null && Take(':')) node = new FormulaNode.Between(node, Primary());
        return node;
    }

    private FormulaNode Primary()
    {
        Skip();
        return Current switch
        {
            '(' => Bracketed(),
            '"' => new FormulaNode.Constant(FormulaValue.Of(Quoted('"'))),
            '#' => ErrorValue(),
            '{' => ArrayConstant(),
            '\'' => OnSheet(Quoted('\'')),
            '[' => Fail(FormulaTroubles.External),
            _ when char.IsAsciiDigit(Current) || Current == '.' => NumberOrRows(),
            _ when IsWord(Current) => Word(),
            _ => Fail(FormulaTroubles.NotUnderstood),
        };
    }

    private FormulaNode Bracketed()
    {
        _at++;
        if (!Enter()) return Fail(FormulaTroubles.TooDeep);
        var inner = Comparison();
        _depth--;
        return Take(')') ? inner : Fail(FormulaTroubles.NotUnderstood);
    }

    private FormulaNode NumberOrRows()
    {
        var start = _at;
        while (char.IsAsciiDigit(Current)) _at++;
        if (Current == ':' && int.TryParse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out _))
        {
            _at = start;
            return Reference(null);
        }

        while (char.IsAsciiDigit(Current) || Current == '.') _at++;
        if (Current is 'e' or 'E')
        {
            _at++;
            if (Current is '+' or '-') _at++;
            while (char.IsAsciiDigit(Current)) _at++;
        }

        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(_text.AsSpan(start, _at - start), styles, CultureInfo.InvariantCulture, out var value)
            ? new FormulaNode.Constant(FormulaValue.Of(value))
            : Fail(FormulaTroubles.NotUnderstood);
    }

    private FormulaNode Word()
    {
        var start = _at;
        while (IsWord(Current)) _at++;
        var word = _text[start.._at];
        if (Current == '!') return OnSheet(word);
        if (Current == '(') return Call(word);
        if (Current == '[') return Fail(FormulaTroubles.Unsupported("表格引用"));
        _at = start;
        return Reference(null);
    }

    private FormulaNode OnSheet(string sheet)
    {
        if (!Take('!')) return Fail(FormulaTroubles.NotUnderstood);
        if (sheet.Contains('[', StringComparison.Ordinal)) return Fail(FormulaTroubles.External);
        return Current == '#' ? ErrorValue() : Reference(sheet);
    }

    /// <summary>A cell, an area, whole columns or rows, TRUE and FALSE, or a name.</summary>
    private FormulaNode Reference(string? sheet)
    {
        var start = _at;
        while (IsWord(Current)) _at++;
        var word = _text[start.._at];
        if (!ReferencePart.TryParse(word, out var first)) return Named(word);
        if (Current == ':' && Second() is { } second) return new FormulaNode.Cells(sheet, Area(first, second));
        if (first is { HasColumn: true, HasRow: true }) return new FormulaNode.Cells(sheet, Area(first, first));
        return Named(word);
    }

    private FormulaNode Named(string word)
    {
        if (word.Length == 0) return Fail(FormulaTroubles.NotUnderstood);
        if (word.Equals("TRUE", StringComparison.OrdinalIgnoreCase)) return new FormulaNode.Constant(FormulaValue.Of(true));
        if (word.Equals("FALSE", StringComparison.OrdinalIgnoreCase)) return new FormulaNode.Constant(FormulaValue.Of(false));
        return new FormulaNode.Name(word);
    }

    /// <summary>The other corner of an area; nothing is taken when what follows is a function or a sheet.</summary>
    private ReferencePart? Second()
    {
        var before = _at++;
        var start = _at;
        while (IsWord(Current)) _at++;
        if (Current is not ('(' or '!' or '[') && ReferencePart.TryParse(_text.AsSpan(start, _at - start), out var part)) return part;
        _at = before;
        return null;
    }

    private static CellRange Area(ReferencePart one, ReferencePart other) => new(
        one.HasRow && other.HasRow ? Math.Min(one.Row, other.Row) : 1,
        one.HasColumn && other.HasColumn ? Math.Min(one.Column, other.Column) : 1,
        one.HasRow && other.HasRow ? Math.Max(one.Row, other.Row) : CellReference.MaxRow,
        one.HasColumn && other.HasColumn ? Math.Max(one.Column, other.Column) : CellReference.MaxColumn);

    private FormulaNode Call(string word)
    {
        _at++;
        if (!Enter()) return Fail(FormulaTroubles.TooDeep);
        var arguments = new List<FormulaNode>();
        Skip();
        if (Current != ')')
        {
            do
            {
                Skip();
                arguments.Add(Current is ',' or ')' ? new FormulaNode.Missing() : Comparison());
            }
            while (_trouble is null && Take(','));
        }

        _depth--;
        if (!Take(')')) return Fail(FormulaTroubles.NotUnderstood);
        var name = word.ToUpperInvariant();
        return new FormulaNode.Call(name[(name.LastIndexOf("_XLFN.", StringComparison.Ordinal) is var at and >= 0 ? at + 6 : 0)..],
            [.. arguments]);
    }

    private FormulaNode.Constant ErrorValue()
    {
        foreach (var code in (ReadOnlySpan<string>)["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"])
        {
            if (!_text.AsSpan(_at).StartsWith(code, StringComparison.OrdinalIgnoreCase)) continue;
            _at += code.Length;
            return new FormulaNode.Constant(FormulaValue.Error(code));
        }

        return Fail(FormulaTroubles.NotUnderstood);
    }

    private FormulaNode.Constant ArrayConstant()
    {
        _at++;
        var rows = new List<List<FormulaValue>> { new() };
        do
        {
            if (Item() is not { } item) return Fail(FormulaTroubles.NotUnderstood);
            rows[^1].Add(item);
            if (Take(';')) rows.Add([]);
            else if (!Take(',')) break;
        }
        while (_trouble is null);

        if (!Take('}') || rows.Exists(row => row.Count != rows[0].Count)) return Fail(FormulaTroubles.NotUnderstood);
        var grid = new FormulaValue[rows.Count, rows[0].Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++) grid[row, column] = rows[row][column];
        }

        return new FormulaNode.Constant(FormulaValue.Of(grid));
    }

    private FormulaValue? Item() => Signed() switch
    {
        FormulaNode.Constant constant => constant.Value,
        FormulaNode.Negated { Operand: FormulaNode.Constant { Value.Kind: FormulaKind.Number } constant } =>
            FormulaValue.Of(-constant.Value.Number),
        _ => null,
    };

    private string Quoted(char quote)
    {
        var start = ++_at;
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] != quote) continue;
            if (_at + 1 < _text.Length && _text[_at + 1] == quote) _at++;
            else return _text[start.._at++].Replace($"{quote}{quote}", quote.ToString(), StringComparison.Ordinal);
        }

        _trouble ??= FormulaTroubles.NotUnderstood;
        return "";
    }

    private static bool IsWord(char symbol) =>
        char.IsLetterOrDigit(symbol) || symbol is '$' or '_' or '.' or '\\' or '?' || char.IsSurrogate(symbol);

    private bool Enter() => ++_depth <= Deepest;

    private FormulaNode.Constant Fail(string reason)
    {
        _trouble ??= reason;
        _at = _text.Length;
        return Unknown(reason);
    }

    private bool Take(char symbol)
    {
        Skip();
        return TakeNext(symbol);
    }

    private bool TakeNext(char symbol)
    {
        if (Current != symbol) return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
