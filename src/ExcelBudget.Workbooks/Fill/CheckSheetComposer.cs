using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// What is seen of the checks: the lines of the 校验 sheet, the list of what is to be mended, the state above each form and on 填报说明.
/// All of it formulas over the helper sheet, with what our engine finds as their results.
/// </summary>
internal sealed class CheckSheetComposer
{
    private const int MostInserted = FormBlock.SpareRows;
    private const string TopFormula = "of the list of what is to be mended";

    private readonly BudgetFigures _figures;
    private readonly BookLayout _layout;
    private readonly WorkbookTemplate _template;
    private readonly SheetTemplate _sheet;
    private readonly HelperSheet _helper;
    private readonly LineOutcome[] _outcomes;
    private readonly int[] _ranked;
    private readonly Dictionary<(CheckColumn Column, string Formula), int> _shared = [];

    public CheckSheetComposer(BudgetFigures figures, BookLayout layout, WorkbookTemplate template, HelperSheet helper)
    {
        (_figures, _layout, _template, _helper) = (figures, layout, template, helper);
        _sheet = template.Sheets.First(sheet => sheet.Name == TemplateNames.CheckSheet);
        FirstRow = template.Area(TemplateNames.CheckLines).FirstRow;
        var checker = new RelationChecker(figures);
        var results = helper.Lines.Select(line => line.Relation).Distinct()
            .ToDictionary(relation => relation, relation => checker.Check(relation).ToArray());
        _outcomes =
        [
            .. helper.Lines.Select(line => LineOutcome.Of(line, results[line.Relation], figures)),
            .. helper.Forms.Select(_ => new LineOutcome(LineOutcome.Holds, null, null, null)),
        ];
        _ranked = [.. Enumerable.Range(0, _outcomes.Length).Where(line => _outcomes[line].State >= LineOutcome.Unchecked)
            .OrderByDescending(line => _outcomes[line].State)];
    }

    /// <summary>Row of the first line.</summary>
    public int FirstRow { get; }

    public IReadOnlyList<OutputRow> Lines()
    {
        var rows = new List<OutputRow>();
        for (var line = 0; line < _helper.LineCount; line++)
        {
            var cells = (line < _helper.Lines.Count ? Relation(line) : Figures(line))
                .ToDictionary(cell => (int)cell.Key, cell => Shared(cell.Key, cell.Value, line));
            rows.Add(new OutputRow(FirstRow, cells, RowHeights.Of(_sheet, FirstRow, cells, null)));
        }

        return rows;
    }

    /// <summary>Contents of a row above the lines.</summary>
    public IReadOnlyDictionary<int, CellContent> Above(int row)
    {
        var top = _template.Areas.GetValueOrDefault(TemplateNames.CheckTop);
        if (top is not null && row >= top.FirstRow && row <= top.LastRow) return Top(row - top.FirstRow, row);
        var cells = new Dictionary<int, CellContent>();
        if (_template.Areas.GetValueOrDefault(TemplateNames.CheckSummary) is { } summary && summary.FirstRow == row)
            cells[summary.FirstColumn] = Summary();
        if (_template.Areas.GetValueOrDefault(TemplateNames.CheckTopHeading) is { } heading && heading.FirstRow == row)
            cells[heading.FirstColumn] = TopHeading();
        return cells;
    }

    /// <summary>The line above a form; null for a form without figures.</summary>
    public CellContent? StatusOf(FormDefinition form)
    {
        if (!_helper.Forms.Contains(form)) return null;
        var (broken, uncheckable, first, _) = _helper.StateOf(form);
        var cell = $"MID({first},FIND(\"!\",{first})+1,9)";
        var words = $"\"不通过 \"&{broken}&\" 项，未检查 \"&{uncheckable}&\" 项\"";
        var link =
            $"IFERROR(HYPERLINK(\"#\"&{first},{words}&\"，第一处在 \"&{cell}&\"，点这里前往\"),HYPERLINK(\"#'{TemplateNames.CheckSheet}'!A1\","
                + $"{words}&\"，点这里看校验表\"))";
        var well = $"HYPERLINK(\"#'{TemplateNames.CheckSheet}'!A1\",{WellFormula(form)})";
        var (now, counted) = Now(form);
        var place = counted.Length > 0 && CellOf(counted[0], isLeft: true) is { Length: > 0 } shown
            ? $"，第一处在 {shown[(shown.IndexOf('!', StringComparison.Ordinal) + 1)..]}，点这里前往" : "，点这里看校验表";
        return new CellContent.TextFormula($"IF({broken}+{uncheckable}=0,{well},{link})", counted.Length == 0 ? now : now + place);
    }

