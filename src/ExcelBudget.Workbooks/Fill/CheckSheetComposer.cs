using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// What is seen of the checks: the lines of the 校验 sheet, the list of what is to be mended, the state above each form and on 填报说明.
/// All of it formulas over the helper sheet, with what our engine finds as their results.
/// </summary>
internal sealed class CheckSheetComposer
{
    private static readonly CheckColumn[] Columns = Enum.GetValues<CheckColumn>();

    private readonly BudgetFigures _figures;
    private readonly BookLayout _layout;
    private readonly WorkbookTemplate _template;
    private readonly SheetTemplate _sheet;
    private readonly CheckPlan _plan;
    private readonly HelperSheet _helper;
    private readonly CheckLineCells _lineCells;
    private readonly LaidOut _laidOut;
    private readonly IReadOnlyList<FormDefinition> _forms;
    private readonly LineOutcome[] _outcomes;
    private readonly int[] _ranked;
    private readonly HashSet<CheckColumn> _listed = [];
    private readonly EmptyForms _empty;

    public CheckSheetComposer(
        BudgetFigures figures, BookLayout layout, WorkbookTemplate template, CheckPlan plan, CheckLineCells lines, LaidOut laidOut)
    {
        (_figures, _layout, _template, _plan, _helper, _laidOut) = (figures, layout, template, plan, plan.Helper, laidOut);
        _lineCells = lines;
        _forms = _helper.Forms;
        _sheet = template.Sheets.First(sheet => sheet.Name == TemplateNames.CheckSheet);
        var checker = new RelationChecker(figures);
        _empty = new EmptyForms(figures);
        _outcomes =
        [
            .. _helper.Lines.Select(line => LineOutcome.Of(line, checker.Check(line.Relation), figures, _empty)),
            .. _forms.Select(form =>
                new LineOutcome(_empty.Contains(form) ? LineOutcome.NotFilled : LineOutcome.Holds, null, null, null)),
        ];
        _ranked = [.. Enumerable.Range(0, _outcomes.Length).Where(line => _outcomes[line].State >= LineOutcome.Unchecked)
            .OrderByDescending(line => _outcomes[line].State)];
    }

    /// <summary>Row of the first line.</summary>
    public int FirstRow => _plan.FirstRow;

    public IReadOnlyList<OutputRow> Lines()
    {
        var rows = new List<OutputRow>();
        for (var line = 0; line < _helper.LineCount; line++)
        {
            var cells = Values(line);
            foreach (var column in Columns)
            {
                if (cells[(int)column] is { } value) cells[(int)column] = Computed(line, column, value);
            }

            rows.Add(new OutputRow(FirstRow, cells, RowHeights.Of(_sheet, FirstRow, cells, null)));
        }

        return rows;
    }

    /// <summary>Contents of a row above the lines.</summary>
    public RowContents Above(int row)
    {
        var top = _template.Areas.GetValueOrDefault(TemplateNames.CheckTop);
        if (top is not null && row >= top.FirstRow && row <= top.LastRow) return Top(row - top.FirstRow, row);
        var cells = new RowContents((int)CheckColumn.RightCell);
        if (_template.Areas.GetValueOrDefault(TemplateNames.CheckSummary) is { } summary && summary.FirstRow == row)
            cells[summary.FirstColumn] = Summary();
        if (_template.Areas.GetValueOrDefault(TemplateNames.CheckTopHeading) is { } heading && heading.FirstRow == row)
            cells[heading.FirstColumn] = TopHeading();
        return cells;
    }

    /// <summary>The line above a form; null for a form without figures.</summary>
    public CellContent? StatusOf(FormDefinition form)
    {
        if (!_forms.Contains(form)) return null;
        var formula = _laidOut.Named("status " + form.Id.Value, () => StatusFormula(form));
        var (now, counted) = Now(form);
        var shown = counted.Length == 0 ? "" : CellOf(counted[0], isLeft: true);
        if (shown.StartsWith(Short(form) + "!", StringComparison.Ordinal)) shown = shown[(Short(form).Length + 1)..];
        var place = shown.Length > 0 ? $"，第一处在 {shown}，点这里前往" : "，点这里看校验表";
        return new CellContent.TextFormula(formula, counted.Length == 0 ? now : now + place);
    }

    private string StatusFormula(FormDefinition form)
    {
        var (broken, uncheckable, first, named, _) = _helper.StateOf(form);
        var words = $"\"不通过 \"&{broken}&\" 项，未检查 \"&{uncheckable}&\" 项\"";
        var link = $"IF({named}=\"\",HYPERLINK(\"#'{TemplateNames.CheckSheet}'!A1\",{words}&\"，点这里看校验表\"),"
            + $"HYPERLINK(\"#\"&{first},{words}&\"，第一处在 \"&{named}&\"，点这里前往\"))";
        var well = $"HYPERLINK(\"#'{TemplateNames.CheckSheet}'!A1\",{WellFormula(form)})";
        return $"IF({broken}+{uncheckable}=0,{well},{link})";
    }

