using System.Text;
using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>A text file that is written back in the coding it was read in.</summary>
/// <param name="Text">Its text, without the order mark.</param>
/// <param name="Coding">Its coding.</param>
/// <param name="HasMark">True when it begins with an order mark.</param>
internal sealed partial record TextOfFile(string Text, Encoding Coding, bool HasMark)
{
    private const int LongestDeclaration = 200;

    /// <summary>The file.</summary>
    public byte[] Bytes => HasMark ? [.. Coding.GetPreamble(), .. Coding.GetBytes(Text)] : Coding.GetBytes(Text);

    /// <summary>Reads a file by its order mark, else by what it declares, else as UTF-8.</summary>
    /// <returns>The text; null when it cannot be read so that writing it gives the same bytes.</returns>
    public static TextOfFile? Read(byte[] content)
    {
        var (coding, hasMark) = CodingOf(content);
        if (coding is null) return null;
        try
        {
            var text = coding.GetString(content, hasMark ? coding.GetPreamble().Length : 0, content.Length - (hasMark
                ? coding.GetPreamble().Length : 0));
            var file = new TextOfFile(text, coding, hasMark);
            return file.Bytes.AsSpan().SequenceEqual(content) ? file : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static (Encoding? Coding, bool HasMark) CodingOf(byte[] content)
    {
        Encoding[] marked = [new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];
        if (marked.FirstOrDefault(each => content.AsSpan().StartsWith(each.GetPreamble())) is { } known) return (known, true);
        var beginning = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, LongestDeclaration));
        var declared = Declaration().Match(beginning) is { Success: true } match ? match.Groups[1].Value : "utf-8";
        if (declared.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return (new UTF8Encoding(false, true), false);
        return (CodePagesEncodingProvider.Instance.GetEncoding(
            declared, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), false);
    }

    [GeneratedRegex("""\A<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9_.-]+)["']""")]
    private static partial Regex Declaration();
}
