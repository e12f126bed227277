using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 差的那个数目标里写了。新增35名 where 30 lie between, and 5名转任: whether the goal itself tells, outside a calculation, just what is missing in it.
/// </summary>
internal static partial class Remainder
{
    private const int LongestNote = 30;
    private const decimal TenThousand = 10_000m;

    /// <summary>Words by which a bracket behind a figure says that it holds more, or less, than was reckoned.</summary>
    private static readonly string[] Holds = ["含", "加", "另", "除", "扣", "包括", "其中", "重复", "同时"];

    /// <summary>
    /// True when what lies between the two figures of a miscount is told, or a bracket behind the doubted one explains it.
    /// </summary>
    public static bool IsTold(ReviewedProject project, Miscount wrong)
    {
        if (First(wrong.Made) is not { } made || First(wrong.Written) is not { } written || made.Unit != written.Unit)
            return IsNoted(project.PlainGoal, wrong.Written, 0m);
        var missing = Math.Abs(made.Number - written.Number);
        if (IsNoted(project.PlainGoal, wrong.Written, missing)) return true;
        if (missing == 0m) return false;
        // 每个2万元 is a price, not what was left out
        bool IsIt(TextQuantity told) => told.Number == missing && told.Unit == made.Unit && !(told.IsMoney && told.Per.Count > 0);
        // 1920户÷3200户: a share that is missed by ten points has no part of ten points
        if (wrong.Said.Contains('÷', StringComparison.Ordinal)) return false;
        var figures = ProjectFigures.Of(project);
        return figures.Goal.Concat(figures.Past).Count(IsIt) > Numbers().Matches(wrong.Said).Count(number =>
            decimal.Parse(number.ValueSpan, CultureInfo.InvariantCulture) is var used && (used == missing
                || used * TenThousand == missing));
    }

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?")]
    private static partial Regex Numbers();

    /// <summary>True when what lies between a total and its parts is told behind the total: 共1150人（50人同时符合两类条件）.</summary>
    public static bool IsToldBehind(ProjectFigures figures, TextQuantity total, decimal made) =>
        IsNoted(figures.Text, total.Text, Math.Abs(made - total.Number)) || figures.Goal.SkipWhile(told => !ReferenceEquals(told,
            total)).Skip(1).Any(told =>
            told.Number == Math.Abs(made - total.Number) && told.Unit == total.Unit && told is { Per.Count: 0, IsBracketed: true });

    private static TextQuantity? First(string said) => QuantityText.Read(said) is [var first, ..] ? first : null;

    /// <summary>全年共14次（春节、中秋前各加密1次）.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="written">The doubted figure as the goal prints it.</param>
    /// <param name="missing">What it differs by: a figure in the bracket must be that, or so often that (各加密1次).</param>
    private static bool IsNoted(string goal, string written, decimal missing)
    {
        for (var at = goal.IndexOf(written, StringComparison.Ordinal); at >= 0; at = goal.IndexOf(written, at + 1,
            StringComparison.Ordinal))
        {
            var behind = goal.AsSpan(at + written.Length);
            if (behind is not ['（' or '(', ..]) continue;
            var end = behind.IndexOfAny('）', ')');
            var note = behind[..(end < 0 ? Math.Min(behind.Length, LongestNote) : end)];
            var figures = Numbers().Matches(note.ToString()).Select(number => decimal.Parse(number.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var isIt = figures.Length == 0 || missing == 0m || Array.Exists(figures, figure => figure > 0m && (figure == missing
                || figure * TenThousand == missing)) || (note.Contains('各') && Array.Exists(figures, figure => figure > 0m
                && missing % figure == 0m));
            foreach (var word in Holds)
            {
                if (isIt && note.Contains(word, StringComparison.Ordinal)) return true;
            }
        }

        return false;
    }
}