    /// <summary>Contents of 填报说明, by the names of their cells.</summary>
    public IEnumerable<(string Name, CellContent Content)> OnGuide()
    {
        foreach (var form in _figures.Book.Pack.Forms)
        {
            if (!_forms.Contains(form))
            {
                yield return (TemplateNames.GuideForm(form.Id), new CellContent.Text("—"));
                continue;
            }

            yield return (TemplateNames.GuideForm(form.Id), new CellContent.TextFormula(
                _laidOut.Named("guide " + form.Id.Value, () => GuideFormula(form)), Now(form).Text));
        }

        var wrong = _outcomes.Count(one => one.State >= LineOutcome.Questioned);
        var missing = _outcomes.Count(one => one.State == LineOutcome.Unchecked);
        var formula = _laidOut.Named(TemplateNames.GuideState, () =>
            $"HYPERLINK(\"#'{TemplateNames.CheckSheet}'!A1\",IF({_helper.CountOf(LineOutcome.Unchecked)}=0,IF({AllEmpty}=1,\"各表都未填\","
                + "\"校验通过\")," +
            $"\"不通过 \"&{_helper.CountOf(LineOutcome.Questioned)}&\" 项，未检查 \"&{_helper.CountExactly(LineOutcome.Unchecked)}&\" 项，"
                + "点这里看校验表\"))");
        yield return (TemplateNames.GuideState, new CellContent.TextFormula(
            formula, wrong + missing > 0 ? string.Create(CultureInfo.InvariantCulture, $"不通过 {wrong} 项，未检查 {missing} 项，点这里看校验表")
                : _forms.All(_empty.Contains) ? "各表都未填" : "校验通过"));
    }

    private string GuideFormula(FormDefinition form)
    {
        var (broken, uncheckable, _, _, _) = _helper.StateOf(form);
        return $"IF({broken}+{uncheckable}=0,{WellFormula(form)},\"不通过 \"&{broken}&\" 项，未检查 \"&{uncheckable}&\" 项\")";
    }

    private string AllEmpty => string.Join('*', _forms.Select(form => _helper.StateOf(form).IsEmpty));

    private string WellFormula(FormDefinition form) => $"IF({_helper.StateOf(form).IsEmpty}=1,\"未填\",\"校验通过\")";

    private (string Text, int[] Lines) Now(FormDefinition form)
    {
        var own = _ranked.Where(line => line < _helper.Lines.Count && _helper.Lines[line].Forms.Contains(form)).ToArray();
        var missing = own.Count(line => _outcomes[line].State == LineOutcome.Unchecked);
        return own.Length == 0 ? (_empty.Contains(form) ? "未填" : "校验通过", own)
            : (string.Create(CultureInfo.InvariantCulture, $"不通过 {own.Length - missing} 项，未检查 {missing} 项"), own);
    }

    private RowContents Values(int line) => line < _helper.Lines.Count ? Relation(line) : Figures(line);

    /// <summary>What our engine finds for a line.</summary>
    private RowContents Relation(int index)
    {
        var (line, outcome) = (_helper.Lines[index], _outcomes[index]);
        var (number, kind, forms, title, scope) = _lineCells[index];
        return new RowContents((int)CheckColumn.RightCell)
        {
            [(int)CheckColumn.Number] = number,
            [(int)CheckColumn.Kind] = kind,
            [(int)CheckColumn.Forms] = forms,
            [(int)CheckColumn.Title] = title,
            [(int)CheckColumn.Scope] = Scope(line, outcome, scope),
            [(int)CheckColumn.Left] = Figure(outcome.Left),
            [(int)CheckColumn.Right] = Figure(outcome.Right),
            [(int)CheckColumn.Gap] = Figure(outcome.ShownGap),
            [(int)CheckColumn.Verdict] = Verdict(outcome),
            [(int)CheckColumn.Grade] = GradeOf(line.Relation.Declaration.Severity, outcome),
            [(int)CheckColumn.LeftCell] = Link(index, isLeft: true),
            [(int)CheckColumn.RightCell] = Link(index, isLeft: false),
        };
    }

    /// <summary>The line of a form that says whether all its figures are figures.</summary>
    private RowContents Figures(int index) => new((int)CheckColumn.RightCell)
    {
        [(int)CheckColumn.Number] = new CellContent.Number(index + 1),
        [(int)CheckColumn.Kind] = CheckLineCells.Filling,
        [(int)CheckColumn.Forms] = new CellContent.Text(Short(_forms[index - _helper.Lines.Count])),
        [(int)CheckColumn.Title] = CheckLineCells.AllFigures,
        [(int)CheckColumn.Scope] = CheckLineCells.Nothing,
        [(int)CheckColumn.Verdict] = Verdict(_outcomes[index]),
        [(int)CheckColumn.Grade] = GradeOf(Severity.Error, _outcomes[index]),
        [(int)CheckColumn.LeftCell] = Link(index, isLeft: true),
    };

