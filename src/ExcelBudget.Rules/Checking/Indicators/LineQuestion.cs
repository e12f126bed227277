using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>What many checks ask of an indicator; the answer depends on nothing but the indicator and the pack's standards.</summary>
internal enum LineQuestion
{
    Classified,
    Rate,
    Growth,
    Cost,
    NamesCost,
    PerUnit,
    LessBetter,
    MoreBetter,
    EndsAsCost,
    ManyYears,
    ForeignHeading,
    Vague,
    Total,
}

/// <summary>The answers known of one indicator by one pack's standards.</summary>
/// <param name="owner">The indicator.</param>
/// <param name="scope">The standards.</param>
internal sealed class LineAnswers(ReviewedIndicator owner, IndicatorStandards scope)
{
    // a bit that a question was asked, and one that the answer is yes
    private ulong _bits;

    /// <summary>True for the answers of an indicator by some standards; a copy of it is asked anew.</summary>
    public bool AreOf(ReviewedIndicator line, IndicatorStandards standards) =>
        ReferenceEquals(owner, line) && ReferenceEquals(scope, standards);

    /// <summary>The answer to a question, worked out once.</summary>
    public static bool Of<TScope>(ReviewedIndicator line, IndicatorStandards standards, LineQuestion question, TScope scope,
        Func<ReviewedIndicator, TScope, bool> find)
    {
        var known = line.Memory.AnswersOf(line, standards);
        var (asked, yes) = (1UL << (int)question, 1UL << ((int)question + 32));
        var bits = Volatile.Read(ref known._bits);
        if ((bits & asked) != 0) return (bits & yes) != 0;
        var answer = find(line, scope);
        // what another thread adds meanwhile may be lost, and is asked again
        Volatile.Write(ref known._bits, known._bits | asked | (answer ? yes : 0));
        return answer;
    }
}
