using System.Text;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>Reads texts (si, is) of a part that is walked over its bytes.</summary>
internal static class RichScan
{
    /// <summary>The shared strings of a part; null for one that is to be read by <see cref="XmlCursor"/>.</summary>
    /// <param name="part">The part's bytes.</param>
    /// <param name="limits">Sizes allowed.</param>
    public static List<string>? Shared(ReadOnlySpan<byte> part, Limits.PackageLimits limits)
    {
        if (!XmlScan.TryBegin(part, limits.XmlDepth, out var scan) || !scan.ReadStart() || !scan.Name.SequenceEqual("sst"u8)) return null;
        var texts = new List<string>();
        var characters = new ScannedText();
        if (scan.IsEmpty) return scan.IsOver() ? texts : null;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("sst"u8) && scan.IsOver() ? texts : null;
            if (!scan.ReadStart() || texts.Count == limits.Cells) return null;
            if (!scan.Name.SequenceEqual("si"u8))
            {
                if (scan.Name.Contains((byte)':') || !scan.Skip(2)) return null;
                continue;
            }

            if (!TryRead(ref scan, "si"u8, 2, characters, out var text) || text.Length > limits.TextCharacters) return null;
            texts.Add(text);
        }

        return null;
    }

    /// <summary>From behind the start tag of si or is: its plain text, or its runs joined; false where only the cursor can tell.</summary>
    public static bool TryRead(ref XmlScan scan, ReadOnlySpan<byte> name, int depth, ScannedText characters, out string text)
    {
        text = "";
        if (scan.IsEmpty) return true;
        StringBuilder? joined = null;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd)
            {
                if (joined is not null) text = joined.ToString();
                return scan.ReadEnd(name);
            }

            if (!scan.ReadStart() || scan.Name.Contains((byte)':')) return false;
            var isRead = scan.Name.SequenceEqual("t"u8) ? Add(ref scan, characters, ref text, ref joined)
                : scan.Name.SequenceEqual("r"u8) ? ReadRun(ref scan, depth + 1, characters, ref text, ref joined)
                : scan.Skip(depth + 1);
            if (!isRead) return false;
        }

        return false;
    }

    private static bool ReadRun(ref XmlScan scan, int depth, ScannedText characters, ref string text, ref StringBuilder? joined)
    {
        if (scan.IsEmpty) return true;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("r"u8);
            if (!scan.ReadStart() || scan.Name.Contains((byte)':')) return false;
            if (!(scan.Name.SequenceEqual("t"u8) ? Add(ref scan, characters, ref text, ref joined) : scan.Skip(depth + 1))) return false;
        }

        return false;
    }

    private static bool Add(ref XmlScan scan, ScannedText characters, ref string text, ref StringBuilder? joined)
    {
        if (!scan.ReadText("t"u8, out var raw) || !characters.TryRead(raw, out var plain)) return false;
        var piece = XmlEscapes.Unescape(plain);
        if (joined is not null) joined.Append(piece);
        else if (text.Length == 0) text = piece;
        else joined = new StringBuilder(text).Append(piece);
        return true;
    }
}
