using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads a form of blocks: one block for each project, with the rows of the inner form inside.</summary>
internal sealed class BlockReading(FormDefinition form, FormDefinition inner, CellReading cells, FormSlots slots, ReadingLog log)
{
    private readonly RowGroup.Blocks _blocks = form.Blocks!;
    private readonly BlockLine[] _lines = [.. form.Blocks!.Lines.Where(line => !line.IsTitle)];
    private readonly Dictionary<RowKey, int> _keys = [];
    private readonly List<FormRow> _owners = [];
    private readonly List<FormRow> _inner = [];

    /// <summary>The block form's content and its inner form's.</summary>
    public (FormContent Blocks, FormContent Inner) Read(FlatSheet sheet)
    {
        var last = FormEnd.LastRow(form, sheet, 1);
        var found = new BlockFinder(_lines, inner, sheet, last).Find();
        if (found.Count > 0) log.Regions.Add(new FormRegion(form, sheet, found[0].FirstRow, last, new Dictionary<int, FormColumn>()));
        for (var index = 0; index < found.Count; index++)
        {
            for (var title = found[index].FirstRow - TitleLines; title < found[index].FirstRow; title++) log.PrintedBy(sheet, title,
                found[index].Column, found[index].Column);
            ReadBlock(sheet, found[index], index + 1 < found.Count ? found[index + 1].FirstRow - TitleLines - 1 : last, index + 1);
        }

        return (new FormContent(form.Id, RowKeys.MakeUnique(_owners)), new FormContent(inner.Id, RowKeys.MakeUnique(_inner)));
    }

    /// <summary>Title lines stand above the first line with fields.</summary>
    private int TitleLines => _blocks.Lines.TakeWhile(line => line.IsTitle).Count();

    private void ReadBlock(FlatSheet sheet, FoundBlock block, int end, int place)
    {
        ReportLabels(sheet, block);
        foreach (var (_, row, column) in block.Cells(_lines).Where(cell =>
            cell.Cell is { Column: null, Label.Length: > 0 })) log.PrintedAt(sheet, row, column);
        var (key, owner) = ReadOwner(sheet, block, place);
        var before = _inner.Count;
        var top = block.LastRow + 1 + Continued(sheet, block);
        if (FormHeader.Find(inner, sheet, top, Math.Min(end, top + 3), slots, log) is { } header)
        {
            for (var row = top; row <= header.LastRow; row++)
            {
                foreach (var column in header.Columns.Values) log.PrintedAt(sheet, row, column);
            }

            ReadInner(sheet, header, end, key);
        }
        else ReportHeader(sheet, block, end, owner);
        if (owner.Cells.Count == 0 && _inner.Count == before) return;
        _owners.Add(owner);
        _keys[owner.Key] = _keys.GetValueOrDefault(owner.Key) + 1;
    }

    private (RowKey Key, FormRow Owner) ReadOwner(FlatSheet sheet, FoundBlock block, int place)
    {
        var fields = block.Cells(_lines).Where(field => field.Cell.Column is not null).ToArray();
        var codeAt = fields.First(field => field.Cell.Column == form.Columns[0].Id);
        var own = new RowKey(RowKeys.OfProject(PlainText.Paragraphs(cells.Shown(sheet, codeAt.Row, codeAt.Column)), place));
        // a project listed again keeps its own indicators: the key says which of the two is meant
        var key = own with { Repeat = _keys.GetValueOrDefault(own) };
        var values = new RowCells();
        foreach (var (cell, row, column) in fields)
        {
            var id = cell.Column!.Value;
            var declared = form.Column(id)!;
            var value = cells.Entered(form, declared, new CellAddress(form.Id, key, id), sheet, row, column);
            if (!declared.IsFigure) value = GoingOn(sheet, block, row, column, value);
            if (value is not null) values[id] = value;
        }

        return (key, new FormRow(own, values));
    }

    /// <summary>How many rows below the last line go on with it.</summary>
    private int Continued(FlatSheet sheet, FoundBlock block)
    {
        var row = block.LastRow + 1;
        while (row <= sheet.LastRow && MarkIn(sheet, row, block.Column, block.Column + inner.Columns.Count) > 0) row++;
        return row - block.LastRow - 1;
    }

    /// <summary>The first of some cells of a row that says （续）; 0 where none does.</summary>
    private int MarkIn(FlatSheet sheet, int row, int from, int before)
    {
        for (var at = from; at < before; at++)
        {
            if (ContinuationRow.IsMark(cells.Shown(sheet, row, at))) return at;
        }

        return 0;
    }

