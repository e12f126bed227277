using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Layout;

/// <summary>Decides which rows a form's region has in one workbook.</summary>
/// <param name="figures">The budget.</param>
/// <param name="isBlank">True for a workbook to type in: it leaves room.</param>
internal sealed class FormPlanner(BudgetFigures figures, bool isBlank)
{
    private const int FreeCodeRows = 40;
    private const int FreeParagraphs = 4;
    private const int FreeBlocks = 5;

    /// <summary>The rows of a form's region from top to bottom.</summary>
    /// <param name="form">The form.</param>
    /// <param name="widthOf">Width of its columns in characters by their place from 0.</param>
    public IReadOnlyList<PlannedRow> Plan(FormDefinition form, Func<int, double> widthOf)
    {
        var rows = new List<PlannedRow>();
        var at = 0;
        for (var index = 0; index < form.AllRows.Count; index++)
        {
            var group = form.AllRows[index];
            if (group.Stretch > 0)
            {
                var stretch = form.AllRows.Skip(index).TakeWhile(other => other.Stretch == group.Stretch).ToArray();
                rows.AddRange(SideRows(form, stretch, at++));
                index += stretch.Length - 1;
                continue;
            }

            rows.AddRange(group switch
            {
                RowGroup.Fixed declared =>
                    [new PlannedRow(at, PrototypeKind.Fixed, declared.Key, Content(form)?[declared.Key]) { Fixed = declared }],
                RowGroup.Tree => TreeRows(form, at),
                RowGroup.Part part => TreeRows(part.Form, at).Select(row => row with { Part = part.Form }),
                RowGroup.List list => Merging.OfList(form, [.. ListRows(form, list, at, widthOf)]),
                RowGroup.Texts texts => TextRows(form, texts, at, widthOf),
                RowGroup.Blocks blocks => BlockRows(form, blocks, at, widthOf),
                _ => [],
            });
            at += Prototype.CountOf(group);
        }

        return rows;
    }

    /// <summary>Lists side by side: the k-th rows of all lists share a line, the shorter list is filled up.</summary>
    private IEnumerable<PlannedRow> SideRows(FormDefinition form, RowGroup[] stretch, int at) => PrintedRows
        .Aligned([.. stretch.GroupBy(group => group.Side).OrderBy(side => side.Key)
            .Select(side => side.SelectMany(group => SideRows(form, group, at)).ToArray())])
        .Select(line => new PlannedRow(at, PrototypeKind.Side, null, null) { Parts = line });

    private IEnumerable<PlannedRow> SideRows(FormDefinition form, RowGroup group, int at) => group switch
    {
        RowGroup.Fixed declared => [new PlannedRow(at, PrototypeKind.Fixed, declared.Key, Content(form)?[declared.Key]) { Fixed =
            declared }],
        RowGroup.Part part => TreeRows(part.Form, at).Select(row => row with { Prototype = at, Part = part.Form }),
        _ => TreeRows(form, at).Select(row => row with { Prototype = at }),
    };

    private FormContent? Content(FormDefinition form) => figures.Budget[form.Id];

    private IEnumerable<PlannedRow> TreeRows(FormDefinition form, int at)
    {
        var (tree, levels) = (form.Tree!, form.Tree!.Levels.Count);
        var rows = figures.View(form).Rows.Where(row => row.Fixed is null).ToArray();
        // a code of no level is printed like the lowest one: nothing that was read is lost
        foreach (var row in rows)
        {
            var place = tree.Place(row.Depth) is >= 0 and var known ? known : levels - 1;
            yield return new PlannedRow(at + place, PrototypeKind.Level, row.Key, row.Row);
        }

        var free = isBlank ? FreeRows(form, tree) : rows.Length == 0 ? 1 : 0;
        for (var index = 0; index < free; index++) yield return new PlannedRow(at + levels, PrototypeKind.Free, null, null);
    }

    /// <summary>No more room than there are codes, where each code has one row.</summary>
    private int FreeRows(FormDefinition form, RowGroup.Tree tree) => tree.Depths.Count > 1 || figures.Book.Codes(form)!.IsUnderUnits
        ? FreeCodeRows
        : Math.Min(FreeCodeRows, CodeNames.Of(figures.Book.Codes(form)!, tree.LeafDepth).Count);

    private IEnumerable<PlannedRow> ListRows(FormDefinition form, RowGroup.List list, int at, Func<int, double> widthOf)
    {
        FormRow[] rows = [.. (Content(form)?.Rows ?? []).Where(row => form.FixedRow(row.Key) is null)];
        foreach (var row in rows)
        {
            var pieces = Pieces(form, row, widthOf);
            yield return new PlannedRow(at, PrototypeKind.Item, row.Key, pieces[0]);
            foreach (var piece in pieces.Skip(1)) yield return new PlannedRow(at, PrototypeKind.Item, null, piece) { IsContinued = true };
        }

        // totals are taken over at least one row
        var least = rows.Length == 0 && form.Rows.OfType<RowGroup.Fixed>().Any() ? 1 : 0;
        var free = Math.Max(least, isBlank ? list.BlankRows : list.FreeRows);
        for (var index = 0; index < free; index++) yield return new PlannedRow(at, PrototypeKind.Item, null, null);
    }

