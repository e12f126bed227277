using System.Text;
using ExcelBudget.Packs.Datasets.Faults;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>
/// Finds out how a CSV file is encoded: UTF-8 or UTF-16 by its mark, else strict UTF-8, else GB18030 as Chinese Excel saves it.
/// </summary>
internal static class CsvText
{
    private const string Advice = "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Little = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Big = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text without its mark; null, with the fault reported, when the bytes are text in no known encoding.</summary>
    public static string? Decode(byte[] bytes, string file, FaultLog faults)
    {
        if (bytes.AsSpan().StartsWith("PK\x3\x4"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            faults.Error(new(file), $"是 Excel 工作簿，不是 CSV 文本。{Advice}");
            return null;
        }

        try
        {
            return Checked(EncodingOf(bytes).GetString(bytes).TrimStart('\uFEFF'), file, faults);
        }
        catch (DecoderFallbackException trouble)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(trouble.Index, 0, bytes.Length)).Count((byte)'\n');
            faults.Error(new(file, line), $"有不属于 UTF-8 或 GB18030 的字节，整个文件没有读取。{Advice}");
            return null;
        }
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Utf16Little.Preamble)) return Utf16Little;
        if (bytes.StartsWith(Utf16Big.Preamble)) return Utf16Big;
        return bytes.StartsWith(Encoding.UTF8.Preamble) || LooksLikeUtf8(bytes) ? Utf8 : Gb18030;
    }

    /// <summary>
    /// True for UTF-8, also when damaged: then sound characters of three bytes outnumber broken ones. GB18030 text read as UTF-8 is nearly
    /// all broken. Without this a single broken byte would turn a whole UTF-8 file into wrong Chinese characters, silently.
    /// </summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        var (sound, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != System.Buffers.OperationStatus.Done) broken++;
            else if (length >= 3) sound++;
            bytes = bytes[length..];
        }

        return broken == 0 || sound > broken;
    }

    private static string? Checked(string text, string file, FaultLog faults)
    {
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0) return text;
        faults.Error(new(file, 1 + text.AsSpan(0, zero).Count('\n')), $"不是 UTF-8 或 GB18030 的文本，整个文件没有读取。{Advice}");
        return null;
    }
}
