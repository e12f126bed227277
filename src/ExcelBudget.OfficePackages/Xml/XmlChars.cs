using System.Buffers;
using System.Text;
using static ExcelBudget.OfficePackages.Limits.UnreadableException;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>
/// A part's characters in a rented buffer: UTF-8 or UTF-16, with or without a byte order mark, checked to be characters XML allows.
/// </summary>
internal readonly struct XmlChars : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Little = new(false, false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16Big = new(true, false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> ForbiddenControls = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F");

    private XmlChars(char[] buffer, int length)
    {
        Buffer = buffer;
        Length = length;
    }

    /// <summary>The rented buffer, longer than the characters.</summary>
    public char[] Buffer { get; }

    public int Length { get; }

    /// <summary>
    /// Decodes a part by its first bytes; the encoding its XML declaration names is not asked, as only these two are allowed.
    /// </summary>
    public static XmlChars Decode(ReadOnlySpan<byte> bytes, string part)
    {
        var (encoding, mark) = Detect(bytes);
        bytes = bytes[mark..];
        var buffer = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        try
        {
            var length = encoding.GetChars(bytes, buffer);
            var chars = buffer.AsSpan(0, length);
            if (chars.ContainsAny(ForbiddenControls) || chars.ContainsAnyInRange('\uFFFE', '\uFFFF'))
                throw Damaged($"部件 {part} 含有 XML 不允许的字符");
            return new XmlChars(buffer, length);
        }
        catch (DecoderFallbackException)
        {
            ArrayPool<char>.Shared.Return(buffer);
            throw Damaged($"部件 {part} 的文字编码有误");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<char>.Shared.Return(Buffer);

    private static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return (Utf8, 3);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return (Utf16Little, 2);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return (Utf16Big, 2);
        if (bytes.StartsWith("<\0"u8)) return (Utf16Little, 0);
        return bytes.StartsWith("\0<"u8) ? (Utf16Big, 0) : (Utf8, 0);
    }
}
