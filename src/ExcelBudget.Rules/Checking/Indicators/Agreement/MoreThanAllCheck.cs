using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// moreThanAll：部分多于全部。Of two counts in one unit one is by its words a part of the other and yet larger: more certified than trained, more
/// closed than received, more villages than there are, more people at one time than beds.
/// </summary>
internal sealed class MoreThanAllCheck : ProjectCheck
{
    private const string Percent = "%";
    private const string Heads = "人";
    private const int ShortestNoun = 2;
    private const int LongestNoun = 6;

    /// <inheritdoc />
    public override string Name => "moreThanAll";

    private static readonly string[] Stock = ["上岗", "在岗", "在册", "在职", "在院", "年末", "累计", "保有", "现有"];

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        foreach (var part in figures.Lines)
        {
            if (part.IsMoney || part.Per.Count > 0 || part.Unit == Percent
                || part.Bound is TargetOperator.AtMost or TargetOperator.LessThan
                || (OfDeed(part, figures, project, review) ?? OfAllThereAre(part, figures, review) ?? OfCapacity(part, figures, review))
                is not { } whole) continue;
            yield return new Objection(project, part.Line, Actual: part.Line.Title + part.Line.Target, Expected: whole);
        }
    }

    /// <summary>受理诉求2400件 beside 办结诉求 =2600件; what was left over from before may be closed as well.</summary>
    private static string? OfDeed(LineQuantity part, ProjectFigures figures, ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var name = part.Line.Indicator.Name;
        var found = Words(name, words.PartsOf);
        var isOfPeople = found is null && part.Unit == Heads;
        if (isOfPeople) found = Words(name, words.PartsOfPeople);
        if (found is not { } pair
            || WordList.IsIn(WordList.Without(project.Goal + name, words.NothingCarried), words.CarriedOver)) return null;
        bool IsWhole(string said) => Array.Exists(pair.Whole, word => said.Contains(word, StringComparison.Ordinal))
            && !Array.Exists(pair.Part, word => said.Contains(word, StringComparison.Ordinal))
            // 培训后就业人数: another part of it
            && !WordList.IsIn(said, words.Qualified);
        var own = Rest(name, pair.Part, words);
        bool IsOfSame(string said) => (isOfPeople && Bare(own, pair.Whole, words).Count(char.IsLetter) < ShortestNoun)
            || Kinship.Of(own, Rest(said, pair.Whole, words), words.Generic) > 0;
        var told = figures.Goal.Where(quantity => quantity.Unit == part.Unit && quantity.Per.Count == 0).ToArray();
        // the goal tells the very figure: it is explained there
        // 持证上岗养老护理员, 年末在院老人: all there are, not only those of this year
        if (told.Any(quantity => quantity.Number == part.Number) || Array.Exists(Stock, word => name.Contains(word,
            StringComparison.Ordinal))) return null;
        // 新受理300件、上级交办120件: all that the goal counts in the unit may be closed
        var most = Math.Max(told.Where(quantity => !quantity.IsDetail).Sum(quantity => quantity.Number),
            figures.Lines.Where(line => line.Unit == part.Unit && line.Per.Count == 0 && IsWhole(line.Line.Indicator.Name))
                .Sum(line => line.Number));
        if (part.Number <= most) return null;
        if (Array.Find(told, quantity => IsExact(quantity) && IsWhole(quantity.Before) && IsOfSame(quantity.About)) is { } said)
            return Said(said);
        return figures.Lines.FirstOrDefault(line => line.Unit == part.Unit && line.Per.Count == 0 && line.Bound == TargetOperator.Equal
            && IsWhole(line.Line.Indicator.Name) && IsOfSame(line.Line.Indicator.Name)) is { } whole
            ? whole.Line.Title + whole.Line.Target : null;
    }

    /// <summary>全县共有行政村142个 beside 设立服务点的行政村 =152个: more of a thing than there are of it.</summary>
    private static string? OfAllThereAre(LineQuantity part, ProjectFigures figures, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var name = part.Line.Stem.TrimEnd('数', '量', '个');
        // 全县共有充电桩120台，今年新增30台
        if (WordList.IsIn(figures.Text, words.MoreOfIt) || WordList.IsIn(name, words.MoreOfIt)) return null;
        foreach (var told in figures.Goal)
        {
            if (told.Unit != part.Unit || told.Number >= part.Number || told.IsMoney || !IsExact(told)) continue;
            if (figures.Goal.Any(other => other.Unit == told.Unit && other.Number == part.Number)) continue;
            // 全县142个行政村
            if (words.Places.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal)) && EndsAs(name, told.After))
                return Said(told) + told.After;
            var existing = words.Existing.Concat(words.Places).Where(word => told.Before.Contains(word, StringComparison.Ordinal))
                .MaxBy(word => told.Before.LastIndexOf(word, StringComparison.Ordinal) + word.Length);
            if (existing is null || !WordList.IsIn(told.Before, words.Existing) || !WordList.IsIn(told.Before, words.Places)
                || figures.IsOfOtherYears(told, review.Year)) continue;
            var noun = told.Before[(told.Before.LastIndexOf(existing, StringComparison.Ordinal) + existing.Length)..].Trim();
            if (noun.Length == 0) noun = told.After;
            if (noun.Length >= ShortestNoun && name.EndsWith(noun, StringComparison.Ordinal)) return Said(told);
        }

        return null;
    }

    /// <summary>设立服务点的行政村 beside 行政村每村一个: the name ends in the noun behind the count.</summary>
    private static bool EndsAs(string name, string behind)
    {
        for (var length = Math.Min(LongestNoun, behind.Length); length >= ShortestNoun; length--)
        {
            if (name.EndsWith(behind[..length], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>床位80张 beside 年末同时在院托养 =95人: each bed holds one at a time.</summary>
    private static string? OfCapacity(LineQuantity part, ProjectFigures figures, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (!WordList.IsIn(part.Line.Indicator.Name, words.AtOnce)) return null;
        var holding = figures.Goal.Where(told => !told.IsMoney && told.Per.Count == 0
            && words.Capacities.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal)
                || told.After.StartsWith(word, StringComparison.Ordinal))).ToArray();
        return holding is [{ IsAbout: false, Bound: TargetOperator.Equal } only] && part.Number > only.Number
            // 新增护理型床位40张: there are others
            && !WordList.IsIn(only.Before, words.Additions) && !only.Before.Contains("改造", StringComparison.Ordinal)
            && figures.Goal.All(told => told.Number != part.Number) ? Said(only) : null;
    }

    private static (string[] Part, string[] Whole)? Words(string name, IReadOnlyList<string> list)
    {
        foreach (var (part, whole) in WordGroups.PairsOf(list))
        {
            if (Array.Exists(part, name.Contains)) return (part, whole);
        }

        return null;
    }

    /// <summary>What a name speaks of besides the deed.</summary>
    /// <summary>参训后取得证书人数: without the whole's own word and what only counts nothing is left.</summary>
    private static string Bare(string own, string[] whole, Domain.Packs.IndicatorWords words) =>
        WordList.Without(WordList.Without(own, whole), words.Generic).Replace("后", "", StringComparison.Ordinal).Trim('|', '数', '的');

    private static string Rest(string said, string[] deeds, Domain.Packs.IndicatorWords words) =>
        WordList.Without(WordList.Without(said, deeds), words.Generic);

    private static string Said(TextQuantity told) => told.Before + told.Text;

    private static bool IsExact(TextQuantity told) =>
        told is { IsAbout: false, IsDetail: false, IsOfLastYear: false, Bound: TargetOperator.Equal or TargetOperator.AtMost };
}
