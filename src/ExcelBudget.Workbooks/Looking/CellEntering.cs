using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Workbooks.Looking;

/// <summary>
/// 录入。Types into cells of a workbook as an accountant would: only where she may, all of it or nothing, and what is computed from it is
/// computed again.
/// </summary>
public static class CellEntering
{
    /// <summary>Types.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="entries">What is typed.</param>
    /// <param name="refusals">Why each cannot be typed.</param>
    /// <returns>The changed file; null when one was refused, and then nothing is changed.</returns>
    public static byte[]? Enter(GuardedWorkbook workbook, IReadOnlyList<CellEntry> entries, out IReadOnlyList<EntryRefusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(entries);
        var edit = workbook.Edit();
        var locks = StyleReading.Read(workbook).Select(style => style.Locked).ToArray();
        var sheets = entries.Select(entry => workbook.Content.Sheet(entry.Sheet)).OfType<FlatSheet>().DistinctBy(sheet => sheet.PartName)
            .ToDictionary(sheet => sheet.PartName, sheet => new SheetEntry(edit.Require(sheet.PartName).Root!, locks));
        refusals = [.. entries.Select(entry => Refusal(workbook.Content, sheets, entry))];
        if (refusals.Any(refusal => refusal != EntryRefusal.None)) return null;
        foreach (var entry in entries)
        {
            if (CellReference.TryParse(entry.Cell, out var at))
                sheets[workbook.Content.Sheet(entry.Sheet)!.PartName].Put(at, entry.Number, entry.Text);
        }

        foreach (var (part, sheet) in sheets) edit.Write(part, XmlTree.ToBytes(sheet.Document));
        return Recalculation.Of(edit.ToBytes(), workbook.Limits);
    }

    private static EntryRefusal Refusal(FlatWorkbook book, Dictionary<string, SheetEntry> sheets, CellEntry entry)
    {
        if (book.Sheet(entry.Sheet) is not { } sheet) return EntryRefusal.NoSheet;
        if (!CellReference.TryParse(entry.Cell, out var at)) return EntryRefusal.BadCell;
        if (sheet[at.Row, at.Column] is { HasFormula: true } || sheets[sheet.PartName].IsLocked(at)) return EntryRefusal.Locked;
        if (sheet.Visibility == SheetVisibility.VeryHidden && !IsMark(sheet, at, entry)) return EntryRefusal.Locked;
        if (entry.Text is { Length: > CellEntry.LongestText }) return EntryRefusal.TooLong;
        return entry.Text is ['=' or '+' or '@', ..] ? EntryRefusal.Formula : EntryRefusal.None;
    }

    // identity and seals stand on a sheet without protection, so that it is no lock that keeps them
    private static bool IsMark(FlatSheet sheet, CellReference at, CellEntry entry) =>
        sheet.Name == CheckMark.Sheet && at.ToString() == CheckMark.Cell && CheckMark.Parse(entry.Text) is not null;

    /// <summary>One sheet into which something is typed.</summary>
    private sealed class SheetEntry
    {
        private readonly XElement _root;
        private readonly XElement _data;
        private readonly bool[] _locks;
        private readonly Dictionary<CellReference, XElement> _cells = [];

        public SheetEntry(XElement root, bool[] locks)
        {
            (_root, _locks) = (root, locks);
            CellPlaces.Name(root);
            _data = root.Elements().First(each => each.Name.LocalName == "sheetData");
            foreach (var cell in _data.Elements().Elements().Where(each => each.Name.LocalName == "c"))
            {
                if (CellReference.TryParse(cell.Attribute("r")?.Value, out var at)) _cells[at] = cell;
            }
        }

        public XDocument Document => _root.Document!;

        public bool IsLocked(CellReference at)
        {
            var isProtected = _root.Elements().Any(each => each.Name.LocalName == "sheetProtection"
                && each.Attribute("sheet")?.Value is "1" or "true");
            if (!isProtected) return false;
            var style = _cells.TryGetValue(at, out var cell) ? Number(cell, "s") : ColumnStyle(at.Column);
            return style >= _locks.Length || _locks[style];
        }

        public void Put(CellReference at, decimal? number, string? text)
        {
            var cell = _cells.TryGetValue(at, out var known) ? known : _cells[at] = Add(at);
            cell.RemoveNodes();
            cell.SetAttributeValue("t", null);
            var ns = _root.Name.Namespace;
            if (number is { } figure) cell.Add(new XElement(ns + "v", figure.ToString(CultureInfo.InvariantCulture)));
            else if (!string.IsNullOrEmpty(text))
            {
                cell.SetAttributeValue("t", "inlineStr");
                var words = new XElement(ns + "t", LegalText.Clean(text));
                words.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                cell.Add(new XElement(ns + "is", words));
            }
        }

        private XElement Add(CellReference at)
        {
            var ns = _root.Name.Namespace;
            var row = _data.Elements().FirstOrDefault(each => Number(each, "r") == at.Row);
            if (row is null)
            {
                row = new XElement(ns + "row", new XAttribute("r", at.Row));
                if (_data.Elements().LastOrDefault(each => Number(each, "r") < at.Row) is { } above) above.AddAfterSelf(row);
                else _data.AddFirst(row);
            }

            var cell = new XElement(ns + "c", new XAttribute("r", at.ToString()));
            if (ColumnStyle(at.Column) is > 0 and var style) cell.SetAttributeValue("s", style);
            var before = row.Elements().LastOrDefault(each =>
                CellReference.TryParse(each.Attribute("r")?.Value, out var other) && other.Column < at.Column);
            if (before is not null) before.AddAfterSelf(cell);
            else row.AddFirst(cell);
            return cell;
        }

        private int ColumnStyle(int column) => _root.Elements().Where(each => each.Name.LocalName == "cols").Elements()
            .Where(each => Number(each, "min") <= column && column <= Number(each, "max")).Select(each => Number(each, "style"))
            .FirstOrDefault();

        private static int Number(XElement element, string attribute) => int.TryParse(
            element.Attribute(attribute)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
