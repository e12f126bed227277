using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// The look of the official workbook for the forms that were drafted from it: fonts, borders, colours, alignment, heights, margins. A form
/// is known again by its title; one whose columns were added to or taken away keeps the usual look below its headings.
/// </summary>
/// <param name="original">The official workbook.</param>
/// <param name="words">What words of headings say.</param>
public sealed class OriginalLook(GuardedWorkbook original, DraftWords words) : WorkbookDress
{
    private const double LowestRow = 13.5;
    private const double HighestRow = 400;

    internal override void Put(Pack pack, ExcelWorkbook workbook)
    {
        var drafts = DraftBook.Read(original, words);
        var sheets = DraftSheet.Of(original);
        foreach (var form in Prototype.SheetForms(pack))
        {
            var draft = drafts.FirstOrDefault(draft => draft.Title == form.Title && draft.Sheet == form.Sheet)
                ?? drafts.FirstOrDefault(draft => draft.Title == form.Title);
            if (draft is null) continue;
            var look = sheets.First(sheet => sheet.Name == draft.Source).Look;
            new OneForm(pack, form, workbook, draft, look).Put();
        }
    }

    /// <summary>One form and what it was drafted from.</summary>
    private sealed class OneForm(Pack pack, FormDefinition form, ExcelWorkbook workbook, DraftForm draft, DraftLook look)
    {
        private readonly ExcelWorksheet _sheet = workbook.Worksheets[form.Sheet];
        private readonly IReadOnlyList<DraftColumn> _columns = draft.Block?.Inner ?? draft.Columns;

        private int Width => form.Blocks is { } blocks ? pack[blocks.Inner].Columns.Count : form.Columns.Count;

        public void Put()
        {
            Line(TemplateNames.Title(form.Id), draft.TitleRow);
            if (draft.NumberRow > 0 && draft.NumberRow != draft.TitleRow) Line(TemplateNames.NumberLine(form.Id), draft.NumberRow);
            if (draft.SecondRow > 0) Line(TemplateNames.SecondLine(form.Id), draft.SecondRow);
            // blocks have a scale of their own, reckoned for the usual margins
            if (form.Blocks is null) Page();
            if (_columns.Count != Width) return;
            if (form.Blocks is null) Header();
            Rows();
        }

        private ExcelNamedRange? Named(string name) => workbook.Names.ContainsKey(name) ? workbook.Names[name] : null;

        /// <summary>A line over the whole width takes the look of its first cell that has one.</summary>
        private void Line(string name, int row)
        {
            if (Named(name) is not { } cells) return;
            var at = _columns.Select(column => column.At).Where(column => column > 0).DefaultIfEmpty(1).Min();
            if (look[row, at] is not { } own) return;
            for (var column = 1; column <= Width; column++) Font(_sheet.Cells[cells.Start.Row, column], own);
            Height(cells.Start.Row, row);
        }

        private void Header()
        {
            if (Named(TemplateNames.Columns(form.Id)) is not { } last) return;
            var depth = HeaderBuilder.Depth(form);
            var top = last.Start.Row - (form.PrintsColumnNumbers ? depth : depth - 1);
            var rows = draft.Header.Last - draft.Header.First + 1;
            for (var row = 0; row < depth; row++)
            {
                var source = draft.Header.First + Math.Min(rows - 1, row);
                for (var column = 0; column < Width; column++) Cell(top + row, column + 1, source, _columns[column].At, isHeading: true);
                if (rows == depth) Height(top + row, source);
            }

            if (!form.PrintsColumnNumbers) return;
            for (var column = 0; column < Width; column++)
                Cell(last.Start.Row, column + 1, draft.Header.Last + 1, _columns[column].At, isHeading: true);
            Height(last.Start.Row, draft.Header.Last + 1);
        }

