using System.Globalization;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Workbooks.Identity;

/// <summary>
/// 自检。What the task pane leaves in the very hidden sheet after a check: when, with which result, and for which content. It is no proof
/// and nothing depends on it; the bureau sees whether a workbook was checked before it was handed in, and whether it was changed since.
/// </summary>
/// <param name="At">When it was checked.</param>
/// <param name="Verdict">The verdict of that check: accepted or returned.</param>
/// <param name="Errors">How many errors it found, from 0.</param>
/// <param name="Warnings">How many 疑点 it found, from 0.</param>
/// <param name="Content">Fingerprint of all that was read then; empty when unknown.</param>
public sealed record CheckMark(DateTimeOffset At, Verdict Verdict, int Errors, int Warnings, string Content)
{
    /// <summary>Name of the sheet it stands on, which is very hidden and not protected.</summary>
    public const string Sheet = Template.TemplateNames.SealSheet;

    /// <summary>Its one cell, beside the identity; blank in a workbook as it is issued.</summary>
    public const string Cell = "C1";

    /// <summary>Column of <see cref="Cell"/>, from 1.</summary>
    internal const int Column = 3;

    private const string Mark = "EBC1";
    private const string Moment = "yyyyMMdd'T'HHmmssfff";
    private const int LongestContent = 64;

    /// <summary>The text of the cell.</summary>
    public string Line => string.Join(
        '|', Mark, At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture),
        Verdict == Verdict.Accepted ? "accepted" : "returned", Errors.ToString(CultureInfo.InvariantCulture),
        Warnings.ToString(CultureInfo.InvariantCulture), Content);

    /// <summary>Reads <see cref="Line"/>; null for anything else: whatever strangers leave in the cell is no mark.</summary>
    public static CheckMark? Parse(string? text)
    {
        if (text?.Trim().Split('|') is not [Mark, var at, var verdict, var errors, var warnings, var content]) return null;
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(at, Moment, CultureInfo.InvariantCulture, Universal, out var moment)) return null;
        if (verdict is not ("accepted" or "returned") || Count(errors) is not { } wrong || Count(warnings) is not { } asked) return null;
        var isHex = content.Length <= LongestContent && content.All(char.IsAsciiHexDigitLower);
        return isHex ? new(moment, verdict == "accepted" ? Verdict.Accepted : Verdict.Returned, wrong, asked, content) : null;
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
