using System.Text;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>共享字符串。The texts that cells refer to by number.</summary>
internal static class SharedTexts
{
    /// <summary>The texts in order; none when the workbook has no such part.</summary>
    public static List<string> Read(ZipPackage package, string? part)
    {
        if (part is null) return [];
        using var inflated = package.Inflate(part);
        if (RichScan.Shared(inflated.Bytes, package.Limits) is { } scanned) return scanned;
        using var xml = package.Walk(inflated, part);
        return Read(xml, package.Limits);
    }

    /// <summary>The texts of a part, whatever form it has.</summary>
    public static List<string> Read(XmlCursor xml, PackageLimits limits)
    {
        var texts = new List<string>();
        xml.ReadRoot("sst");
        while (xml.ReadChild(1))
        {
            if (!xml.Is("si")) continue;
            if (texts.Count == limits.Cells) throw UnreadableException.TooLarge($"共享字符串超过 {limits.Cells} 条");
            var text = ReadRich(xml);
            if (text.Length > limits.TextCharacters)
                throw UnreadableException.TooLarge($"第 {texts.Count + 1} 条共享字符串有 {text.Length} 个字符，上限 {limits.TextCharacters} 个");
            texts.Add(text);
        }
        return texts;
    }

    /// <summary>From the start of si or is: its plain text, or its runs joined. Phonetic guides (rPh) are no text.</summary>
    public static string ReadRich(XmlCursor xml)
    {
        var depth = xml.Depth;
        string? text = null;
        StringBuilder? joined = null;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("t")) Add(xml.ReadContent(), ref text, ref joined);
            else if (xml.Is("r")) ReadRun(xml, ref text, ref joined);
        }
        return joined?.ToString() ?? text ?? "";
    }

    private static void ReadRun(XmlCursor xml, ref string? text, ref StringBuilder? joined)
    {
        var depth = xml.Depth;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("t")) Add(xml.ReadContent(), ref text, ref joined);
        }
    }

    private static void Add(ReadOnlySpan<char> piece, ref string? text, ref StringBuilder? joined)
    {
        var plain = XmlEscapes.Unescape(piece);
        if (text is null) text = plain;
        else (joined ??= new StringBuilder(text)).Append(plain);
    }
}
