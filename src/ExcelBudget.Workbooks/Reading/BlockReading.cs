using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Flat;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>Reads a form of blocks: one block for each project, with the rows of the inner form inside.</summary>
internal sealed class BlockReading(FormDefinition form, FormDefinition inner, CellReading cells, FormSlots slots, ReadingLog log)
{
    private readonly RowGroup.Blocks _blocks = form.Blocks!;
    private readonly List<FormRow> _owners = [];
    private readonly List<FormRow> _inner = [];

    /// <summary>The block form's content and its inner form's.</summary>
    public (FormContent Blocks, FormContent Inner) Read(FlatSheet sheet)
    {
        var starts = Starts(sheet);
        for (var index = 0; index < starts.Count; index++)
        {
            var end = index + 1 < starts.Count ? starts[index + 1].Row - TitleLines - 1 : LastRow(sheet);
            ReadBlock(sheet, starts[index], end, index + 1);
        }

        return (new FormContent(form.Id, RowKeys.MakeUnique(_owners)), new FormContent(inner.Id, RowKeys.MakeUnique(_inner)));
    }

    /// <summary>Title lines stand above the first line with fields.</summary>
    private int TitleLines => _blocks.Lines.TakeWhile(line => line.IsTitle).Count();

    private string FirstLabel => PlainText.Label(_blocks.Lines.First(line => !line.IsTitle).Cells[0].Label!);

    private List<(int Row, int Column)> Starts(FlatSheet sheet)
    {
        var label = FirstLabel;
        var starts = new List<(int, int)>();
        foreach (var cell in sheet.Cells)
        {
            if (cell.Kind == FlatCellKind.Text && cell.Text.Length < 40 && PlainText.Label(cell.Text) == label) starts.Add((cell.Row, cell.Column));
        }

        return starts;
    }

    private static int LastRow(FlatSheet sheet)
    {
        var last = sheet.LastRow;
        while (last > 0 && (sheet.Row(last).IsEmpty || sheet.IsFoot(last))) last--;
        return last;
    }

    private void ReadBlock(FlatSheet sheet, (int Row, int Column) start, int end, int place)
    {
        var (key, headerFrom) = ReadOwner(sheet, start, end, place, out var owner);
        var header = FormHeader.Find(inner, sheet, headerFrom, Math.Min(end, headerFrom + 3), slots, log);
        var before = _inner.Count;
        if (header is not null) ReadInner(sheet, header, end, key);
        if (owner.Cells.Count > 0 || _inner.Count > before) _owners.Add(owner);
    }

    private (string Key, int Next) ReadOwner(FlatSheet sheet, (int Row, int Column) start, int end, int place, out FormRow owner)
    {
        var fields = Fields(sheet, start, end, out var last);
        var code = fields.TryGetValue(form.Columns[0].Id, out var codeAt) ? PlainText.Paragraphs(sheet[codeAt.Row, codeAt.Column]?.Text ?? "") : "";
        var known = _owners.Count(other => other.Key.Value == RowKeys.OfProject(code, place));
        var key = RowKeys.OfProject(code, place) + (known == 0 ? "" : $"~{(known + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        var values = new Dictionary<ColumnId, CellValue>();
        foreach (var (column, at) in fields)
        {
            var address = new CellAddress(form.Id, new RowKey(key), column);
            if (cells.Entered(form, form.Column(column)!, address, sheet, at.Row, at.Column) is { } value) values[column] = value;
        }

        owner = new FormRow(new RowKey(RowKeys.OfProject(code, place)), values);
        return (key, last + 1);
    }

    /// <summary>Where the fields of a block stand: each line is found by its first label, its fields by their distance from it.</summary>
    private Dictionary<ColumnId, (int Row, int Column)> Fields(FlatSheet sheet, (int Row, int Column) start, int end, out int last)
    {
        var fields = new Dictionary<ColumnId, (int, int)>();
        last = start.Row;
        foreach (var line in _blocks.Lines.Where(line => !line.IsTitle))
        {
            if (LineRow(sheet, line, start, end) is not { } row) continue;
            last = Math.Max(last, row);
            var at = start.Column;
            foreach (var cell in line.Cells)
            {
                if (cell.Column is { } column) fields[column] = (row, at);
                at += cell.Span;
            }
        }

        return fields;
    }

    private static int? LineRow(FlatSheet sheet, BlockLine line, (int Row, int Column) start, int end)
    {
        var label = PlainText.Label(line.Cells[0].Label ?? "");
        for (var row = start.Row; row <= Math.Min(end, start.Row + 12); row++)
        {
            if (sheet.Label(row, start.Column) == label) return row;
        }

        return null;
    }

    private void ReadInner(FlatSheet sheet, FormHeader header, int end, string owner)
    {
        var number = 0;
        var above = new Dictionary<ColumnId, string>();
        for (var at = header.LastRow + 1; at <= end; at++)
        {
            if (!HasContent(sheet, header, at)) continue;
            var key = RowKeys.OfInner(owner, number + 1);
            var values = new Dictionary<ColumnId, CellValue>();
            foreach (var column in inner.Columns)
            {
                if (header.Columns.TryGetValue(column.Id, out var place) && Value(sheet, key, column, at, place, above) is { } value) values[column.Id] = value;
            }

            number++;
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

    /// <summary>A row that holds nothing but the headings printed ready is no indicator yet.</summary>
    private bool HasContent(FlatSheet sheet, FormHeader header, int at)
    {
        var printed = _blocks.Skeleton.Count > 0 ? _blocks.Skeleton.Max(row => row.Count) : 0;
        return inner.Columns.Skip(printed).Any(column =>
            header.Columns.TryGetValue(column.Id, out var place) && sheet[at, place] is { } cell && (cell.HasFormula || cell.Text.Trim().Length > 0));
    }
}
