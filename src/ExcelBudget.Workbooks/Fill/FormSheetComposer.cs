using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Fills the region of one form: values, formulas with their results, row heights.</summary>
internal sealed class FormSheetComposer
{
    private readonly BudgetFigures _figures;
    private readonly FormLayout _layout;
    private readonly FormDefinition _form;
    private readonly FormDefinition _listed;
    private readonly FormulaTranslator _translator;
    private readonly LaidOut _laidOut;
    private readonly FormColumn[] _columns;
    private readonly FormColumn[] _numbers;
    private readonly SheetTemplate _template;
    private readonly int _left;
    private readonly FormSlots _slots;
    private readonly PrintedLabels _labels;
    private readonly Dictionary<FormId, FormSheetComposer> _parts;
    private readonly bool _fillsZeros;
    private int _printedNumber;

    public FormSheetComposer(
        BudgetFigures figures, FormLayout layout, FormulaTranslator translator, LaidOut laidOut, SheetTemplate template,
        Func<FormId, FormLayout> layoutOf, bool isBlank)
    {
        _fillsZeros = !isBlank && layout.Form.FillsZeros;
        _parts = layout.Form.Parts.ToDictionary(
            part => part.Id, part => new FormSheetComposer(figures, layoutOf(part.Id), translator, laidOut, template, layoutOf, isBlank));
        _figures = figures;
        _layout = layout;
        _form = layout.Form;
        _listed = _form.Blocks is { } blocks ? figures.Book.Pack[blocks.Inner] : _form;
        (_translator, _laidOut) = (translator, laidOut);
        _columns = [.. _form.Columns];
        _numbers = [.. _form.Columns.Where(column => column.IsRowNumber)];
        _template = template;
        _left = layout.Area.FirstColumn;
        _slots = new FormSlots(_form, figures.Budget.Identity);
        _labels = new PrintedLabels(figures.View(_form), figures.Book.Codes(_form), _slots);
    }

    /// <summary>Merges that the data asks for: equal 一级指标 below each other.</summary>
    public List<(int FirstRow, int LastRow, int Column)> Merges { get; } = [];

    public IEnumerable<OutputRow> Compose()
    {
        for (var index = 0; index < _layout.Rows.Count; index++)
        {
            var row = _layout.Rows[index];
            yield return Compose(row, _layout.Area.FirstRow + index);
        }
    }

    private OutputRow Compose(PlannedRow row, int sheetRow)
    {
        var cells = new RowContents(_left + _form.Columns.Count);
        switch (row.Kind)
        {
            case PrototypeKind.Heading:
            case PrototypeKind.Paragraph:
                cells[_left] = Text(row.Texts[0]);
                break;
            case PrototypeKind.BlockLine:
                BlockLine(row, cells);
                break;
            case PrototypeKind.InnerRow:
                InnerRow(row, sheetRow, cells);
                break;
            case PrototypeKind.Side:
                Number(cells);
                foreach (var part in row.Parts) DataCells(part, sheetRow, cells);
                break;
            case PrototypeKind.Fixed or PrototypeKind.Level or PrototypeKind.Free or PrototypeKind.Item:
                DataRow(row, sheetRow, cells);
                break;
        }

        Merge(row, sheetRow);
        var templateRow = _layout.Area.FirstRow + row.Prototype;
        return new OutputRow(templateRow, cells, RowHeights.Of(_template, templateRow, cells, MergedWidth(row)));
    }

    private double? MergedWidth(PlannedRow row) => row.Kind is PrototypeKind.Heading or PrototypeKind.Paragraph
        ? Enumerable.Range(_left - 1, _layout.Area.LastColumn - _left + 1).Sum(column => _template.WidthOf(column + 1))
        : null;

    private void DataRow(PlannedRow row, int sheetRow, RowContents cells)
    {
        if (!row.IsContinued) Number(cells);
        DataCells(row, sheetRow, cells);
    }

    private void Number(RowContents cells)
    {
        _printedNumber++;
        foreach (var column in _numbers) cells[_left + _form.IndexOf(column.Id)] = new CellContent.Number(_printedNumber);
    }

    private void DataCells(PlannedRow row, int sheetRow, RowContents cells)
    {
        if (row.Part is { } part && part != _form)
        {
            _parts[part.Id].DataCells(row, sheetRow, cells);
            return;
        }

        var view = ViewOf(row);
        var index = 0;
        FormulaText?[]? formulas = null;
        try
        {
            for (; index < _columns.Length; index++)
            {
                if (!_columns[index].IsRowNumber && view.Covers(_columns[index].Id)
                    && ContentOf(index, row, view, sheetRow, ref formulas) is { } content)
                    cells[_left + index] = content;
            }
        }
        catch (Exception problem) when (PackPlace.Noted(problem, _form.File, _columns[index].Line))
        {
            throw;
        }
    }

    private RowView ViewOf(PlannedRow row)
    {
        if (row.Key is { } key && _figures.View(_form)[key] is { } known) return known;
        return new RowView(row.Key ?? default, null, -1, IsLeaf: _form.Tree is not null, row.Fixed, null)
        {
            Group = (RowGroup?)row.Fixed ?? _form.Rows.FirstOrDefault(group => group is not RowGroup.Fixed),
        };
    }

