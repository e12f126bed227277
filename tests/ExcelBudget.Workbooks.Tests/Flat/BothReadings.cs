using System.Runtime.CompilerServices;
using System.Text;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Reading;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Tests.Flat;

/// <summary>The two ways to read a sheet, over its bytes and with the cursor, and that they say the same.</summary>
internal static class BothReadings
{
    private static readonly List<string> Texts = ["本年收入合计", "", "  甲 "];

    /// <summary>From now on every sheet that any test of this room opens is read both ways.</summary>
    [ModuleInitializer]
    internal static void Watch() => SheetReader.Oracle = (scanned, walked) => Described(scanned).ShouldBe(Described(walked));

    /// <summary>What the scan reads of a sheet; null where it leaves it to the cursor.</summary>
    public static SheetContent? Scanned(byte[] part, PackageLimits? limits = null, List<string>? texts = null)
    {
        limits ??= PackageLimits.Default;
        var content = new SheetContent();
        return new SheetScan(Reader(texts), limits).TryRead(part, content, 0) ? content : null;
    }

    /// <summary>What the cursor reads of a sheet; null where it refuses it.</summary>
    public static SheetContent? Walked(byte[] part, PackageLimits? limits = null)
    {
        limits ??= PackageLimits.Default;
        var content = new SheetContent();
        try
        {
            using var xml = new XmlCursor(XmlChars.Decode(part, "part"), "part", limits.XmlDepth);
            new SheetWalk(Reader(null), limits).Read(xml, content, 0);
            return content;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    /// <summary>Whatever the scan reads, the cursor reads the same; true when the scan read it.</summary>
    public static bool Agree(byte[] part, PackageLimits? limits = null)
    {
        var scanned = Scanned(part, limits);
        if (XmlScan.IsSound(part, (limits ?? PackageLimits.Default).XmlDepth)) IsWellFormed(part, limits).ShouldBeTrue();
        if (scanned is null) return false;
        var walked = Walked(part, limits);
        walked.ShouldNotBeNull();
        Described(scanned).ShouldBe(Described(walked));
        return true;
    }

    public static bool IsWellFormed(byte[] part, PackageLimits? limits = null)
    {
        try
        {
            using var xml = new XmlCursor(XmlChars.Decode(part, "part"), "part", (limits ?? PackageLimits.Default).XmlDepth);
            while (xml.Read())
            {
            }

            return true;
        }
        catch (UnreadableException)
        {
            return false;
        }
    }

    /// <summary>The shared strings as both ways read them; null where the scan leaves them to the cursor.</summary>
    public static (IReadOnlyList<string>? Scanned, IReadOnlyList<string>? Walked) SharedTexts(byte[] part)
    {
        var scanned = RichScan.Shared(part, PackageLimits.Default);
        try
        {
            using var xml = new XmlCursor(XmlChars.Decode(part, "part"), "part");
            return (scanned, OfficePackages.Reading.SharedTexts.Read(xml, PackageLimits.Default));
        }
        catch (UnreadableException)
        {
            return (scanned, null);
        }
    }

    private static CellReader Reader(List<string>? texts) => new(texts ?? Texts, new CellFormats(), date1904: false);

    private static string Described(SheetContent content)
    {
        var all = new StringBuilder();
        foreach (var cell in content.Cells)
        {
            all.Append(cell).Append('|').Append(cell.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('|')
                .Append(cell.Formula).Append('|').Append(cell.HasCachedValue).Append(cell.IsArrayFormula).Append(cell.HasFormula)
                .Append('|').Append(cell.Format).Append(cell.IsDateFormat).Append('\n');
        }

        all.AppendJoin(' ', content.Merges).Append('\n').AppendJoin(' ', content.HiddenRows).Append('\n');
        return all.AppendJoin(' ', content.HiddenColumns).ToString();
    }
}
