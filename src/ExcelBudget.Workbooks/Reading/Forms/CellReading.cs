using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Formulas;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Formulas;
using ExcelBudget.Workbooks.Reading.Issued;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>A cell of a form while it is read.</summary>
/// <param name="Form">The form.</param>
/// <param name="Column">The column.</param>
/// <param name="Address">Its place by meaning.</param>
/// <param name="Identity">Whose budget it is.</param>
internal readonly record struct CellAt(FormDefinition Form, FormColumn Column, CellAddress Address, BudgetIdentity Identity)
{
    /// <summary>The heading of the column as it is printed: 2024年预算数 for {year}年预算数.</summary>
    public string Heading => new FormSlots(Form, Identity).Fill(Column.Title);
}

/// <summary>Reads single cells as what their column needs, and says what had to be cleaned or could not be read.</summary>
internal sealed class CellReading
{
    /// <summary>How much of a formula a message quotes.</summary>
    private const int LongestFormula = 60;

    private readonly ReadingLog _log;
    private readonly TypedFormulas _formulas;
    private readonly FigureCellReading _figures;
    private readonly TextCellReading _texts;
    private readonly bool _date1904;
    private readonly BudgetIdentity _identity;

    /// <param name="log">Takes what is found.</param>
    /// <param name="workbook">The workbook.</param>
    /// <param name="seals">What was issued.</param>
    /// <param name="identity">Whose budget it is.</param>
    public CellReading(ReadingLog log, FlatWorkbook workbook, Seals seals, BudgetIdentity identity)
    {
        _identity = identity;
        _log = log;
        _formulas = new TypedFormulas(new FormulaEngine(workbook));
        _figures = new FigureCellReading(log, seals);
        _texts = new TextCellReading(log, workbook.Date1904);
        _date1904 = workbook.Date1904;
    }

    /// <summary>A cell of this workbook.</summary>
    public CellAt At(FormDefinition form, FormColumn column, CellAddress address) => new(form, column, address, _identity);

    /// <summary>The value of an entered cell; null when it is blank or unreadable.</summary>
    public CellValue? Entered(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, int row, int at)
    {
        _log.Locate(address, sheet, row, at);
        return sheet[row, at] is { } cell ? Value(At(form, column, address), sheet, cell, wasFormula: false) : null;
    }

    /// <summary>The value typed over a computed cell; null when the cell still computes.</summary>
    public CellValue? Computed(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, int row, int at)
    {
        var isFirst = _log.Locate(address, sheet, row, at);
        if (sheet[row, at] is not { } cell)
        {
            _log.Emptied.Add(address);
            return null;
        }

        // #VALUE! only passes on what is wrong with a cell it adds up, and that cell has its own finding; the figure is recomputed
        if (cell is { Kind: FlatCellKind.Error, HasFormula: true, Text: "#VALUE!" }) return null;
        if (cell is { Kind: FlatCellKind.Error, HasFormula: true })
        {
            _log.BrokenFormulas[address] = cell;
            return null;
        }

        if (!cell.HasFormula) return Value(At(form, column, address), sheet, cell, wasFormula: true);
        _log.Computes(new LocatedFormula(address, sheet, cell), isFirst);
        if (cell is { Kind: FlatCellKind.Number, Number: { } result }) _log.CachedResults[address] = result;
        return null;
    }

    /// <summary>A paragraph of a text that stands in several cells.</summary>
    public string? Paragraph(CellAt at, FlatSheet sheet, FlatCell cell)
    {
        _log.Locate(at.Address, sheet, cell.Row, cell.Column);
        return Value(at, sheet, cell, wasFormula: false)?.AsText();
    }

    /// <summary>What a cell shows, without any finding; empty for a blank one.</summary>
    public string Shown(FlatSheet sheet, int row, int at) => Settled(sheet, row, at) is { } cell ? ShownText.Of(cell, _date1904) : "";

    /// <summary>The cell with what its formula comes to; null when it is blank.</summary>
    public FlatCell? Settled(FlatSheet sheet, int row, int at) =>
        sheet[row, at] is { HasFormula: true } cell ? _formulas.Read(sheet, cell).Cell : sheet[row, at];

    private CellValue? Value(CellAt at, FlatSheet sheet, FlatCell cell, bool wasFormula)
    {
        if (!at.Column.IsFigure && ShownText.IsPicture(cell)) return _texts.Picture(at);
        var settled = cell;
        if (cell.Formula is { } formula)
        {
            if (Settle(at, sheet, cell, formula) is not { } known) return null;
            settled = known;
        }

        if (settled.Kind == FlatCellKind.Error) return Error(at, settled, cell.Formula);
        return at.Column.IsFigure ? _figures.Read(at, settled, wasFormula) : _texts.Read(at, settled);
    }

    /// <summary>The value of a typed formula. One that cannot be computed keeps the result saved in the file and says so; without one
    /// there is nothing to take.</summary>
    private FlatCell? Settle(CellAt at, FlatSheet sheet, FlatCell cell, string formula)
    {
        var (settled, trouble) = _formulas.Read(sheet, cell);
        var isExternal = trouble == FormulaTroubles.External || FormulaComparison.IsExternal(formula);
        // an error value is no result that could be taken from another file
        if (isExternal && settled is { Kind: FlatCellKind.Error }) (settled, trouble) = (null, FormulaTroubles.External);
        if (trouble is null)
        {
            if (at.Column.IsFigure && cell is { Kind: FlatCellKind.Number, Number: { } saved }) _log.CachedResults[at.Address] = saved;
            if (!at.Column.IsFigure && !cell.HasCachedValue) RemarkUnsaved(at, settled!);
            return settled;
        }

        if (isExternal) _log.External(at.Address, formula, settled is null
            ? null : ShownText.Of(settled, _date1904), at.Heading);
        else RemarkUnverified(at, formula, settled, trouble);
        if (settled is null) _log.CannotRead(at.Address, "=" + formula, "中的公式无法核算");
        return settled;
    }

    private void RemarkUnsaved(CellAt at, FlatCell settled) => _log.Add(CellFindings.FormulaUnsaved.At(
        _log.Places[at.Address], ("column", at.Heading), ("actual", ShownText.Of(settled, _date1904))));

    private void RemarkUnverified(CellAt at, string formula, FlatCell? settled, string trouble)
    {
        var kind = settled is null ? CellFindings.FormulaNotEvaluated : at.Form.Published
            ? CellFindings.FormulaUnverified : CellFindings.FormulaUnverifiedUnpublished;
        _log.Add(kind.At(_log.Places[at.Address], ("column", at.Heading), ("actual", "=" + Shortened(formula)), ("trouble", trouble),
            ("saved", settled is null ? null : ShownText.Of(settled, _date1904))));
    }

    private CellValue? Error(CellAt at, FlatCell settled, string? formula)
    {
        _log.CannotRead(at.Address, settled.Text, $"是错误值 {settled.Text}");
        _log.Add(formula is null
            ? CellFindings.ErrorValue.At(_log.Places[at.Address], ("actual", settled.Text))
            : CellFindings.FormulaShowsError.At(_log.Places[at.Address], ("column", at.Heading),
                ("formula", "=" + Shortened(formula)), ("actual", settled.Text)));
        return null;
    }

    private static string Shortened(string formula) => TextCut.Beginning(formula, LongestFormula);
}