    /// <summary>A row and the rows in which its long texts go on.</summary>
    private static List<FormRow> Pieces(FormDefinition form, FormRow row, Func<int, double> widthOf)
    {
        var cut = row.Cells.Where(cell => cell.Value is CellValue.Text && form.IndexOf(cell.Key) > 0)
            .Select(cell => (cell.Key, Pieces: ContinuationRow.Cut(cell.Value.AsText()!, widthOf(form.IndexOf(cell.Key)))))
            .Where(cell => cell.Pieces.Count > 1).ToArray();
        if (cut.Length == 0) return [row];
        var rows = new List<FormRow>();
        for (var index = 0; index < cut.Max(cell => cell.Pieces.Count); index++)
        {
            var cells = index == 0 ? new Dictionary<ColumnId, CellValue>(row.Cells)
                : new Dictionary<ColumnId, CellValue> { [form.Columns[0].Id] = new CellValue.Text(ContinuationRow.Mark) };
            foreach (var (column, pieces) in cut.Where(cell => index < cell.Pieces.Count))
                cells[column] = new CellValue.Text(pieces[index]);
            rows.Add(new FormRow(row.Key, cells));
        }

        return rows;
    }

    /// <summary>
    /// A line of a block and the lines in which its long texts go on. A field over several lines has their room; a line without a label
    /// cannot say that it goes on.
    /// </summary>
    private static IEnumerable<(FormRow? Row, bool IsFirst)> Pieces(BlockLine line, FormRow? owner, Func<int, double> widthOf)
    {
        if (owner is null || LongFields(line, owner, widthOf) is not { Count: > 0 } fields)
        {
            yield return (owner, true);
            yield break;
        }

        for (var index = 0; index < fields.Max(field => field.Pieces.Count); index++)
        {
            var cells = index == 0 ? new Dictionary<ColumnId, CellValue>(owner.Cells) : [];
            foreach (var (column, pieces) in fields.Where(field => index < field.Pieces.Count))
                cells[column] = new CellValue.Text(pieces[index]);
            yield return (new FormRow(owner.Key, cells), index == 0);
        }
    }

    /// <summary>The fields of a line whose texts need several rows, with what stands in each.</summary>
    private static List<(ColumnId Column, IReadOnlyList<string> Pieces)> LongFields(
        BlockLine line, FormRow owner, Func<int, double> widthOf)
    {
        var fields = new List<(ColumnId, IReadOnlyList<string>)>();
        var hasLabel = line.Cells.Any(cell => cell.Label is { Length: > 0 });
        if (line.IsTitle || !hasLabel || line.Cells.Any(cell => cell.Rows > 1)) return fields;
        foreach (var cell in line.Cells)
        {
            if (cell.Column is not { } column || owner[column] is not CellValue.Text text) continue;
            var pieces = ContinuationRow.Cut(text.Value, Enumerable.Range(cell.At, cell.Span).Sum(widthOf));
            if (pieces.Count > 1) fields.Add((column, pieces));
        }

        return fields;
    }

    private IEnumerable<PlannedRow> TextRows(FormDefinition form, RowGroup.Texts texts, int at, Func<int, double> widthOf)
    {
        // a form of one column is laid over three
        var width = Enumerable.Range(0, Math.Max(form.Columns.Count, 3)).Sum(widthOf);
        foreach (var section in texts.Sections)
        {
            var key = new RowKey(section.Id);
            yield return new PlannedRow(at, PrototypeKind.Heading, key, null) { Texts = [Heading(section)] };
            var text = Content(form)?[key]?[form.Columns[0].Id]?.AsText();
            var paragraphs = text?.Split('\n') ?? [.. Enumerable.Repeat("", isBlank ? FreeParagraphs : 1)];
            foreach (var piece in paragraphs.SelectMany(paragraph => ContinuationRow.Cut(paragraph, width)))
            {
                yield return new PlannedRow(at + 1, PrototypeKind.Paragraph, key, null) { Texts = [piece] };
            }
        }
    }

    /// <summary>The heading carries the hint in brackets; the reader goes by the title in front of it.</summary>
    private static string Heading(TextSection section) =>
        section.Hint.Length == 0 ? section.Title : $"{section.Title}（{section.Hint.TrimEnd('。')}）";

    private IEnumerable<PlannedRow> BlockRows(FormDefinition form, RowGroup.Blocks blocks, int at, Func<int, double> widthOf)
    {
        var owners = Content(form)?.Rows ?? [];
        var inner = figures.Budget[blocks.Inner]?.Rows.ToLookup(row => RowKeys.OwnerOf(row.Key))
            ?? Array.Empty<FormRow>().ToLookup(_ => default(RowKey));
        var number = 0;
        foreach (var owner in owners)
        {
            foreach (var row in Block(blocks, at, owner, [.. inner[owner.Key]], ++number, widthOf)) yield return row;
        }

        var free = isBlank ? FreeBlocks : owners.Count == 0 ? 1 : 0;
        for (var index = 0; index < free; index++)
        {
            foreach (var row in Block(blocks, at, null, [], ++number, widthOf)) yield return row;
        }
    }

    private IEnumerable<PlannedRow> Block(RowGroup.Blocks blocks, int at, FormRow? owner, IReadOnlyList<FormRow> inner, int number,
        Func<int, double> widthOf)
    {
        var next = at;
        foreach (var line in blocks.Lines)
        {
            foreach (var (row, isFirst) in Pieces(line, owner, widthOf))
            {
                yield return new PlannedRow(next, PrototypeKind.BlockLine, owner?.Key, row)
                {
                    Line = line,
                    Number = number,
                    IsContinued = !isFirst,
                };
            }

            next++;
        }
        var form = figures.Book.Pack[blocks.Inner];
        yield return new PlannedRow(next++, PrototypeKind.InnerHeader, null, null)
        {
            Merged = Merging.Beside(form, inner.Count > 0 ? inner.Count : Math.Max(1, blocks.Skeleton.Count)),
        };
        foreach (var row in inner.Count > 0 ? Merging.Of(form, inner, next) : Merging.Skeleton(form, blocks.Skeleton, next))
        {
            yield return row;
        }
        yield return new PlannedRow(next + 1, PrototypeKind.Spacer, null, null);
    }
}