    /// <summary>Contents of 填报说明, by the names of their cells.</summary>
    public IEnumerable<(string Name, CellContent Content)> OnGuide()
    {
        foreach (var form in _figures.Book.Pack.Forms)
        {
            if (!_helper.Forms.Contains(form))
            {
                yield return (TemplateNames.GuideForm(form.Id), new CellContent.Text("—"));
                continue;
            }

            var (broken, uncheckable, _, _) = _helper.StateOf(form);
            yield return (TemplateNames.GuideForm(form.Id), new CellContent.TextFormula(
                $"IF({broken}+{uncheckable}=0,{WellFormula(form)},\"不通过 \"&{broken}&\" 项，未检查 \"&{uncheckable}&\" 项\")", Now(form).Text));
        }

        var wrong = _outcomes.Count(one => one.State >= LineOutcome.Questioned);
        var missing = _outcomes.Count(one => one.State == LineOutcome.Unchecked);
        var formula =
            $"HYPERLINK(\"#'{TemplateNames.CheckSheet}'!A1\",IF({_helper.CountOf(LineOutcome.Unchecked)}=0,IF({AllEmpty}=1,\"各表都未填\","
                + "\"校验通过\")," +
            $"\"不通过 \"&{_helper.CountOf(LineOutcome.Questioned)}&\" 项，未检查 \"&{_helper.CountExactly(LineOutcome.Unchecked)}&\" 项，"
                + "点这里看校验表\"))";
        yield return (TemplateNames.GuideState, new CellContent.TextFormula(
            formula, wrong + missing > 0 ? string.Create(CultureInfo.InvariantCulture, $"不通过 {wrong} 项，未检查 {missing} 项，点这里看校验表")
                : _helper.Forms.All(IsEmpty) ? "各表都未填" : "校验通过"));
    }

    private string AllEmpty => string.Join('*', _helper.Forms.Select(form => _helper.StateOf(form).IsEmpty));

    private string WellFormula(FormDefinition form) => $"IF({_helper.StateOf(form).IsEmpty}=1,\"未填\",\"校验通过\")";

    private (string Text, int[] Lines) Now(FormDefinition form)
    {
        var own = _ranked.Where(line => line < _helper.Lines.Count && _helper.Lines[line].Forms.Contains(form)).ToArray();
        var missing = own.Count(line => _outcomes[line].State == LineOutcome.Unchecked);
        return own.Length == 0 ? (IsEmpty(form) ? "未填" : "校验通过", own)
            : (string.Create(CultureInfo.InvariantCulture, $"不通过 {own.Length - missing} 项，未检查 {missing} 项"), own);
    }

    private bool IsEmpty(FormDefinition form)
    {
        var figures = form.Columns.Where(column => column.IsFigure).ToArray();
        return _figures.View(form).Rows.All(row => figures.All(column => _figures.Value(form, row, column.Id).Value.Value == 0m));
    }

    private Dictionary<CheckColumn, CellContent> Relation(int index)
    {
        var (line, outcome, row) = (_helper.Lines[index], _outcomes[index], FirstRow + index);
        var rule = line.Relation.Declaration;
        var state = _helper.StateOf(index);
        CellContent Side(string formula, decimal? value) =>
            Figure($"IF(OR({state}={LineOutcome.NotApplicable},{state}={LineOutcome.Unchecked}),\"\","
                + $"IF({formula}=\"\",\"\",ROUND({formula},6)))", value);
        var (left, right) = (CheckColumn.Left.Cell(row), CheckColumn.Right.Cell(row));
        return new Dictionary<CheckColumn, CellContent>
        {
            [CheckColumn.Number] = new CellContent.Number(index + 1),
            [CheckColumn.Kind] = new CellContent.Text(rule.Kind),
            [CheckColumn.Forms] = new CellContent.Text(string.Join('、', line.Forms.Select(Short))),
            [CheckColumn.Title] = new CellContent.Text(rule.Title),
            [CheckColumn.Scope] = Scope(line, index, outcome),
            [CheckColumn.Left] = Side(_helper.LeftOf(index), outcome.Left),
            [CheckColumn.Right] = Side(_helper.RightOf(index), outcome.Right),
            [CheckColumn.Gap] = Figure($"IF(OR({left}=\"\",{right}=\"\"),\"\",ROUND({left}-{right},6))", outcome.ShownGap),
            [CheckColumn.Verdict] = Verdict(state, outcome),
            [CheckColumn.Grade] = GradeOf(state, rule.Severity, outcome),
            [CheckColumn.LeftCell] = Link(index, isLeft: true),
            [CheckColumn.RightCell] = Link(index, isLeft: false),
        };
    }

