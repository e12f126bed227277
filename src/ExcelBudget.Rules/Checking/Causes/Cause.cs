namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>One cause of broken ties, as far as the figures tell.</summary>
/// <param name="Ties">The broken ties it explains, in the rule book's order.</param>
/// <param name="Likeliest">Suspects that explain them equally well; one when the figures decide, none when nothing explains them.</param>
/// <param name="Others">Suspects that explain some of them, likelier ones first.</param>
internal sealed record Cause(IReadOnlyList<TieGap> Ties, IReadOnlyList<Suspect> Likeliest, IReadOnlyList<Suspect> Others)
{
    /// <summary>True when the figures point to one cell, form or column.</summary>
    public bool IsDecided => Likeliest.Count == 1;
}
