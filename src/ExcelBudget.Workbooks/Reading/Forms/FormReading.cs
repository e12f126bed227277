using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads a form of fixed rows, code-tree rows or list rows below one header.</summary>
internal sealed class FormReading(CodeList? codes, CellReading cells, FormSlots slots, ReadingLog log)
{
    /// <summary>The form's content.</summary>
    public FormContent Read(FormDefinition form, FlatSheet sheet, FormHeader header)
    {
        var last = FormEnd.LastRow(form, sheet, header.LastRow + 1);
        var fixedRows = new FixedRowFinder(form, sheet, header, slots, header.LastRow + 1, last).Find(log);
        var rows = new List<FormRow>();
        foreach (var declared in form.Rows.OfType<RowGroup.Fixed>())
        {
            if (!fixedRows.TryGetValue(declared.Key, out var at)) continue;
            var row = Row(form, sheet, header, at, declared.Key, column => CellSpec.Of(column, declared));
            if (row.Cells.Count > 0) rows.Add(row);
        }

        var taken = fixedRows.Values.ToHashSet();
        var free = Enumerable.Range(header.LastRow + 1, Math.Max(0, last - header.LastRow)).Where(at => !taken.Contains(at));
        if (form.Tree is { } tree) rows.AddRange(TreeRows(form, tree, sheet, header, free));
        else if (form.List is { } list) rows.AddRange(ListRows(form, list, sheet, header, free));
        else foreach (var at in free) ReportStray(form, sheet, header, at, RowFindings.RowUnknown);
        new FormSurroundings(form, sheet, header, last, log).Report();
        return new FormContent(form.Id, RowKeys.MakeUnique(rows));
    }

    private IEnumerable<FormRow> TreeRows(FormDefinition form, RowGroup.Tree tree, FlatSheet sheet, FormHeader header, IEnumerable<int> rows)
    {
        if (!header.Columns.TryGetValue(tree.Column, out var codeColumn)) yield break;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var at in rows)
        {
            var code = CodeText.Clean(sheet[at, codeColumn]?.Text ?? "");
            if (code.Length == 0)
            {
                ReportStray(form, sheet, header, at, RowFindings.RowUncoded);
                continue;
            }

            var times = seen[code] = seen.GetValueOrDefault(code) + 1;
            var key = new RowKey(times == 1 ? code : $"{code}~{times.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            log.Locate(new CellAddress(form.Id, key, tree.Column), sheet, at, codeColumn);
            var isLeaf = codes!.IsLeaf(code) || codes.LevelOf(code) < 0;
            var row = Row(form, sheet, header, at, key, column => column.Id == tree.Column ? default : CellSpec.Of(column, tree, isLeaf));
            yield return new FormRow(new RowKey(code), WithoutListedName(form, code, row.Cells));
        }
    }

    /// <summary>The name of a code is kept only where it differs from the code list.</summary>
    private Dictionary<ColumnId, CellValue> WithoutListedName(FormDefinition form, string code, IReadOnlyDictionary<ColumnId, CellValue> cells)
    {
        var kept = new Dictionary<ColumnId, CellValue>(cells);
        foreach (var column in form.Columns.Where(column => column.Kind == CellKind.CodeName))
        {
            if (kept.TryGetValue(column.Id, out var name) && PlainText.Label(name.AsText() ?? "") == PlainText.Label(codes!.NameOf(code) ?? "")) kept.Remove(column.Id);
        }

        return kept;
    }

    /// <summary>An amount in a row that cannot be told would silently be lost.</summary>
    private void ReportStray(FormDefinition form, FlatSheet sheet, FormHeader header, int at, FindingKind kind)
    {
        foreach (var column in form.Columns.Where(column => column.IsFigure))
        {
            if (!header.Columns.TryGetValue(column.Id, out var place) || sheet[at, place] is not { HasFormula: false } cell || IsNothing(cell)) continue;
            var stray = new Place(sheet.Name, new CellReference(at, place).ToString(), new CellAddress(form.Id, default, column.Id));
            log.Add(kind.At(stray, ("row", new FindingValue.Count(at)), ("actual", cell.Text.Trim())));
            return;
        }
    }

    /// <summary>A figure where the form has none would be passed over, and the accountant would think it was counted.</summary>
    private void ReportMisplaced(FormDefinition form, FormColumn column, CellAddress address, FlatSheet sheet, int at, int place)
    {
        if (!column.IsFigure || sheet[at, place] is not { } cell || IsNothing(cell)) return;
        log.Locate(address, sheet, at, place);
        log.Add(RowFindings.CellMisplaced.At(log.Places[address], ("column", column.Title), ("actual", cell.Text.Trim())));
    }

    private static bool IsNothing(FlatCell cell) => cell.Kind == FlatCellKind.Number ? cell.Number == 0m : cell.Text.Trim() is "" or "0";

    private IEnumerable<FormRow> ListRows(FormDefinition form, RowGroup.List list, FlatSheet sheet, FormHeader header, IEnumerable<int> rows)
    {
        var number = 0;
        var owned = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var at in rows)
        {
            if (!HasContent(form, sheet, header, at)) continue;
            var key = RowKeys.OfListed(list, column => TextAt(sheet, header, at, column), ++number, owned);
            var times = seen[key.Value] = seen.GetValueOrDefault(key.Value) + 1;
            var place = times == 1 ? key : new RowKey($"{key}~{times.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            yield return new FormRow(key, Row(form, sheet, header, at, place, CellSpec.OfListed).Cells);
        }
    }

    private static string? TextAt(FlatSheet sheet, FormHeader header, int row, ColumnId column) =>
        header.Columns.TryGetValue(column, out var at) ? sheet[row, at]?.Text : null;

    private static bool HasContent(FormDefinition form, FlatSheet sheet, FormHeader header, int at) => form.Columns.Any(column =>
        column is { Compute: null, IsRowNumber: false } && header.Columns.TryGetValue(column.Id, out var place) && sheet[at, place] is { } cell
        && (cell.HasFormula || cell.Text.Trim().Length > 0));

    private FormRow Row(FormDefinition form, FlatSheet sheet, FormHeader header, int at, RowKey key, Func<FormColumn, CellSpec> specOf)
    {
        var values = new Dictionary<ColumnId, CellValue>();
        foreach (var column in form.Columns)
        {
            var role = specOf(column).Role;
            if (role == CellRole.Label || !header.Columns.TryGetValue(column.Id, out var place)) continue;
            var address = new CellAddress(form.Id, key, column.Id);
            if (role == CellRole.Blank)
            {
                ReportMisplaced(form, column, address, sheet, at, place);
                continue;
            }

            var value = role == CellRole.Computed
                ? cells.Computed(form, column, address, sheet, at, place)
                : cells.Entered(form, column, address, sheet, at, place);
            if (value is not null) values[column.Id] = value;
        }

        return new FormRow(key, values);
    }
}