    /// <summary>What stands in a cell; null for what the template holds.</summary>
    /// <param name="place">Place of its column.</param>
    /// <param name="row">Its row.</param>
    /// <param name="view">The row as rules see it.</param>
    /// <param name="sheetRow">Row on the sheet.</param>
    /// <param name="formulas">Formulas of the row; asked for when one is needed.</param>
    private CellContent? ContentOf(int place, PlannedRow row, RowView view, int sheetRow, ref FormulaText?[]? formulas)
    {
        var column = _columns[place];
        if (row.IsHeldAbove(column.Id)) return CellContent.Empty;
        if (row.Row?[column.Id] is CellValue.Text { Value: var words }) return Text(_labels.Own(view, column, words));
        if (row.Row?[column.Id] is { } entered) return Entered(_form, entered);
        var spec = BudgetFigures.SpecOf(_form, view, column);
        // a label without slots stands in its prototype row already; lists side by side share theirs
        if (spec.Role == CellRole.Label)
            return row.Fixed is { Stretch: > 0 } || spec.Label!.Contains('{', StringComparison.Ordinal)
                ? Text(_labels.Of(view, column) ?? "") : null;
        if (spec.Role == CellRole.Blank) return CellContent.Empty;
        if (_form.Tree?.Pieces.Contains(column.Id) == true) return Text(_labels.Of(view, column) ?? "");
        if (column.Kind == CellKind.CodeName) return CodeName(column, view, sheetRow);
        if (spec.Compute is not { } formula)
        {
            return _fillsZeros && row.Key is not null && spec.Role == CellRole.Entered
                && column.Kind is CellKind.Amount or CellKind.Percent
                ? new CellContent.Number(0m) : CellContent.Empty;
        }

        var written = (formulas ??= _laidOut.Row(_form, sheetRow))[place] ??= Written(column, formula, view, sheetRow);
        if (column.WithoutBase is { } word && (row.Key is null || _figures.IsWithoutBase(_form, view, column)))
            return new CellContent.TextFormula(written, word);
        return new CellContent.Formula(written, row.Key is null ? 0m : _form.Number(_figures.Value(_form, view, column.Id).Value));
    }

    private FormulaText Written(FormColumn column, string formula, RowView view, int sheetRow)
    {
        var place =
            new FormulaPlace(_layout.Area.Sheet, _form, sheetRow, view.Code, view.Key, column.Id) { WithoutBase = column.WithoutBase };
        return new FormulaText(_translator.Translate(_figures.Book.Formula(_form, formula), place));
    }

    /// <summary>A filled row prints the name; a free row brings it as soon as a code is typed.</summary>
    private CellContent CodeName(FormColumn column, RowView view, int sheetRow)
    {
        if (view.Code is not null) return Text(_labels.Of(view, column) ?? "");
        if (_figures.Book.Codes(_form) is not { } codes) return CellContent.Empty;
        var codeCell = CodeText.Of(
            _form.Tree!, piece => "$" + SheetReference.Cell(sheetRow, _left + _form.IndexOf(piece)), text => text);
        if (codes.IsUnderUnits)
        {
            if (codes.Below is not { } below) return CellContent.Empty;
            var length = codes.UnitLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
            codeCell = $"MID({codeCell},{length}+1,99)";
            codes = below;
        }

        return new CellContent.TextFormula(new FormulaText(
            $"IF({codeCell}=\"\",\"\",IFERROR(VLOOKUP({codeCell}&\"\",{TemplateNames.CodeTable(codes.Id)},2,FALSE),\"\"))"), "");
    }

    private void BlockLine(PlannedRow row, RowContents cells)
    {
        if (row.Line!.IsTitle)
        {
            cells[_left] = Text(BlockTitle(row));
            return;
        }

        foreach (var cell in row.Line.Cells)
        {
            if (cell.Column is not { } column)
            {
                // the first label says that the line above goes on
                if (row.IsContinued && cell.Label is { Length: > 0 })
                    cells[_left + cell.At] = cell == row.Line.Cells.First(first => first.Label is { Length: > 0 })
                        ? Text(ContinuationRow.Mark) : CellContent.Empty;
                continue;
            }

            cells[_left + cell.At] = row.Row?[column] is { } entered ? Entered(_form, entered) : CellContent.Empty;
        }
    }

    private string BlockTitle(PlannedRow row)
    {
        var title = row.Line!.Cells[0]
            .Label!.Replace("{number}", row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var column in _form.Columns)
            title = title.Replace("{" + column.Id + "}", row.Row?[column.Id]?.AsText() ?? "　　　　", StringComparison.Ordinal);
        return title;
    }

    private void InnerRow(PlannedRow row, int sheetRow, RowContents cells)
    {
        for (var index = 0; index < _listed.Columns.Count; index++)
        {
            cells[_left + index] = row.Row?[_listed.Columns[index].Id] is { } entered ? Entered(_listed, entered)
                : index < row.Texts.Count ? Text(row.Texts[index])
                : CellContent.Empty;
        }

    }

    private void Merge(PlannedRow row, int sheetRow)
    {
        foreach (var (column, rows) in row.Merged) Merges.Add((sheetRow, sheetRow + rows - 1, _left + column));
    }

    private static CellContent Entered(FormDefinition form, CellValue value) => value switch
    {
        CellValue.Amount amount => new CellContent.Number(form.Amounts.Number(amount.Yuan)),
        CellValue.Number number => new CellContent.Number(number.Value),
        CellValue.Text text => Text(text.Value),
        _ => CellContent.Empty,
    };

    private static CellContent Text(string text) => text.Length == 0 ? CellContent.Empty : new CellContent.Text(text);
}