    /// <summary>A text with what stands of it in the rows below that say （续） before them.</summary>
    private CellValue? GoingOn(FlatSheet sheet, FoundBlock block, int row, int column, CellValue? value)
    {
        for (var below = row + 1; below <= sheet.LastRow && !block.LineRows.Contains(below); below++)
        {
            var mark = MarkIn(sheet, below, block.Column, column);
            if (mark == 0) break;
            log.PrintedAt(sheet, below, mark);
            log.PrintedAt(sheet, below, column);
            if (PlainText.Paragraphs(cells.Shown(sheet, below, column)) is { Length: > 0 } piece)
                value = new CellValue.Text(ContinuationRow.Join(value?.AsText() ?? "", piece));
        }

        return value;
    }

    private void ReadInner(FlatSheet sheet, FormHeader header, int end, RowKey owner)
    {
        var number = 0;
        var above = new Dictionary<ColumnId, string>();
        var placed = header.Placed(inner);
        var printed = Array.FindAll(placed, column => inner.IndexOf(column.Column.Id) < Printed);
        var telling = Array.FindAll(placed, column => inner.IndexOf(column.Column.Id) >= Printed && column.Column.Kind != CellKind.Label);
        log.InnerRegions.Add(new FormRegion(inner, sheet, header.LastRow + 1, end,
            placed.ToDictionary(column => column.Place, column => column.Column)));
        for (var at = header.LastRow + 1; at <= end; at++)
        {
            if (!HasContent(sheet, telling, at))
            {
                foreach (var (_, place) in printed)
                {
                    if (IsSkeleton(sheet.Label(at, place))) log.PrintedAt(sheet, at, place);
                }

                continue;
            }

            var key = RowKeys.OfInner(owner, ++number);
            var values = new RowCells();
            foreach (var (column, place) in placed)
            {
                if (column.Kind != CellKind.Label && Value(sheet, key, column, at, place, above) is { } value) values[column.Id] = value;
            }

            _inner.Add(new FormRow(key, values));
        }
    }

    /// <summary>A merged heading counts for every row it spans; where merging was undone, the heading above still counts.</summary>
    private CellValue? Value(FlatSheet sheet, RowKey key, FormColumn column, int at, int place, Dictionary<ColumnId, string> above)
    {
        var address = new CellAddress(inner.Id, key, column.Id);
        var value = cells.Entered(inner, column, address, sheet, at, place);
        if (!column.IsMerged) return value;
        if (value is null && PlainText.Paragraphs(sheet.Text(at, place)) is { Length: > 0 } shown) value = new CellValue.Text(shown);
        if (value is null && above.TryGetValue(column.Id, out var inherited)) return new CellValue.Text(inherited);
        if (value?.AsText() is { } own) above[column.Id] = own;
        return value;
    }

    /// <summary>How many columns of an empty block are printed ready.</summary>
    private int Printed { get; } = form.Blocks!.Skeleton.Select(row => row.Count).DefaultIfEmpty(0).Max();

    private bool IsSkeleton(string label) => _blocks.Skeleton.Any(row => row.Any(heading => PlainText.Label(heading) == label));

    /// <summary>A row that holds nothing but the headings printed ready is no indicator yet.</summary>
    private static bool HasContent(FlatSheet sheet, (FormColumn Column, int Place)[] telling, int at)
    {
        foreach (var (_, place) in telling)
        {
            if (sheet[at, place] is { } cell && (cell.HasFormula || !string.IsNullOrWhiteSpace(cell.Text))) return true;
        }

        return false;
    }

    private void ReportLabels(FlatSheet sheet, FoundBlock block)
    {
        foreach (var (cell, row, column) in block.Cells(_lines))
        {
            if (cell is not { Column: null, Label: { Length: > 0 } label } || sheet.Label(row, column) == PlainText.Label(label)) continue;
            var now = sheet.Text(row, column).Trim();
            var place = new Place(sheet.Name, new CellReference(row, column).ToString(), new CellAddress(form.Id, default, default));
            log.Add((now.Length == 0 ? RowFindings.LabelCleared
                : RowFindings.LabelRenamed).At(place, ("expected", label), ("actual", now)));
        }
    }

    /// <summary>Without its header the inner table cannot be read; that must not look like a project without indicators.</summary>
    private void ReportHeader(FlatSheet sheet, FoundBlock block, int end, FormRow owner)
    {
        for (var row = block.LastRow + 1; row <= end; row++)
        {
            if (sheet.Row(row).IsEmpty) continue;
            // told as a whole: the finding is about every row below
            for (var below = row; below <= end; below++) log.PrintedBy(sheet, below);
            log.Add(HeaderFindings.InnerHeaderLost.At(
                new Place(sheet.Name, new CellReference(row, block.Column).ToString(), new CellAddress(inner.Id, default, default)),
                ("project", owner.Text("name") ?? ""), ("table", inner.Title),
                    ("columns", string.Join("、", inner.Columns.Select(column => slots.Fill(column.Title))))));
            return;
        }
    }
}
