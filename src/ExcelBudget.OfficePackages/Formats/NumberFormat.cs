using System.Globalization;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.OfficePackages.Formats;

/// <summary>Shows a value as its cell does: «0"场"», percent, dates, thousands.</summary>
public static class NumberFormat
{
    private static readonly IReadOnlyList<FormatToken> Plain = [new FormatToken(FormatTokenKind.General, "General")];

    /// <summary>The number as shown; null where a format is too special to tell (fractions, exponents, elapsed time).</summary>
    /// <param name="number">The number.</param>
    /// <param name="format">The format's text; null for General.</param>
    /// <param name="date1904">Dates count from 1904.</param>
    public static string? Show(decimal number, string? format, bool date1904 = false)
    {
        if (format is null) return Figures.Plain(number);
        var sections = FormatTokens.Sections(format);
        var (section, isSigned) = Section(sections, number);
        if (section.Any(token => token.Kind == FormatTokenKind.Other)) return null;
        if (section.Any(token => token.Kind == FormatTokenKind.Date)) return DateFormat.Show(number, section, date1904);
        var shown = Digits(Math.Abs(number), section.Count == 0 && sections.Count == 1 ? Plain : section);
        return shown is not null && isSigned && number < 0m && shown.AsSpan().ContainsAnyInRange('1', '9') ? "-" + shown : shown;
    }

    /// <summary>The text as shown: with what the text section of a format puts around it.</summary>
    public static string Show(string text, string? format)
    {
        if (format is null or "@" || !format.Contains('@', StringComparison.Ordinal)) return text;
        var sections = FormatTokens.Sections(format);
        var section = sections.Count > 3 ? sections[3] : sections[^1];
        if (!section.Any(token => token.Kind == FormatTokenKind.Text)) return text;
        return string.Concat(section.Select(token =>
            token.Kind == FormatTokenKind.Text ? text : token.Kind == FormatTokenKind.Literal ? token.Text : ""));
    }

    private static (IReadOnlyList<FormatToken> Section, bool IsSigned) Section(IReadOnlyList<IReadOnlyList<FormatToken>> sections,
        decimal number)
    {
        if (number < 0m && sections.Count > 1) return (sections[1], false);
        return (number == 0m && sections.Count > 2 ? sections[2] : sections[0], true);
    }

    private static string? Digits(decimal number, IReadOnlyList<FormatToken> section)
    {
        var first = Index(section, IsPlaceholder, fromEnd: false);
        var last = Index(section, IsPlaceholder, fromEnd: true);
        if (section.Any(token => token.Kind == FormatTokenKind.General)) return Joined(section, token =>
            token.Kind == FormatTokenKind.General ? Figures.Plain(number) : null);
        // a section without any digit prints its words alone; @ prints a number as it is
        if (first < 0) return Joined(section, token => token.Kind == FormatTokenKind.Text ? Figures.Plain(number) : null);
        var pattern = section.Skip(first).Take(last - first + 1).ToArray();
        if (pattern.Any(token => token.Kind is not (FormatTokenKind.Digit or FormatTokenKind.Point or FormatTokenKind.Comma))) return null;
        var percents = section.Count(token => token.Kind == FormatTokenKind.Percent);
        for (; percents > 0; percents--) number *= 100m;
        return Joined(section.Take(first), NoDigits) + Pattern(number, pattern) + Joined(section.Skip(last + 1), NoDigits);
    }

    private static string? NoDigits(FormatToken token) => null;

    private static string Joined(IEnumerable<FormatToken> tokens, Func<FormatToken, string?> special) =>
        string.Concat(tokens.Select(token =>
            special(token) ?? (token.Kind is FormatTokenKind.Literal or FormatTokenKind.Percent ? token.Text : "")));

    private static bool IsPlaceholder(FormatToken token) =>
        token.Kind is FormatTokenKind.Digit or FormatTokenKind.Point or FormatTokenKind.Comma;

    private static int Index(IReadOnlyList<FormatToken> tokens, Predicate<FormatToken> wanted, bool fromEnd)
    {
        var list = tokens.ToList();
        return fromEnd ? list.FindLastIndex(wanted) : list.FindIndex(wanted);
    }

    private static string Pattern(decimal number, FormatToken[] pattern)
    {
        var point = Array.FindIndex(pattern, token => token.Kind == FormatTokenKind.Point);
        var whole = (point < 0 ? pattern : pattern[..point]).ToList();
        for (; whole.Count > 0 && whole[^1].Kind == FormatTokenKind.Comma; whole.RemoveAt(whole.Count - 1)) number /= 1000m;
        var decimals = point < 0 ? [] : pattern[(point + 1)..].Where(token => token.Kind == FormatTokenKind.Digit).ToArray();
        var digits = Math.Round(number, Math.Min(decimals.Length, 28),
            MidpointRounding.AwayFromZero).ToString("F" + decimals.Length.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture).Split('.');
        var fraction = digits.Length > 1 ? digits[1] : "";
        // digits that are shown only where there is something to show
        for (var last = decimals.Length - 1; last >= 0 && decimals[last].Text != "0"
            && fraction.EndsWith('0'); last--) fraction = fraction[..^1];
        return Whole(digits[0], whole) + (point >= 0 ? "." + fraction : "");
    }

    private static string Whole(string digits, List<FormatToken> pattern)
    {
        var least = pattern.Count(token => token is { Kind: FormatTokenKind.Digit, Text: "0" });
        if (digits == "0" && least == 0) digits = "";
        digits = digits.PadLeft(least, '0');
        if (!pattern.Exists(token => token.Kind == FormatTokenKind.Comma)) return digits;
        for (var at = digits.Length - 3; at > 0; at -= 3) digits = digits.Insert(at, ",");
        return digits;
    }
}