    /// <summary>The line of a form that says whether all its figures are figures.</summary>
    private Dictionary<CheckColumn, CellContent> Figures(int index)
    {
        var form = _helper.Forms[index - _helper.Lines.Count];
        var state = _helper.StateOf(index);
        return new Dictionary<CheckColumn, CellContent>
        {
            [CheckColumn.Number] = new CellContent.Number(index + 1),
            [CheckColumn.Kind] = new CellContent.Text("填写"),
            [CheckColumn.Forms] = new CellContent.Text(Short(form)),
            [CheckColumn.Title] = new CellContent.Text("金额和数量里没有文字和错误值"),
            [CheckColumn.Scope] = new CellContent.TextFormula($"IF({state}=0,\"\",\"有 \"&{_helper.LeftOf(index)}&\" 行填了文字或错误值\")", ""),
            [CheckColumn.Verdict] = Verdict(state, _outcomes[index]),
            [CheckColumn.Grade] = GradeOf(state, Severity.Error, _outcomes[index]),
            [CheckColumn.LeftCell] = Link(index, isLeft: true),
        };
    }

    /// <summary>Most columns have one formula for all lines: it is written once.</summary>
    private CellContent Shared(CheckColumn column, CellContent content, int line)
    {
        var (formula, value) = Parts(content);
        if (formula is null || column == CheckColumn.Scope) return content;
        var relative = formula.Replace(_helper.RowDigits(line), "{line}", StringComparison.Ordinal)
            .Replace((FirstRow + line).ToString(CultureInfo.InvariantCulture), "{row}", StringComparison.Ordinal);
        if (_shared.TryGetValue((column, relative), out var known)) return new CellContent.Shared(known, null, 0, value);
        _shared[(column, relative)] = _shared.Count;
        return new CellContent.Shared(_shared.Count - 1, formula, FirstRow + _helper.LineCount - 1, value);
    }

    private CellContent Scope(CheckLine line, int index, LineOutcome outcome)
    {
        var column = line.Column is { } known ? line.Relation.Form.Column(known)!.Title : "";
        var words = Joined(line.Scope, column);
        var label = outcome.Row is { } row && !line.IsSingle && outcome.State is not (LineOutcome.Holds or LineOutcome.NotApplicable)
            ? LabelOf(row) : null;
        var formula = line.IsSingle
            ? $"\"{words}\""
            : $"IF(OR({_helper.StateOf(index)}={LineOutcome.Holds},{_helper.StateOf(index)}={LineOutcome.NotApplicable}),\"{words}\","
                + $"{_helper.LabelOf(index)}&\"{(column.Length > 0 ? " " + column : "")}\")";
        if (_helper.OverflowOf(index) is { } overflow) formula = $"IF({overflow},\"插入的行超过 {MostInserted} 行，没有校验\",{formula})";
        return formula == $"\"{words}\"" ? words.Length > 0 ? new CellContent.Text(words) : new CellContent.Blank()
            : new CellContent.TextFormula(formula, label is null ? words : Joined(label, column));
    }

    private static string LabelOf(RowView row) => row.Fixed is { } declared ? FormBlock.LabelOf(declared) : row.Code ?? "";

    private static string Joined(string first, string second) =>
        first.Length > 0 && second.Length > 0 ? $"{first} {second}" : first + second;

