using System.Globalization;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// rowConflict：同一行前后不一致。What stands beside a target contradicts it: half a year's target above the year's, another count in the
/// explanation, last year's value above the target where the goal promises to rise, 反向 beside what is to be high.
/// </summary>
internal sealed class RowConflictCheck : ProjectCheck
{
    private const string Percent = "%";
    private const string Time = "时间";
    private const string Area = "面积";
    private const string Length = "长度";

    /// <inheritdoc />
    public override string Name => "rowConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var columns = project.HasDoubtfulTargets ? null : TextColumns.Of(project);
        foreach (var line in project.Indicators)
        {
            if (LineQuantity.Of(line) is not { } set) continue;
            if ((LastYears(set, project, columns, review) ?? Half(set, columns, review) ?? Explained(set, columns, review)
                ?? Fallen(set, project, columns, review)
                ?? Against(set, columns, review)) is { } said)
                yield return new Objection(project, line, Actual: line.Target, Expected: said, Match: said);
        }
    }

    /// <summary>半年 ≥1650人次 beside 全年 ≥1500人次: what adds up cannot be more in half of the year, nor in a year than in all years.</summary>
    private static string? Half(LineQuantity set, TextColumns? columns, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (columns is null || set.Per.Count > 0 || set.IsForOne
            || set.Bound is TargetOperator.AtMost or TargetOperator.LessThan) return null;
        var isOfWork = review.Standards.Measured.Contains(set.Line.Group)
            && (review.Meaning.IsCount(set.Line) || QuantityUnits.Kind(set.Unit) is Area or Length);
        if (!(isOfWork || words.Accumulates.Contains(set.Line.Unit)) || set.Unit == Percent || set.IsMoney
            || QuantityUnits.Kind(set.Unit) == Time || IndicatorMeaning.ContainsAny(set.Line.Indicator.Name, words.Stocks)) return null;
        return Above(set, columns, words.HalfYearColumns, words.WholeYearColumns)
            ?? Above(set, columns, words.WholeYearColumns, words.WholePeriodColumns);
    }

    /// <summary>What the column of a part of the time holds, where it is more than in that of the whole.</summary>
    private static string? Above(LineQuantity set, TextColumns columns, IReadOnlyList<string> parts, IReadOnlyList<string> wholes)
    {
        var (part, whole) = (columns.Find(parts.Contains), columns.Find(wholes.Contains));
        return part >= 0 && whole >= 0 && Figure(columns.Beside(set.Line, part)) is { } first
            && Figure(columns.Beside(set.Line, whole)) is { } all && first > all && all > 0m ? Said(columns, part, set.Line) : null;
    }

    /// <summary>=220户 beside 反映年度完成260户改造任务: the one count of that unit in the explanation, in the words of the name.</summary>
    private static string? Explained(LineQuantity set, TextColumns? columns, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (set.IsMoney || set.Unit == Percent || set.Per.Count > 0 || QuantityUnits.Kind(set.Unit) == Time) return null;
        var place = columns?.Find(header => IndicatorMeaning.ContainsAny(header, words.ExplainColumns)) ?? -1;
        var text = place >= 0 ? columns!.Beside(set.Line, place) : set.Line.Description;
        if (text.Length == 0 || IndicatorMeaning.ContainsAny(text, words.OtherExplained)) return null;
        var told = QuantityText.Read(text).Where(quantity => quantity.Unit == set.Unit && !quantity.IsDetail).ToArray();
        return told is [{ IsAbout: false, Per.Count: 0, Bound: TargetOperator.Equal } only] && only.Number != set.Number
            && !only.IsOfOtherYears(review.Year) && Kinship.Of(text, set.Line.Indicator.Name, words.Generic) > 0 ? text : null;
    }

    /// <summary>2026年下乡演出142场 in the goal beside 2026年完成值 124场: the only figure of last year in the indicator's words.</summary>
    private static string? LastYears(LineQuantity set, ReviewedProject project, TextColumns? columns, IndicatorReview review)
    {
        var column = columns?.Find(header => IsLastYears(header, review)) ?? -1;
        if (column < 0 || set.IsMoney || set.Per.Count > 0 || set.Unit == Percent || QuantityUnits.Kind(set.Unit) == Time) return null;
        var cell = columns!.Beside(set.Line, column);
        if (QuantityText.Read(cell) is not [{ Per.Count: 0 } before] || before.Unit != set.Unit) return null;
        var figures = ProjectFigures.Of(project);
        var told = figures.Goal.Concat(figures.Past).Where(one => one.Unit == set.Unit && one is
        {
            Per.Count: 0, IsAbout: false,
            IsDetail: false
        } && (one.IsOfLastYear || one.Years == (review.Year - 1, review.Year - 1))
            // 县剧团、民间剧团下乡演出142场: of both
            && !one.Lead.Contains('、', StringComparison.Ordinal) && !one.Lead.Contains('和', StringComparison.Ordinal)
            && Kinship.Of(one, set.Line.Indicator.Name, review.Standards.Words.Generic) > 2).DistinctBy(one => one.Number).ToArray();
        return told is [{ Bound: TargetOperator.Equal } only] && only.Number != before.Number && only.Number != set.Number
            && !figures.Goal.Concat(figures.Past).Any(one => one.Number == before.Number && one.Unit == set.Unit)
            ? $"{columns.Header(column)}“{cell}”，目标里写的是{only.Text}" : null;
    }

    /// <summary>满意度在上年92%的基础上稳中有升 beside ≥85%.</summary>
    private static string? Fallen(LineQuantity set, ReviewedProject project, TextColumns? columns, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (set.Unit != Percent || !review.Meaning.IsMoreBetter(set.Line)
            || set.Bound is TargetOperator.AtMost or TargetOperator.LessThan) return null;
        var clause = project.Goal.Split(['，', '。', '；', ',', ';', '\n'])
            .FirstOrDefault(clause => IndicatorMeaning.ContainsAny(clause, words.Rising)
                && Ends(clause, set.Line) && project.Indicators.Count(other => Ends(clause, other)) == 1);
        if (clause is null) return null;
        var column = columns?.Find(header => IsLastYears(header, review)) ?? -1;
        var before = column >= 0 ? Figure(columns!.Beside(set.Line, column))
            : QuantityText.Read(clause) is [{ Unit: Percent, IsOfLastYear: true } only] ? only.Number : null;
        return before > set.Number ? clause : null;
    }

    /// <summary>True where a clause names an indicator by the last signs of its name.</summary>
    private static bool Ends(string clause, ReviewedIndicator line) =>
        line.Stem.Length > 2 && clause.Contains(line.Stem[^3..], StringComparison.Ordinal);

    /// <summary>反向 beside 群众满意度 ≥88%.</summary>
    private static string? Against(LineQuantity set, TextColumns? columns, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (columns is null || !review.Meaning.IsMoreBetter(set.Line)
            || set.Bound is not (TargetOperator.AtLeast or TargetOperator.MoreThan)) return null;
        var column = columns.Find(header => IndicatorMeaning.ContainsAny(header, words.DirectionColumns));
        return column >= 0 && words.AgainstDirection.Contains(columns.Beside(set.Line, column)) ? Said(columns, column, set.Line) : null;
    }

    private static bool IsLastYears(string header, IndicatorReview review)
    {
        var (words, last) = (review.Standards.Words, (review.Year - 1).ToString(CultureInfo.InvariantCulture) + "年");
        return (IndicatorMeaning.ContainsAny(header, words.LastYearColumns) || header.StartsWith(last, StringComparison.Ordinal))
            && IndicatorMeaning.ContainsAny(header, words.ReachedColumns);
    }

    private static string Said(TextColumns columns, int column, ReviewedIndicator line) =>
        $"{columns.Header(column)}“{columns.Beside(line, column)}”";

    /// <summary>The figure of ≥1650人次; null for words, dates and two figures.</summary>
    private static decimal? Figure(string cell)
    {
        var start = cell.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || cell.AsSpan().ContainsAny('年', '月', '日')) return null;
        var end = start;
        while (end < cell.Length && (char.IsAsciiDigit(cell[end]) || cell[end] is '.' or ',')) end++;
        var isOnly = cell.AsSpan(end).IndexOfAnyInRange('0', '9') < 0;
        return isOnly && FigureReader.Read(cell[start..end]) is { IsFigure: true } figure ? figure.Number : null;
    }
}
