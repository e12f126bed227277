using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>An evaluated relation with the gap that is left of it while causes are taken away one by one.</summary>
internal sealed class TieGap
{
    private readonly Comparison _comparison;
    private readonly decimal _tolerance;

    /// <param name="result">The relation as evaluated.</param>
    /// <param name="form">How its gap is made of cells.</param>
    public TieGap(RelationResult result, LinearForm form)
    {
        Result = result;
        Form = form;
        Gap = result.Left.Value - result.Right.Value;
        _comparison = result.Relation.Check.Comparison;
        _tolerance = result.Left.HalfWidth + result.Right.HalfWidth;
        IsReported = result.Tie == Tie.Broken;
    }

    /// <summary>The relation as evaluated.</summary>
    public RelationResult Result { get; }

    /// <summary>How left − right is made of cells.</summary>
    public LinearForm Form { get; }

    /// <summary>Left − right.</summary>
    public decimal Gap { get; private set; }

    /// <summary>True when the budget as it stands breaks it.</summary>
    public bool IsReported { get; }

    /// <summary>True while no cause that was found explains it.</summary>
    public bool IsBroken => !HoldsAt(Gap);

    /// <summary>True for an equality: it fixes a figure, where ≤ only bounds it.</summary>
    public bool Pins => _comparison == Comparison.Equal;

    /// <summary>True when the relation would hold, or leave a rounding tail, with another gap.</summary>
    public bool HoldsAt(decimal gap) => _comparison switch
    {
        Comparison.Equal => Math.Abs(gap) <= _tolerance,
        Comparison.AtMost => gap <= _tolerance,
        _ => gap >= -_tolerance,
    };

    /// <summary>Gaps at which the relation just holds: the middle first, then the ends of what rounding allows.</summary>
    public IEnumerable<decimal> Targets => _tolerance == 0m ? [0m] : Pins ? [0m, -_tolerance, _tolerance] : [0m];

    /// <summary>Takes the gap back to what the budget has.</summary>
    public void Reset() => Gap = Result.Left.Value - Result.Right.Value;

    public void Shift(decimal by) => Gap += by;
}
