using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>All quantities of a project, read once: what its goal tells and what its indicators set.</summary>
internal sealed class ProjectFigures
{
    /// <summary>Years after which nobody copies a text.</summary>
    private const int LeftOver = 2;
    private const int LongestUnit = 4;

    private readonly bool _tellsOwnYear;

    // the units of a county have the same projects, and a workbook comes back
    private static readonly KnownTexts<GoalReading> Goals = new(GoalReading.Of, longest: 400, most: 2_048);

    private static readonly KnownTexts<IReadOnlyList<TextQuantity>> Names = new(QuantityText.Read);

    private ProjectFigures(ReviewedProject project)
    {
        Lines = [.. project.Indicators.Select(LineQuantity.Of).OfType<LineQuantity>()];
        string[] units = [.. Lines.Select(line => line.Unit).Where(unit => unit.Length is > 0 and <= LongestUnit
            && !QuantityUnits.IsWholeUnit(unit) && unit.All(char.IsLetter)).Distinct()];
        (Goal, Past) = units.Length == 0 ? Goals[project.Goal] : GoalReading.Of(project.Goal, units);
        Name = Names[project.Name];
        Text = project.Name + project.Goal;
        _tellsOwnYear = project.Goal.Contains("今年", StringComparison.Ordinal) || project.Goal.Contains("本年", StringComparison.Ordinal)
            || project.Goal.Contains("当年", StringComparison.Ordinal);
    }

    /// <summary>The goal's, in order.</summary>
    public IReadOnlyList<TextQuantity> Goal { get; }

    /// <summary>Where changes of the goal start and what it compares with: 35% of «由35%提升到60%».</summary>
    public IReadOnlyList<TextQuantity> Past { get; }

    public IReadOnlyList<TextQuantity> Name { get; }

    public IReadOnlyList<LineQuantity> Lines { get; }

    /// <summary>Name and goal as they stand.</summary>
    public string Text { get; }

    /// <summary>True for a quantity whose very figure an indicator sets.</summary>
    public bool IsCarried(TextQuantity quantity) => Carriers(quantity) > 0;

    /// <summary>True for a quantity whose very figure more than one indicator sets.</summary>
    public bool IsCarriedTwice(TextQuantity quantity) => Carriers(quantity) > 1;

    /// <summary>True for an indicator whose very figure the goal tells.</summary>
    public bool IsTold(LineQuantity line) => Goal.Any(told => told.Number == line.Number && told.Unit == line.Unit
        && told.Per.Count == line.Per.Count && told.Per.All(line.Per.Contains));

    private int Carriers(TextQuantity quantity) => Lines.Count(line => line.Number == quantity.Number && line.Unit == quantity.Unit
        && line.Per.Count == quantity.Per.Count && line.Per.All(quantity.Per.Contains));

    /// <summary>
    /// True for what is told of other years. A goal that tells one past year only was rather left over from it: its figures are meant.
    /// </summary>
    public bool IsOfOtherYears(TextQuantity quantity, int year) => quantity.IsOfLastYear || (quantity.IsOfOtherYears(year)
        && !(!_tellsOwnYear && quantity.Years is { } told && told.From == told.To && told.To < year && told.To >= year - LeftOver
            && Goal.All(other => other.Years is null || other.Years == told)
            // figures told before the year are the budget's: the year only reports
            && Goal[0].Years == told));

    /// <summary>True for an indicator whose very figure the goal tells of other years or of several: 三年累计27期, 2025—2027年建成5个.</summary>
    public bool IsOfSeveralYears(LineQuantity line, IndicatorReview review) => line.Unit != "%" && Goal.Any(told => told.Unit == line.Unit
            && told.Number == line.Number && (review.Meaning.SpeaksOfManyYears(told.Before) || IsOfOtherYears(told, review.Year)))
        && !Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number && !review.Meaning.SpeaksOfManyYears(told.Before)
            && !IsOfOtherYears(told, review.Year));

    /// <summary>
    /// 总投资4.2亿元，总建筑面积12万平方米; 本年完成3.5万平方米: a whole beside one of several years is of several years too.
    /// </summary>
    public bool IsOfAllYears(TextQuantity quantity, Domain.Packs.IndicatorWords words) =>
        (WordList.IsIn(quantity.Before, words.Totals) || Goal.Any(other => other.Sentence != quantity.Sentence
            && other.Unit == quantity.Unit && other.Per.SequenceEqual(quantity.Per)))
        && Goal.Any(other => other.Sentence == quantity.Sentence && WordList.IsIn(other.Before, words.ManyYears));

    public static ProjectFigures Of(ReviewedProject project) =>
        project.Memory.Of(project, project, static (project, _) => new ProjectFigures(project));
}
