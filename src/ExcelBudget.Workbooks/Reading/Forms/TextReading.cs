using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Reads a form of texts: headings, and the paragraphs below each.</summary>
internal sealed class TextReading(CellReading cells, ReadingLog log)
{
    public FormContent Read(FormDefinition form, RowGroup.Texts texts, FlatSheet sheet)
    {
        var column = form.Columns[0].Id;
        var last = FormEnd.VisibleCodeRow(sheet) is > 0 and var code ? code - 1 : sheet.LastRow;
        var headings = TextHeadings.Find(texts.Sections, sheet, last);
        var paragraphs = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var first = new Dictionary<string, FlatCell>(StringComparer.Ordinal);
        TextSection? section = null;
        for (var row = 1; row <= last; row++)
        {
            if (TextHeadings.FirstText(sheet, row) is not { } cell) continue;
            if (headings.ContainsKey(row)) log.PrintedBy(sheet, row, cell.Column, cell.Column);
            if (headings.TryGetValue(row, out var heading)) paragraphs[(section = heading).Id] = [];
            else if (section is null) continue;
            else if (cells.Paragraph(cells.At(form, form.Columns[0], new CellAddress(form.Id, new RowKey(section.Id), column)), sheet,
                cell) is { } text) Add(paragraphs[section.Id], text);
            first.TryAdd(section.Id, cell);
            if (paragraphs[section.Id].Count == 1) first[section.Id] = cell;
            log.Locate(new CellAddress(form.Id, new RowKey(section.Id), column), sheet, first[section.Id].Row, first[section.Id].Column);
        }

        if (headings.Count > 0) log.Regions.Add(new FormRegion(form, sheet, headings.Keys.Min(), last, new Dictionary<int, FormColumn>()));
        foreach (var missing in texts.Sections.Where(known => !paragraphs.ContainsKey(known.Id)))
        {
            var place = new Place(sheet.Name, null, new CellAddress(form.Id, new RowKey(missing.Id), column));
            log.Add(RowFindings.SectionGone.At(place, ("expected", missing.Title)));
        }

        return new FormContent(form.Id, [.. Rows(texts, paragraphs, column)]);
    }

    /// <summary>A paragraph, or what a paragraph too high for one row has in the next.</summary>
    private static void Add(List<string> paragraphs, string text)
    {
        if (paragraphs.Count > 0 && ContinuationRow.GoesOnBelow(paragraphs[^1]))
            paragraphs[^1] = ContinuationRow.Join(paragraphs[^1], text);
        else paragraphs.Add(text);
    }

    private static IEnumerable<FormRow> Rows(RowGroup.Texts texts, Dictionary<string, List<string>> paragraphs, ColumnId column)
    {
        foreach (var section in texts.Sections)
        {
            if (!paragraphs.TryGetValue(section.Id, out var lines)) continue;
            var text = PlainText.Paragraphs(string.Join('\n', lines));
            if (text.Length > 0) yield return new FormRow(new RowKey(section.Id), new Dictionary<ColumnId,
                CellValue>
            { [column] = new CellValue.Text(text) });
        }
    }
}
