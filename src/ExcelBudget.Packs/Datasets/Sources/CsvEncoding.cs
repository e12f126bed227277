using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>How a CSV file is encoded: UTF-8 or UTF-16 by its mark, else strict UTF-8, else GB18030 as Chinese Excel saves it.</summary>
internal static class CsvEncoding
{
    private const int BlockBytes = 64 * 1024;

    private static readonly UTF8Encoding Utf8Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Little = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Big = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding of a whole file; decoding tells whether it is one.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked) return marked;
        var (sound, broken) = (0L, 0L);
        Count(bytes, ref sound, ref broken);
        return LooksLikeUtf8(sound, broken) ? Utf8Strict : Gb18030;
    }

    /// <summary>The encoding of a file that is read block by block; null for a damaged one. The stream begins anew.</summary>
    public static Encoding? Of(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        stream.Position = 0;
        var known = Marked(head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        var isValid = true;
        if (known is null) Blocks(stream, block => isValid = isValid && Utf8.IsValid(block), () => !isValid);
        var (sound, broken) = (0L, 0L);
        if (!isValid) Blocks(stream, block => Count(block, ref sound, ref broken), () => false);
        stream.Position = 0;
        return known ?? (isValid ? Utf8Strict : LooksLikeUtf8(sound, broken) ? null : Gb18030);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Utf16Little.Preamble) ? Utf16Little
        : bytes.StartsWith(Utf16Big.Preamble) ? Utf16Big
        : bytes.StartsWith(Encoding.UTF8.Preamble) ? Utf8Strict : null;

    /// <summary>
    /// True for UTF-8, also when damaged: then sound characters of three bytes outnumber broken ones. GB18030 text read as UTF-8 is nearly
    /// all broken. Without this a single broken byte would turn a whole UTF-8 file into wrong Chinese characters, silently.
    /// </summary>
    private static bool LooksLikeUtf8(long sound, long broken) => broken == 0 || sound > broken;

    private static void Count(ReadOnlySpan<byte> bytes, ref long sound, ref long broken)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status != OperationStatus.Done) broken++;
            else if (length >= 3) sound++;
            bytes = bytes[length..];
        }
    }

    /// <summary>The file in blocks that end between two characters, were it UTF-8.</summary>
    private static void Blocks(Stream stream, Action<ReadOnlySpan<byte>> take, Func<bool> isEnough)
    {
        stream.Position = 0;
        var buffer = new byte[BlockBytes];
        for (var kept = 0; !isEnough();)
        {
            var length = kept + stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            kept = length < buffer.Length ? 0 : Unfinished(buffer);
            take(buffer.AsSpan(0, length - kept));
            if (length < buffer.Length) return;
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        }
    }

    /// <summary>How many bytes at the end begin a character that goes on.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3; back++)
        {
            var lead = bytes[^back];
            if ((lead & 0xC0) == 0x80) continue;
            var whole = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return back < whole ? back : 0;
        }

        return 0;
    }
}
