using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 受益的人。惠及群众1.2万人 beside 受益人口 ≥1.5万人: whoever is reached by the project, told once in the goal and set once, whatever the words.
/// </summary>
internal static class Reached
{
    private const int LongestOwn = 1;

    /// <summary>True when a quantity of the goal and an indicator both count whom the project reaches, and nothing else does.</summary>
    public static bool AreSame(TextQuantity told, LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (!Counts(told, review) || !Counts(line, review) || told.Unit != line.Unit) return false;
        if (figures.Goal.Count(other => other.Unit == told.Unit && Counts(other, review)) != 1
            || figures.Lines.Count(other => other.Unit == line.Unit && Counts(other, review)) != 1) return false;
        if (told.IsDetail || figures.IsCarried(told) || figures.IsTold(line) || IsSum(line, figures)) return false;
        var words = review.Standards.Words;
        // 受益学生 beside 惠及老人: each of its own
        var named = Own(line.Line.Stem, words);
        if (WordList.IsIn(line.Line.Stem, words.Indirect) != WordList.IsIn(told.About, words.Indirect)) return false;
        return named.Length <= LongestOwn || Kinship.Of(Own(told.About, words), named, []) > 0;
    }

    private static bool Counts(TextQuantity told, IndicatorReview review) => IsOfPeople(told.Unit, review)
        && told is { Per.Count: 0, IsOfLastYear: false } && WordList.IsIn(told.About, review.Standards.Words.Reached);

    private static bool Counts(LineQuantity line, IndicatorReview review) => IsOfPeople(line.Unit, review)
        && line.Per.Count == 0 && WordList.IsIn(line.Line.Stem, review.Standards.Words.Reached);

    private static bool IsOfPeople(string unit, IndicatorReview review) => review.Standards.Words.KindredUnits.Contains(unit);

    /// <summary>甲村200人、乙村300人 beside 受益人数 500人.</summary>
    private static bool IsSum(LineQuantity line, ProjectFigures figures)
    {
        var sum = 0m;
        foreach (var told in figures.Goal.Where(told => told.Unit == line.Unit && told.Per.Count == 0))
        {
            sum += told.Number;
            if (sum == line.Number) return true;
        }

        return false;
    }

    private static string Own(string name, Domain.Packs.IndicatorWords words) => string.Concat(
        WordList.Without(WordList.Without(name, words.Reached), words.Anyone).Where(char.IsLetter));
}