    /// <summary>A value with the formula that belongs in its cell.</summary>
    private CellContent Computed(int line, CheckColumn column, CellContent value)
    {
        if (_plan.Formulas.Of(line, column) is not { } formula)
            return value is CellContent.Text { Value: "" } ? CellContent.Empty : value;
        return new CellContent.Shared(formula.Index, formula.Expression, FirstRow + _helper.LineCount - 1, value);
    }

    private static CellContent Scope(CheckLine line, LineOutcome outcome, CellContent whole)
    {
        var label = outcome.Row is { } row && !line.IsSingle && outcome.State is LineOutcome.Tail or >= LineOutcome.Unchecked
            ? LabelOf(line, row) : null;
        return label is null ? whole : new CellContent.Text(CheckFormulas.ScopeOf(line, label));
    }

    private static string LabelOf(CheckLine line, RowView row) =>
        row.Fixed is { } declared ? FormBlock.LabelOf(line.Relation.Form, declared, line.Figure) : row.Code ?? "";

    private static CellContent Figure(decimal? value) =>
        value is { } known ? new CellContent.Number(known) : CheckLineCells.Nothing;

    private static CellContent.Text Verdict(LineOutcome outcome) => CheckLineCells.VerdictOf(outcome.State);

    private static CellContent.Text GradeOf(Severity severity, LineOutcome outcome) =>
        outcome.State >= LineOutcome.Questioned ? new(LineOutcome.GradeOf(severity)) : CheckLineCells.Nothing;

    private CellContent Link(int index, bool isLeft) =>
        _helper.PlaceOf(index, isLeft) is null ? CellContent.Empty : new CellContent.Text(CellOf(index, isLeft));

    /// <summary>«T3!D12»: where a side stands now; empty where only the formula can tell.</summary>
    private string CellOf(int index, bool isLeft)
    {
        if (index >= _helper.Lines.Count || _helper.PlaceOf(index, isLeft) is not var (form, column)) return "";
        // a line of one row has one place, whatever its figures
        return _helper.Lines[index] is { IsSingle: true, Fixed: [_] }
            ? _laidOut.Place(index, isLeft, () => Place(index, isLeft, form, column))
            : Place(index, isLeft, form, column);
    }

    private string Place(int index, bool isLeft, FormDefinition form, int column)
    {
        var line = _helper.Lines[index];
        var rows = Rules.Language.Expression.CellsOf(isLeft ? line.Relation.Check.Left : line.Relation.Check.Right).First().Rows;
        return KeyOf(form, rows, index) is { } known && _layout.SheetRowOf(form, known) is { } row
            ? string.Concat(Short(form), "!", SheetReference.Cell(row, column)) : "";
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

    /// <summary>A place in the list of what is to be mended: each column has one formula for all places.</summary>
    private RowContents Top(int place, int row)
    {
        var line = place < _ranked.Length ? _ranked[place] : -1;
        var shown = line < 0 ? null : Values(line);
        var cells = new RowContents((int)CheckColumn.RightCell);
        foreach (var (column, _, _) in CheckColumns.All)
        {
            var expression = _listed.Add(column) ? _plan.Formulas.Listed(column, place, row) : null;
            var now = shown?[(int)column];
            cells[(int)column] = new CellContent.Shared(
                _plan.Formulas.SharedCount + (int)column, expression, row + HelperSheet.TopLines - 1 - place,
                now is null or CellContent.Blank ? new CellContent.Text("") : now);
        }

        return cells;
    }

    private CellContent.TextFormula TopHeading()
    {
        var count = _helper.CountOf(LineOutcome.Unchecked);
        var most = HelperSheet.TopLines;
        var now = _ranked.Length == 0 ? "没有需要处理的"
            : string.Create(CultureInfo.InvariantCulture, $"需要处理的：{_ranked.Length} 项") + (_ranked.Length > most ? $"，先列 {most} 项" : "");
        return new(_laidOut.Named(TemplateNames.CheckTopHeading, () =>
            $"IF({count}=0,\"没有需要处理的\",\"需要处理的：\"&{count}&\" 项\"&IF({count}>{most},\"，先列 {most} 项\",\"\"))"), now);
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
            ("，未填 ", _helper.CountExactly(LineOutcome.NotFilled), Now(one => one.State == LineOutcome.NotFilled)),
        ];
        var counts = string.Join('&', parts.Select(part => $"\"{part.Words}\"&{part.Formula}"));
        var toMend = _helper.CountOf(LineOutcome.Unchecked);
        return new(_laidOut.Named(TemplateNames.CheckSummary, () =>
            $"IF({toMend}=0,IF({AllEmpty}=1,\"各表都未填，填写以后在这里显示校验结果\",{counts}),{counts})"),
            _ranked.Length == 0 && _forms.All(_empty.Contains) ? "各表都未填，填写以后在这里显示校验结果"
                : string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Words}{part.Value}"))));
    }

    private static string Short(FormDefinition form) => CheckLineCells.Short(form);
}
