using System.Globalization;
using System.Text;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>What XML and Excel write with escapes: &amp;amp; and &amp;#13; by XML, _x000D_ by Excel.</summary>
internal static class XmlEscapes
{
    /// <summary>Does a text need <see cref="TryAppend"/>, or is it as it stands?</summary>
    public static bool NeedsDecoding(ReadOnlySpan<char> raw) => raw.ContainsAny('&', '\r');

    /// <summary>Appends text with its entities resolved and its line ends as «\n»; false for an entity XML does not know.</summary>
    public static bool TryAppend(ReadOnlySpan<char> raw, StringBuilder result)
    {
        while (!raw.IsEmpty)
        {
            var at = raw.IndexOfAny('&', '\r');
            if (at < 0) at = raw.Length;
            result.Append(raw[..at]);
            raw = raw[at..];
            if (raw.IsEmpty) return true;
            if (raw[0] == '\r') raw = AppendLineEnd(raw, result);
            else if (!TryAppendEntity(ref raw, result)) return false;
        }
        return true;
    }

    /// <summary>Resolves Excel's _xHHHH_ in a text.</summary>
    public static string Unescape(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("_x");
        if (at < 0) return text.ToString();
        var result = new StringBuilder(text.Length);
        for (; at >= 0; at = text.IndexOf("_x"))
        {
            var escaped = text.Length >= at + 7 && text[at + 6] == '_'
                && ushort.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? (char)code
                : (char?)null;
            result.Append(text[..at]);
            if (escaped is null) result.Append("_x");
            else result.Append(escaped.Value);
            text = text[(at + (escaped is null ? 2 : 7))..];
        }
        return result.Append(text).ToString();
    }

    private static ReadOnlySpan<char> AppendLineEnd(ReadOnlySpan<char> raw, StringBuilder result)
    {
        result.Append('\n');
        return raw.StartsWith("\r\n") ? raw[2..] : raw[1..];
    }

    private static bool TryAppendEntity(ref ReadOnlySpan<char> raw, StringBuilder result)
    {
        var end = raw.IndexOf(';');
        if (end < 2 || end > 12) return false;
        var name = raw[1..end];
        raw = raw[(end + 1)..];
        if (name[0] == '#') return TryAppendNumber(name[1..], result);
        char? character = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => null,
        };
        result.Append(character);
        return character is not null;
    }

    private static bool TryAppendNumber(ReadOnlySpan<char> digits, StringBuilder result)
    {
        var hex = digits.Length > 0 && digits[0] == 'x';
        if (!int.TryParse(
            hex ? digits[1..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture,
            out var code)) return false;
        if (!Rune.TryCreate(code, out var rune) || (code < 0x20 && code is not (9 or 10 or 13)) || code is 0xFFFE or 0xFFFF) return false;
        result.Append(rune.ToString());
        return true;
    }
}
