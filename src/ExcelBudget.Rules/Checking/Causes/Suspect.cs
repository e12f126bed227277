namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>A change of one cell, or of a whole form or column by one factor, that would satisfy broken ties.</summary>
/// <param name="Cell">The cell; the first of them when several change.</param>
/// <param name="Change">What would have to be added to its figure; money in yuan.</param>
/// <param name="Settles">The broken ties it would satisfy.</param>
/// <param name="Harms">How many ties that hold it would break.</param>
/// <param name="Likeness">What makes it plausible.</param>
/// <param name="IsChanged">True when the cell was changed since the workbook was issued.</param>
internal sealed record Suspect(int Cell, decimal Change, IReadOnlyList<TieGap> Settles, int Harms, Likeness Likeness, bool IsChanged)
{
    /// <summary>The form or column that slipped as a whole; null for a single cell.</summary>
    public ScaledArea? Area { get; init; }

    /// <summary>Ties satisfied, less ties broken.</summary>
    public int Net => Settles.Count - Harms;

    /// <summary>True when an equality says what the figure must be; without one there is only a bound.</summary>
    public bool IsPinned => Settles.Any(tie => tie.Pins);

    /// <summary>How likely it is: what it explains first, then whether the cell was changed, then how the figures resemble.</summary>
    public (int Net, int Area, int IsChanged, Likeness Likeness) Rank => (Net, Area is null ? 0 : 1, IsChanged ? 1 : 0, Likeness);

    /// <summary>True when another explains the same ties just as well.</summary>
    /// <param name="other">The other.</param>
    /// <param name="settled">The ties that the other settles.</param>
    public bool IsAsLikelyAs(Suspect other, HashSet<TieGap> settled) =>
        Rank == other.Rank && Settles.Count == settled.Count && Settles.All(settled.Contains);
}

/// <summary>A form or column whose figures are all too large or too small by one factor.</summary>
/// <param name="Cells">Its cells with figures.</param>
/// <param name="Factor">By how many times they are too large; below 1 when too small.</param>
/// <param name="IsWholeForm">False for one column.</param>
internal sealed record ScaledArea(IReadOnlyList<int> Cells, decimal Factor, bool IsWholeForm);