    private static CellContent Figure(string formula, decimal? value) =>
        value is { } known ? new CellContent.Formula(formula, known) : new CellContent.TextFormula(formula, "");

    private static CellContent.TextFormula Verdict(string state, LineOutcome outcome) =>
        new($"CHOOSE({state}+1,{string.Join(',', LineOutcome.Words.Select(word => $"\"{word}\""))})", LineOutcome.Words[outcome.State]);

    /// <summary>«通过» beside «错误» would read as a contradiction.</summary>
    private static CellContent.TextFormula GradeOf(string state, Severity severity, LineOutcome outcome)
    {
        var grade = severity switch { Severity.Error => "错误", Severity.Warning => "疑点", _ => "提示" };
        return new($"IF({state}>={LineOutcome.Questioned},\"{grade}\",\"\")", outcome.State >= LineOutcome.Questioned ? grade : "");
    }

    private CellContent Link(int index, bool isLeft)
    {
        if (_helper.PlaceOf(index, isLeft) is null) return new CellContent.Blank();
        var target = isLeft ? _helper.TargetOf(index) : _helper.RightTargetOf(index);
        // «'T3 支出总表'!D12» shows as T3!D12: the sheet's first word
        var words = $"SUBSTITUTE({target},\"'\",\" \")";
        var shown = $"MID({words},2,FIND(\" \",{words},2)-2)&MID({target},FIND(\"!\",{target}),9)";
        return new CellContent.TextFormula($"IF({target}=\"\",\"\",HYPERLINK(\"#\"&{target},{shown}))", CellOf(index, isLeft));
    }

    /// <summary>«T3!D12»: where a side stands now; empty where only the formula can tell.</summary>
    private string CellOf(int index, bool isLeft)
    {
        if (index >= _helper.Lines.Count || _helper.PlaceOf(index, isLeft) is not var (form, column)) return "";
        var line = _helper.Lines[index];
        var rows = Rules.Language.Expression.CellsOf(isLeft ? line.Relation.Check.Left : line.Relation.Check.Right).First().Rows;
        return KeyOf(form, rows, index) is { } known && _layout.SheetRowOf(form, known) is { } row
            ? $"{Short(form)}!{SheetReference.Cell(row, column)}" : "";
    }

    /// <summary>The first row that a selector takes, beside the worst row of the line.</summary>
    private RowKey? KeyOf(FormDefinition form, Rules.Language.RowSelector rows, int index)
    {
        if (rows is Rules.Language.RowSelector.Key named) return named.Row;
        if (rows is Rules.Language.RowSelector.Range range) return range.First;
        var line = _helper.Lines[index];
        var worst = _outcomes[index].Row;
        // a line of one row names its cell also where it does not apply
        if (line.IsSingle && line.Fixed is [var own]) worst ??= _figures.View(line.Relation.Form)[own.Key];
        if (rows is Rules.Language.RowSelector.This && form == line.Relation.Form) return worst?.Key;
        var context = new RowContext(line.Relation.Form, worst, line.Column);
        return new RowSelection(_figures.View).Rows(form, rows, context).FirstOrDefault()?.Key;
    }

    private Dictionary<int, CellContent> Top(int place, int row)
    {
        var cells = new Dictionary<int, CellContent>();
        var line = place < _ranked.Length ? _ranked[place] : -1;
        var number = CheckColumn.Number.Cell(row);
        var shown = line < 0 ? null : line < _helper.Lines.Count ? Relation(line) : Figures(line);
        foreach (var (column, _, _) in CheckColumns.All)
        {
            var now = shown?.GetValueOrDefault(column);
            cells[(int)column] = SharedAtTop(column, column == CheckColumn.Number
                ? Figure($"IF({_helper.TopOf(place)}=0,\"\",{_helper.TopOf(place)})", line < 0 ? null : line + 1)
                : Listed(column, number, now), row + HelperSheet.TopLines - 1 - place);
        }

        return cells;
    }

    /// <summary>The list has one formula for each column.</summary>
    private CellContent.Shared SharedAtTop(CheckColumn column, CellContent content, int lastRow)
    {
        var (formula, value) = Parts(content);
        if (_shared.TryGetValue((column, TopFormula), out var known)) return new CellContent.Shared(known, null, 0, value);
        _shared[(column, TopFormula)] = _shared.Count;
        return new CellContent.Shared(_shared.Count - 1, formula, lastRow, value);
    }

    private static (string? Formula, CellContent Value) Parts(CellContent content) => content switch
    {
        CellContent.Formula figure => (figure.Expression, new CellContent.Number(figure.Value)),
        CellContent.TextFormula text => (text.Expression, new CellContent.Text(text.Value)),
        _ => (null, content),
    };

    private CellContent Listed(CheckColumn column, string number, CellContent? now)
    {
        var area = SheetReference.Fixed(FirstRow, (int)column, FirstRow + _helper.LineCount - 1, (int)column);
        var found = $"INDEX({area},{number})";
        var formula = column switch
        {
            CheckColumn.Left or CheckColumn.Right or CheckColumn.Gap => $"IF({found}=\"\",\"\",{found})",
            CheckColumn.LeftCell => Linked(_helper.Targets.Left),
            CheckColumn.RightCell => Linked(_helper.Targets.Right),
            _ => found + "&\"\"",
        };
        formula = $"IF({number}=\"\",\"\",{formula})";
        return now switch
        {
            CellContent.Formula figure => new CellContent.Formula(formula, figure.Value),
            CellContent.TextFormula text => new CellContent.TextFormula(formula, text.Value),
            CellContent.Text text => new CellContent.TextFormula(formula, text.Value),
            _ => new CellContent.TextFormula(formula, ""),
        };

        string Linked(string targets) => $"IF({found}&\"\"=\"\",\"\",HYPERLINK(\"#\"&INDEX({targets},{number}),{found}))";
    }

    private CellContent.TextFormula TopHeading()
    {
        var count = _helper.CountOf(LineOutcome.Unchecked);
        var most = HelperSheet.TopLines;
        var now = _ranked.Length == 0 ? "没有需要处理的"
            : string.Create(CultureInfo.InvariantCulture, $"需要处理的：{_ranked.Length} 项") + (_ranked.Length > most ? $"，先列 {most} 项" : "");
        return new($"IF({count}=0,\"没有需要处理的\",\"需要处理的：\"&{count}&\" 项\"&IF({count}>{most},\"，先列 {most} 项\",\"\"))", now);
    }

    private CellContent.TextFormula Summary()
    {
        int Now(Func<LineOutcome, bool> chosen) => _outcomes.Count(chosen);
        (string Words, string Formula, int Value)[] parts =
        [
            ("共 ", _helper.LineCount.ToString(CultureInfo.InvariantCulture), _helper.LineCount),
            (" 项：通过 ", _helper.CountExactly(LineOutcome.Holds), Now(one => one.State == LineOutcome.Holds)),
            ("，尾差 ", _helper.CountExactly(LineOutcome.Tail), Now(one => one.State == LineOutcome.Tail)),
            ("，不通过 ", _helper.CountOf(LineOutcome.Questioned), Now(one => one.State >= LineOutcome.Questioned)),
            ("（错误 ", _helper.CountExactly(LineOutcome.Wrong), Now(one => one.State == LineOutcome.Wrong)),
            ("，疑点 ", _helper.CountExactly(LineOutcome.Questioned), Now(one => one.State == LineOutcome.Questioned)),
            ("），未检查 ", _helper.CountExactly(LineOutcome.Unchecked), Now(one => one.State == LineOutcome.Unchecked)),
            ("，不适用 ", _helper.CountExactly(LineOutcome.NotApplicable), Now(one => one.State == LineOutcome.NotApplicable)),
        ];
        var counts = string.Join('&', parts.Select(part => $"\"{part.Words}\"&{part.Formula}"));
        var toMend = _helper.CountOf(LineOutcome.Unchecked);
        return new(
            $"IF({toMend}=0,IF({AllEmpty}=1,\"各表都未填，填写以后在这里显示校验结果\",{counts}),{counts})",
            _ranked.Length == 0 && _helper.Forms.All(IsEmpty) ? "各表都未填，填写以后在这里显示校验结果"
                : string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Words}{part.Value}"))));
    }

    /// <summary>A form by the first word of its sheet: T3.</summary>
    private static string Short(FormDefinition form) => form.Sheet.Split(' ')[0];
}
