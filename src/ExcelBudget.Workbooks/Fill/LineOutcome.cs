using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>How a line of the 校验 sheet comes out by our engine: as the sheet's own formulas will tell it.</summary>
/// <param name="State">-1 未填, 0 通过, 1 尾差, 2 不适用, 3 未检查, 4 不通过 of a 疑点 or 提示, 5 不通过 of a 错误.</param>
/// <param name="Left">Left side of the worst row, in the line's unit; null when there is none.</param>
/// <param name="Right">Right side of the worst row.</param>
/// <param name="Row">The worst row; null outside any row.</param>
public sealed record LineOutcome(int State, decimal? Left, decimal? Right, RowView? Row)
{
    private const int ShownDecimals = 6;

    /// <summary>Left less right as the sheet shows them.</summary>
    public decimal? ShownGap => Left is { } left && Right is { } right
        ? Rounded(left) - Rounded(right) : null;

    private static decimal Rounded(decimal side) => decimal.Round(side, ShownDecimals, MidpointRounding.AwayFromZero);

    /// <summary>State of a line whose forms are empty.</summary>
    public const int NotFilled = -1;

    /// <summary>State of a line that passes.</summary>
    public const int Holds = 0;

    /// <summary>State of a line whose gap rounding explains.</summary>
    public const int Tail = 1;

    /// <summary>State of a line whose condition does not hold.</summary>
    public const int NotApplicable = 2;

    /// <summary>State of a line that lacks a figure.</summary>
    public const int Unchecked = 3;

    /// <summary>State of a line that asks.</summary>
    public const int Questioned = 4;

    /// <summary>State of a line that is wrong.</summary>
    public const int Wrong = 5;

    /// <summary>How the 校验 sheet calls each state, from 未填 on.</summary>
    public static readonly IReadOnlyList<string> Words = ["未填", "通过", "尾差", "不适用", "未检查", "不通过", "不通过"];

    /// <summary>How the 校验 sheet calls a state.</summary>
    public static string WordOf(int state) => Words[state - NotFilled];

    /// <summary>How the 校验 sheet calls a severity.</summary>
    public static string GradeOf(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "疑点",
        _ => "提示",
    };

    /// <summary>The outcome of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="results">All results of its relation.</param>
    /// <param name="figures">The budget's figures.</param>
    /// <param name="empty">Which of its forms are empty.</param>
    public static LineOutcome Of(CheckLine line, IReadOnlyList<RelationResult> results, BudgetFigures figures, EmptyForms empty)
    {
        ArgumentNullException.ThrowIfNull(empty);
        var outcome = Judged(line, results, figures);
        return outcome.State is Holds or NotApplicable && empty.Cover(line) ? new LineOutcome(NotFilled, null, null, null) : outcome;
    }

    private static LineOutcome Judged(CheckLine line, IReadOnlyList<RelationResult> results, BudgetFigures figures)
    {
        if (line.Relation.When is { } when && (line.IsSingle || !when.IsByRow))
        {
            var context =
                new RowContext(
                line.Relation.Form, line.Fixed is [var row] && line.IsSingle ? figures.View(line.Relation.Form)[row.Key] : null,
                line.Column);
            if (figures.Judge(when, context) is (false, null)) return new LineOutcome(NotApplicable, null, null, null);
        }

        var own = results.Where(result => line.Covers(result.Context.Row) && result.Context.Column == line.Column).ToArray();
        if (own.Length == 0) return new LineOutcome(line.IsSingle ? NotApplicable : Holds, null, null, null);
        var worst = Worst(own);
        var state = worst.Tie switch
        {
            Tie.Holds => Holds,
            Tie.Tail => Tail,
            Tie.Unchecked => Unchecked,
            _ => line.Relation.Declaration.Severity == Severity.Error ? Wrong : Questioned,
        };
        return state == Unchecked ? new LineOutcome(state, null, null, worst.Context.Row)
            : new LineOutcome(state, Shown(worst, worst.Left), Shown(worst, worst.Right), worst.Context.Row);
    }

    /// <summary>The gravest result; of equally grave ones that of a fixed row, then that of the row printed first.</summary>
    private static RelationResult Worst(RelationResult[] results)
    {
        var (worst, gravity) = (results[0], GravityOf(results[0]));
        foreach (var result in results.AsSpan(1))
        {
            var own = GravityOf(result);
            var difference = own.CompareTo(gravity);
            if (difference < 0 || (difference == 0 && PlaceOf(result).CompareTo(PlaceOf(worst)) >= 0)) continue;
            (worst, gravity) = (result, own);
        }

        return worst;
    }

    /// <summary>Fixed rows first, then in the order of the form.</summary>
    private static (int Kind, int Above) PlaceOf(RelationResult result) =>
        (result.Context.Row?.Fixed is null ? 1 : 0, result.Context.Row?.Above ?? 0);

    /// <summary>A side as the line shows it, in the relation's unit.</summary>
    private static decimal Shown(RelationResult result, Measure side) =>
        side.Dimension == Dimension.Money ? result.Relation.Amounts.Number(side.Value) : side.Value;

    /// <summary>
    /// Broken before unchecked before 尾差; among rows that come out alike the one with the largest gap, the first of equal ones.
    /// </summary>
    private static (int Grade, decimal Gap) GravityOf(RelationResult result) => result.Tie switch
    {
        Tie.Broken => (3, Gap(result)),
        Tie.Unchecked => (2, 0m),
        // the sheet takes the largest 尾差 too
        Tie.Tail => (1, Gap(result)),
        _ => (0, 0m),
    };

    private static decimal Gap(RelationResult result)
    {
        return Math.Abs(result.Left.Value - result.Right.Value);
    }
}
