using System.Globalization;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Reads a number as workbooks write it, without passing through binary floating point.</summary>
internal static class NumberText
{
    /// <summary>Excel keeps 15 significant digits; what follows is binary noise such as 31.802000000000003.</summary>
    private const int Digits = 15;

    // beyond this no exponent leaves anything in a decimal's range
    private const int MaxExponent = 10_000;

    /// <summary>Reads «12.70», «-3E-05», «.5»; false when it is no number.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="number">The number to 15 significant digits; null when it is too large for a decimal.</param>
    /// <param name="asWritten">The number prints exactly as the text.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal? number, out bool asWritten)
    {
        number = null;
        asWritten = false;
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var negative = at == 1 && text[0] == '-';
        if (!TryMantissa(text, ref at, out var mantissa) || !TryExponent(text[at..], out var exponent)) return false;
        var scale = mantissa.Scale - exponent;
        number = Scaled(mantissa, scale, negative);
        asWritten = mantissa.AsWritten && at == text.Length && scale is >= 0 and <= 28 && text[0] != '+'
            && !(negative && mantissa.Value == 0);
        return true;
    }

    /// <summary>
    /// Reads what nearly all cells hold: up to 15 digits with a point or none, that print as written. False for anything else, which
    /// <see cref="TryParse"/> reads.
    /// </summary>
    public static bool TryPlain(ReadOnlySpan<byte> text, out decimal number)
    {
        number = default;
        var start = text is [(byte)'-', ..] ? 1 : 0;
        if (text.Length - start is 0 or > Digits + 1) return false;
        ulong value = 0;
        var point = -1;
        for (var at = start; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9) value = value * 10 + digit;
            else if (text[at] == '.' && point < 0) point = at;
            else return false;
        }
        var digits = text.Length - start - (point >= 0 ? 1 : 0);
        if (digits > Digits || point == start || point == text.Length - 1 || (value == 0 && start == 1)) return false;
        if (text[start] == '0' && digits > 1 && point != start + 1) return false;
        number = new decimal((int)value, (int)(value >> 32), 0, start == 1, (byte)(point < 0 ? 0 : text.Length - 1 - point));
        return true;
    }

    private static bool TryMantissa(ReadOnlySpan<char> text, ref int at, out Mantissa mantissa)
    {
        ulong value = 0;
        int kept = 0, scale = 0, point = -1, start = at;
        var roundUp = false;
        var dropped = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && point < 0)
            {
                point = at;
                continue;
            }
            if (!char.IsAsciiDigit(c)) break;
            if (kept < Digits)
            {
                value = value * 10 + (ulong)(c - '0');
                if (value > 0) kept++;
                if (point >= 0) scale++;
                continue;
            }
            if (dropped++ == 0) roundUp = c >= '5';
            // a dropped digit before the point leaves a power of ten to make good
            if (point < 0) scale--;
        }
        var digits = at - start - (point >= 0 ? 1 : 0);
        var leadingZero = at - start > 1 && text[start] == '0' && point != start + 1;
        mantissa = new Mantissa(roundUp ? value + 1 : value, scale, dropped == 0 && !leadingZero && point != start && point != at - 1);
        return digits > 0;
    }

    private static bool TryExponent(ReadOnlySpan<char> rest, out int exponent)
    {
        exponent = 0;
        if (rest.IsEmpty) return true;
        if (rest[0] is not ('E' or 'e') || rest.Length == 1) return false;
        var digits = rest[1] is '-' or '+' ? rest[2..] : rest[1..];
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (digits.Length > 9 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out exponent)
            || exponent > MaxExponent) exponent = MaxExponent;
        if (rest[1] == '-') exponent = -exponent;
        return true;
    }

    private static decimal? Scaled(Mantissa mantissa, int scale, bool negative)
    {
        var value = mantissa.Value;
        // zeros left by rounding are no decimals the accountant typed
        while (value > 0 && value % 10 == 0 && scale > (mantissa.AsWritten ? 28 : 0))
        {
            value /= 10;
            scale--;
        }
        if (value == 0) return new decimal(0, 0, 0, false, (byte)Math.Clamp(scale, 0, 28));
        if (scale is >= 0 and <= 28) return new decimal((int)value, (int)(value >> 32), 0, negative, (byte)scale);
        var magnitude = scale > 28 ? Shrunk(value, scale - 28) : Grown(value, -scale);
        return negative ? -magnitude : magnitude;
    }

    // smaller than a decimal can tell: rounded to its last place
    private static decimal Shrunk(ulong value, int places) =>
        places > Digits + 1 ? 0m : new decimal(1, 0, 0, false, 28) * Math.Round(value / PowerOfTen(places), MidpointRounding.AwayFromZero);

    private static decimal? Grown(ulong value, int places)
    {
        if (places > 28) return null;
        var power = PowerOfTen(places);
        return value > decimal.MaxValue / power ? null : value * power;
    }

    private static decimal PowerOfTen(int places)
    {
        var power = 1m;
        for (; places > 0; places--) power *= 10m;
        return power;
    }

    private readonly record struct Mantissa(ulong Value, int Scale, bool AsWritten);
}
