using System.Runtime.CompilerServices;
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

    private static readonly ConditionalWeakTable<IReadOnlyList<TextSection>, SectionLabels[]> Known = [];

    /// <summary>The heading of a section as it is issued.</summary>
    public static string Issued(TextSection section) =>
        section.Hint.Length == 0 ? section.Title : $"{section.Title}（{section.Hint.TrimEnd('。')}）";

    /// <summary>Sheet row of each section's heading; a section without one is absent.</summary>
    /// <param name="sections">The sections in printed order.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="lastRow">Last row of the form.</param>
    public static IReadOnlyDictionary<int, TextSection> Find(IReadOnlyList<TextSection> sections, FlatSheet sheet, int lastRow)
    {
        var rows = new List<(int Row, string Label)>();
        for (var row = 1; row <= lastRow; row++)
        {
            if (LabelOf(sheet, row) is { Length: > 0 } label) rows.Add((row, label));
        }

        var labels = Known.GetValue(sections, static sections => [.. sections.Select(SectionLabels.Of)]);
        var headings = new Dictionary<int, TextSection>();
        var found = new int[sections.Count];
        foreach (var isSure in new[] { true, false })
        {
            for (var section = 0; section < found.Length; section++)
            {
                if (found[section] > 0 || Row(labels[section], rows, headings, found.AsSpan(0, section), isSure) is not { } row) continue;
                found[section] = row;
                headings[row] = sections[section];
            }
        }

        return headings;
    }

    /// <summary>The first fitting row below the headings before it; where someone has moved a section, the first fitting row at
    /// all.</summary>
    private static int? Row(SectionLabels section, List<(int Row, string Label)> rows, Dictionary<int, TextSection> headings,
        ReadOnlySpan<int> before, bool isSure)
    {
        var above = 0;
        foreach (var row in before) above = Math.Max(above, row);
        int? elsewhere = null;
        foreach (var (row, label) in rows)
        {
            if (!section.Fits(label, isSure) || headings.ContainsKey(row)) continue;
            if (row > above) return row;
            elsewhere ??= row;
        }

        return elsewhere;
    }

    /// <summary>The label of a row that may be a heading; empty for one that is blank or too long.</summary>
    private static string LabelOf(FlatSheet sheet, int row) =>
        FirstText(sheet, row) is { } cell && cell.Text.Length <= LongestHeading ? PlainText.Label(cell.Text) : "";

    /// <summary>The first cell of a row that shows something; null when the row is blank.</summary>
    public static FlatCell? FirstText(FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (!string.IsNullOrWhiteSpace(cell.Text)) return cell;
        }

        return null;
    }

    /// <summary>The heading of a section as labels are compared.</summary>
    private sealed record SectionLabels(string Issued, string Title, string Beginning)
    {
        public static SectionLabels Of(TextSection section)
        {
            var title = PlainText.Label(section.Title);
            return new(PlainText.Label(TextHeadings.Issued(section)), title, title + "（");
        }

        public bool Fits(string label, bool isSure) => isSure ? label == Issued
            : label == Title || (label.StartsWith(Beginning, StringComparison.Ordinal) && label.EndsWith('）'));
    }
}
