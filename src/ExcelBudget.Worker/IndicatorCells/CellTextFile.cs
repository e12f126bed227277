using System.Text;

namespace ExcelBudget.Worker.IndicatorCells;

/// <summary>The text of one cell in a file or on standard input: UTF-8, UTF-16 with its mark, or GB18030.</summary>
internal static class CellTextFile
{
    /// <summary>Bytes of the largest text that is read: a hundred times what a cell of Excel can hold.</summary>
    private const int LargestText = 4 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text; null, with the problem in words, when there is none.</summary>
    public static string? Read(string path, out string? problem)
    {
        problem = null;
        if (path != "-" && Directory.Exists(path)) problem = $"{path} 是文件夹。请给出一个文本文件，其中是一个“绩效指标”单元格的文字。";
        else if (path != "-" && !File.Exists(path)) problem = $"找不到文件：{path}";
        return problem is null ? ReadExisting(path, ref problem) : null;
    }

    private static string? ReadExisting(string path, ref string? problem)
    {
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            var bytes = new byte[LargestText + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > LargestText) problem = "文字太长（超过 4 MB），不像一个单元格的内容。请检查是否选错了文件。";
            return problem is null ? Decode(bytes.AsSpan(0, length), ref problem) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"文件读不出来：{path}（{e.Message}）";
            return null;
        }
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, ref string? problem)
    {
        if (bytes.StartsWith("PK\x3\x4"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            problem = "这是 Excel 或 Word 文件。请把“绩效指标”单元格里的文字复制到文本文件（.txt）里再读。";
            return null;
        }

        var text = Text(bytes);
        if (text is null || text.Contains('\0', StringComparison.Ordinal)) problem = "文件不是 UTF-8 或 GB18030 的文本，没有读取。请用记事本另存为 UTF-8。";
        else if (string.IsNullOrWhiteSpace(text)) problem = "文件里没有文字。";
        return problem is null ? text : null;
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in (Encoding[])[EncodingOf(bytes), Gb18030()])
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // not this encoding: the next one is tried, and the caller says so when none fits
                continue;
            }
        }

        return null;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true) : Utf8;
    }

    private static Encoding Gb18030() =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
