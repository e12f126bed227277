using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>
/// Tells the headings of a form of texts from paragraphs that read like one: a heading as issued, with its hint in brackets, is surer
/// than a bare title, and headings stand in their order.
/// </summary>
internal static class TextHeadings
{
    private const int LongestHeading = 200;

    /// <summary>The heading of a section as it is issued.</summary>
    public static string Issued(TextSection section) =>
        section.Hint.Length == 0 ? section.Title : $"{section.Title}（{section.Hint.TrimEnd('。')}）";

    /// <summary>Sheet row of each section's heading; a section without one is absent.</summary>
    /// <param name="sections">The sections in printed order.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="lastRow">Last row of the form.</param>
    public static IReadOnlyDictionary<int, TextSection> Find(IReadOnlyList<TextSection> sections, FlatSheet sheet, int lastRow)
    {
        var headings = new Dictionary<int, TextSection>();
        var labels = Enumerable.Range(1, lastRow).Select(row => (Row: row, Label: LabelOf(sheet, row))).Where(row =>
            row.Label.Length > 0).ToArray();
        foreach (var isSure in new[] { true, false })
        {
            foreach (var section in sections)
            {
                if (!headings.ContainsValue(section)
                    && Row(sections, section, labels, headings, isSure) is { } row) headings[row] = section;
            }
        }

        return headings;
    }

    /// <summary>The first fitting row below the headings before it; where someone has moved a section, the first fitting row at
    /// all.</summary>
    private static int? Row(IReadOnlyList<TextSection> sections, TextSection section, (int Row, string Label)[] labels, Dictionary<int,
        TextSection> headings, bool isSure)
    {
        var before = sections.TakeWhile(other => other != section).ToHashSet();
        var above = headings.Where(heading => before.Contains(heading.Value)).Select(heading => heading.Key).DefaultIfEmpty(0).Max();
        int? elsewhere = null;
        foreach (var (row, label) in labels)
        {
            if (headings.ContainsKey(row) || !Fits(section, label, isSure)) continue;
            if (row > above) return row;
            elsewhere ??= row;
        }

        return elsewhere;
    }

    /// <summary>The label of a row that may be a heading; empty for one that is blank or too long.</summary>
    private static string LabelOf(FlatSheet sheet, int row) =>
        FirstText(sheet, row) is { } cell && cell.Text.Length <= LongestHeading ? PlainText.Label(cell.Text) : "";

    private static bool Fits(TextSection section, string label, bool isSure)
    {
        if (isSure) return label == PlainText.Label(Issued(section));
        var title = PlainText.Label(section.Title);
        return label == title || (label.StartsWith(title + "（", StringComparison.Ordinal) && label.EndsWith('）'));
    }

    /// <summary>The first cell of a row that shows something; null when the row is blank.</summary>
    public static FlatCell? FirstText(FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (!string.IsNullOrWhiteSpace(cell.Text)) return cell;
        }

        return null;
    }
}
