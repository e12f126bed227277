using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>
/// Reads workbook.xml over its bytes, as most programs write it. Null for one with anything else in it: then the cursor reads it from its
/// beginning, and says why where it is refused.
/// </summary>
internal static class WorkbookScan
{
    private const int LongestState = 16;

    /// <summary>What the part says; null where only the cursor can tell.</summary>
    /// <param name="part">The part's bytes.</param>
    /// <param name="maxDepth">Elements that may stand inside one another.</param>
    public static WorkbookPart? TryRead(ReadOnlySpan<byte> part, int maxDepth)
    {
        if (!XmlScan.TryBegin(part, maxDepth, out var scan) || !scan.ReadStart() || !scan.Name.SequenceEqual("workbook"u8) || scan.IsEmpty)
            return null;
        var book = new WorkbookPart([], [], false);
        var characters = new ScannedText();
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("workbook"u8) && scan.IsOver() ? book : null;
            if (!scan.ReadStart() || !ReadSection(ref scan, characters, ref book)) return null;
        }

        return null;
    }

    private static bool ReadSection(ref XmlScan scan, ScannedText characters, ref WorkbookPart book)
    {
        var name = scan.Name;
        if (name.SequenceEqual("sheets"u8)) return ReadTabs(ref scan, characters, book.Tabs);
        if (name.SequenceEqual("definedNames"u8)) return ReadNames(ref scan, characters, book);
        if (name.SequenceEqual("workbookPr"u8))
        {
            if (!scan.Flag("date1904"u8, out var date1904)) return false;
            book = book with { Date1904 = date1904 };
            return scan.Skip(2);
        }

        // with a prefix it may be one of these
        var local = name[(name.IndexOf((byte)':') + 1)..];
        var isOne = local.SequenceEqual("sheets"u8) || local.SequenceEqual("definedNames"u8) || local.SequenceEqual("workbookPr"u8);
        return !isOne && scan.Skip(2);
    }

    private static bool ReadTabs(ref XmlScan scan, ScannedText characters, List<WorkbookPart.Tab> tabs)
    {
        if (scan.IsEmpty) return true;
        Span<char> shown = stackalloc char[LongestState];
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("sheets"u8);
            if (!scan.ReadStart() || !scan.Name.SequenceEqual("sheet"u8)) return false;
            if (!scan.Attribute("state"u8, out var state) || state.Length > LongestState) return false;
            if (!TryText(ref scan, "name"u8, characters, out var name)) return false;
            if (!scan.PrefixedAttribute("id"u8, out var id) || !characters.TryRead(id, out var link)) return false;
            var visibility = WorkbookPart.Visibility(shown[..System.Text.Encoding.Latin1.GetChars(state, shown)]);
            tabs.Add(new WorkbookPart.Tab(name, visibility, link.ToString()));
            if (!scan.Skip(3)) return false;
        }

        return false;
    }

    private static bool ReadNames(ref XmlScan scan, ScannedText characters, WorkbookPart book)
    {
        if (scan.IsEmpty) return true;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("definedNames"u8);
            if (!scan.ReadStart() || !scan.Name.SequenceEqual("definedName"u8)) return false;
            if (!TryText(ref scan, "name"u8, characters, out var name) || !scan.Flag("hidden"u8, out var isHidden)) return false;
            if (!scan.Attribute("localSheetId"u8, out var number) || !characters.TryRead(number, out var digits)) return false;
            var local = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < book.Tabs.Count ? book.Tabs[index].Name : null;
            if (!scan.ReadText("definedName"u8, out var raw) || !characters.TryRead(raw, out var value)) return false;
            book.Names.Add(new DefinedName(name, XmlEscapes.Unescape(value), local, isHidden));
        }

        return false;
    }

    private static bool TryText(ref XmlScan scan, ReadOnlySpan<byte> attribute, ScannedText characters, out string text)
    {
        text = "";
        if (!scan.Attribute(attribute, out var raw) || !characters.TryRead(raw, out var value)) return false;
        text = XmlEscapes.Unescape(value);
        return true;
    }
}
