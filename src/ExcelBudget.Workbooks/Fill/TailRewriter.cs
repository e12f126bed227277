using System.Globalization;
using System.Security;
using System.Text;
using System.Xml.Linq;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// Moves what follows the rows of a sheet along with them: merges, validations, conditional formats, hyperlinks, breaks.
/// </summary>
internal sealed class TailRewriter(SheetTemplate sheet, RowMap map, ReferenceRewriter references, LaidOut laidOut)
{
    /// <summary>Order of the elements that this program may have to add, as the schema wants it.</summary>
    private static readonly string[] BeforeMerges =
        ["sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
        "customSheetViews"];

    private static readonly string[] BeforeBreaks =
        [.. BeforeMerges, "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
            "pageMargins", "pageSetup", "headerFooter"];

    private static readonly string[] BeforeFormats = [.. BeforeMerges, "mergeCells", "phoneticPr"];

    /// <summary>The elements in order.</summary>
    /// <param name="moreMerges">Merges the data asks for.</param>
    /// <param name="formats">Conditional formats of broken relations, as ready elements.</param>
    /// <param name="breaks">Page breaks, as a ready element; empty for none.</param>
    /// <param name="isLong">True when the sheet is too long for the one page it is squeezed onto.</param>
    public IEnumerable<byte[]> Rewrite(
        IReadOnlyList<(int FirstRow, int LastRow, int Column)> moreMerges, IReadOnlyList<byte[]> formats, string breaks = "",
        bool isLong = false)
    {
        var additions = new Queue<(string[] After, byte[] Xml)>();
        if (moreMerges.Count > 0 && sheet.Tail.All(element => element.Name != "mergeCells"))
            additions.Enqueue((BeforeMerges, Bytes(Merges([], moreMerges))));
        foreach (var format in formats) additions.Enqueue((BeforeFormats, format));
        if (breaks.Length > 0) additions.Enqueue((BeforeBreaks, Bytes(breaks)));
        for (var index = 0; index < sheet.Tail.Count; index++)
        {
            var element = sheet.Tail[index];
            while (additions.TryPeek(out var next) && !next.After.Contains(element.Name)) yield return additions.Dequeue().Xml;
            yield return element.Name switch
            {
                "mergeCells" when moreMerges.Count > 0 => Bytes(Merges(sheet.Merges, moreMerges)),
                "pageSetup" when isLong => Bytes(OnSeveralPages(element)),
                _ => laidOut.Tail(sheet.Name, index, () => Rewrite(element)),
            };
        }

        foreach (var (_, xml) in additions) yield return xml;
    }

    private byte[] Rewrite(TailElement element) => element.Name switch
    {
        "mergeCells" => Bytes(Merges(sheet.Merges, [])),
        "conditionalFormatting" or "dataValidations" or "protectedRanges" or "autoFilter" or "hyperlinks" or "ignoredErrors" =>
            Bytes(Ranges(element)),
        "rowBreaks" => Bytes(Breaks(element)),
        _ => element.Utf8,
    };

    private static byte[] Bytes(string xml) => Encoding.UTF8.GetBytes(xml);

    private static string OnSeveralPages(TailElement element)
    {
        var root = new XElement(element.Parsed);
        root.SetAttributeValue("fitToHeight", "0");
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private string Merges(IReadOnlyList<NamedArea> merges, IReadOnlyList<(int FirstRow, int LastRow, int Column)> more)
    {
        var refs = merges.SelectMany(Moved).Concat(more.Select(merge => Range(merge.FirstRow, merge.Column, merge.LastRow, merge.Column)))
            .ToArray();
        var xml = new StringBuilder("<mergeCells count=\"").Append(refs.Length.ToString(CultureInfo.InvariantCulture)).Append("\">");
        foreach (var range in refs) xml.Append("<mergeCell ref=\"").Append(range).Append("\"/>");
        return refs.Length == 0 ? "" : xml.Append("</mergeCells>").ToString();
    }

    /// <summary>A merge over one row is repeated with it; one over several rows (a header) is repeated as a whole.</summary>
    private IEnumerable<string> Moved(NamedArea merge)
    {
        var (tops, bottoms) = (map.All(merge.FirstRow), map.All(merge.LastRow));
        for (var index = 0; index < Math.Min(tops.Count, bottoms.Count); index++)
        {
            yield return Range(tops[index], merge.FirstColumn, bottoms[index], merge.LastColumn);
        }
    }

    private string Ranges(TailElement element)
    {
        var pattern = element.Pattern;
        // a range whose prototype rows are not used has become empty and would be invalid
        string[] children = [.. pattern.Children.Select(child => Told(child, 0)).OfType<string>()];
        if (children.Length == 0 && element.Name != "autoFilter") return "";
        return Told(pattern.Begin, children.Length) is { } begin ? begin + string.Concat(children) + Told(pattern.End, 0) : "";
    }

    /// <summary>A stretch of an element as it reads now; null where its range has become empty.</summary>
    private string? Told(IReadOnlyList<TailPiece> pieces, int children)
    {
        var text = new StringBuilder();
        foreach (var (fixedText, slot) in pieces)
        {
            switch (slot)
            {
                case TailSlot.Ranges ranges:
                    var moved = Moved(ranges.Texts);
                    if (moved.Length == 0 && ranges.IsOwn) return null;
                    text.Append(SecurityElement.Escape(moved));
                    break;
                case TailSlot.Formula formula:
                    text.Append(SheetXmlWriter.Escape(references.Rewrite(formula.Text, sheet.Name)));
                    break;
                case TailSlot.Count:
                    text.Append(CultureInfo.InvariantCulture, $"{children}");
                    break;
                default:
                    text.Append(fixedText);
                    break;
            }
        }

        return text.ToString();
    }

    private string Moved(IReadOnlyList<string> ranges)
    {
        var moved = new List<string>();
        foreach (var range in ranges)
        {
            if (AreaText.OfRange(sheet.Name, range) is not { } area) moved.Add(range);
            else moved.AddRange(
                map.Stretches(area.FirstRow, area.LastRow)
                .Select(stretch => Range(stretch.First, area.FirstColumn, stretch.Last, area.LastColumn)));
        }

        return string.Join(' ', moved);
    }

    private string Breaks(TailElement element)
    {
        var root = new XElement(element.Parsed);
        foreach (var node in root.Elements())
        {
            if ((int?)node.Attribute("id") is { } row) node.SetAttributeValue("id", map.Last(row));
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static string Range(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        var first = SheetReference.Cell(firstRow, firstColumn);
        return firstRow == lastRow && firstColumn == lastColumn ? first : first + ":" + SheetReference.Cell(lastRow, lastColumn);
    }
}