        private void Rows()
        {
            if (Named(TemplateNames.Rows(form.Id)) is not { } area) return;
            var prototypes = Prototype.Of(form);
            var line = 0;
            for (var index = 0; index < prototypes.Count; index++)
            {
                var source = SourceOf(prototypes[index], ref line);
                if (source == 0) continue;
                for (var column = 0; column < Width; column++)
                    Cell(area.Start.Row + index, column + 1, source, _columns[column].At, IsHeading(prototypes[index], column));
                Height(area.Start.Row + index, source);
                if (prototypes[index].Kind == PrototypeKind.BlockLine) Lift(area.Start.Row + index, prototypes[index].Line!);
            }
        }

        private static bool IsHeading(Prototype prototype, int column) => prototype.Kind == PrototypeKind.InnerHeader
            || (prototype.Line?.Cells.Any(cell => cell.Column is null && cell.At <= column && column < cell.At + cell.Span) ?? false);

        /// <summary>A line of a block is as high as its words need in their columns.</summary>
        private void Lift(int row, BlockLine line)
        {
            var lines = line.Cells.Where(cell => cell is { Label: not null, IsVertical: false, Rows: 1, Span: > 0 }).Select(cell =>
                TextMetrics.Lines(cell.Label!, Enumerable.Range(cell.At + 1, cell.Span).Sum(column => _sheet.Column(column).Width)));
            var height = (lines.DefaultIfEmpty(1).Max() * TextMetrics.LineHeight) + 6;
            if (height > _sheet.Row(row).Height) _sheet.Row(row).Height = height;
        }

        /// <summary>The row of the official form that shows how a prototype row looks; 0 for none.</summary>
        private int SourceOf(Prototype prototype, ref int line)
        {
            var first = draft.Header.Last + (draft.HasColumnNumbers ? 2 : 1);
            return prototype.Kind switch
            {
                PrototypeKind.Fixed => RowOf(prototype.Fixed!) ?? first,
                PrototypeKind.Level => draft.Tree?.Shown.Where(shown => shown.Level == prototype.Level).Select(shown => shown.Row)
                    .FirstOrDefault(first) ?? first,
                // one row shows how all lines of the lists look: an entered one, not a total in bold
                PrototypeKind.Side => draft.Rows.Find(row => row.Side >= 0 && row.Compute.Count == 0)?.At ?? first,
                PrototypeKind.BlockLine when prototype.Line!.IsTitle => 0,
                PrototypeKind.BlockLine => draft.Header.First + line++,
                PrototypeKind.InnerHeader => draft.Header.Last,
                PrototypeKind.InnerRow => draft.Header.Last + 1,
                PrototypeKind.Spacer or PrototypeKind.Heading or PrototypeKind.Paragraph => 0,
                _ => draft.Tree is { Shown.Count: > 0 } tree ? tree.Shown[^1].Row : first + draft.RowsBeforeTree,
            };
        }

        private int? RowOf(RowGroup.Fixed row) => draft.Rows.Find(own => own.Id == row.Key.Value)?.At
            ?? draft.Rows.Find(own => own.Labels.Values.Intersect(row.Labels.Values).Any())?.At;

        private void Page()
        {
            if (look.Margins is { } margins)
            {
                var page = _sheet.PrinterSettings;
                (page.LeftMargin, page.RightMargin) = ((decimal)margins.Left, (decimal)margins.Right);
                (page.TopMargin, page.BottomMargin) = ((decimal)margins.Top, (decimal)margins.Bottom);
            }

            if (look.IsCentred) _sheet.PrinterSettings.HorizontalCentered = true;
        }

        private void Height(int row, int source)
        {
            if (look.HeightOf(source) is { } height and >= LowestRow and <= HighestRow) _sheet.Row(row).Height = height;
        }

        private void Cell(int row, int column, int sourceRow, int sourceColumn, bool isHeading)
        {
            if (sourceColumn == 0 || look[sourceRow, sourceColumn] is not { } own) return;
            var cell = _sheet.Cells[row, column];
            Font(cell, own);
            LookOfCells.Borders(cell, own.Borders);
            LookOfCells.Fill(cell, own.Fill, isHeading);
            LookOfCells.Place(cell, own, isHeading);
        }

        private static void Font(ExcelRange cell, DraftCellLook own) => LookOfCells.Font(cell, own);
    }
}
