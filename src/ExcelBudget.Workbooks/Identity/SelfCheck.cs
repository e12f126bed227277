using System.Globalization;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Workbooks.Identity;

/// <summary>自检。A check in the task pane before a workbook was handed in, as its hidden sheet tells of it.</summary>
/// <param name="At">When.</param>
/// <param name="Verdict">What it said.</param>
/// <param name="Errors">How many errors.</param>
/// <param name="Warnings">How many 疑点.</param>
/// <param name="IsOfThisContent">True when nothing was changed between that check and handing in.</param>
public sealed record SelfCheck(DateTimeOffset At, Verdict Verdict, int Errors, int Warnings, bool IsOfThisContent)
{
    private const string Same = "same";

    /// <summary>One line, for the ledger and the pipe.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{At.UtcDateTime:O} {Verdict} {Errors} {Warnings} {(IsOfThisContent ? Same : "changed")}");

    /// <summary>In words: 2026-11-29 14:05 没有问题，之后未改动.</summary>
    public string Words
    {
        get
        {
            var found = Errors > 0 ? $"{Errors} 处错误" : Warnings > 0 ? $"没有错误，{Warnings} 条疑点" : "没有问题";
            var moment = At.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            return $"{moment} {found}，{(IsOfThisContent ? "之后未改动" : "之后改动过")}";
        }
    }

    /// <summary>A mark, seen against what the workbook holds now.</summary>
    public static SelfCheck Of(CheckMark mark, string content) =>
        new(mark.At, mark.Verdict, mark.Errors, mark.Warnings, mark.Content.Length > 0 && mark.Content == content);

    /// <summary>Reads <see cref="Line"/>; null for an empty one.</summary>
    public static SelfCheck? Parse(string line)
    {
        if (line.Split(' ') is not [var at, var verdict, var errors, var warnings, var state]) return null;
        return new(
            DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Enum.Parse<Verdict>(verdict),
            int.Parse(errors, CultureInfo.InvariantCulture), int.Parse(warnings, CultureInfo.InvariantCulture), state == Same);
    }
}
