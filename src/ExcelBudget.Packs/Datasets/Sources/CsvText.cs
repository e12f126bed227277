using System.Text;
using ExcelBudget.Packs.Datasets.Faults;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>A CSV file's bytes as text.</summary>
internal static class CsvText
{
    private const string Advice = "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。";

    /// <summary>The text without its mark; null, with the fault reported, when the bytes are text in no known encoding.</summary>
    public static string? Decode(byte[] bytes, string file, FaultLog faults)
    {
        if (IsWorkbook(bytes))
        {
            faults.Error(new(file), $"是 Excel 工作簿，不是 CSV 文本。{Advice}");
            return null;
        }

        try
        {
            return Checked(CsvEncoding.Of(bytes).GetString(bytes).TrimStart('\uFEFF'), file, faults);
        }
        catch (DecoderFallbackException trouble)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(trouble.Index, 0, bytes.Length)).Count((byte)'\n');
            faults.Error(new(file, line), $"有不属于 UTF-8 或 GB18030 的字节，整个文件没有读取。{Advice}");
            return null;
        }
    }

    /// <summary>True for the first bytes of what Excel saves as workbook, old or new.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x3\x4"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static string? Checked(string text, string file, FaultLog faults)
    {
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0) return text;
        faults.Error(new(file, 1 + text.AsSpan(0, zero).Count('\n')), $"不是 UTF-8 或 GB18030 的文本，整个文件没有读取。{Advice}");
        return null;
    }
}
