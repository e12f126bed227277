namespace ExcelBudget.Worker.Ledger;

/// <summary>Whose result: nothing of another pack, unit, year or step ever takes its place.</summary>
/// <param name="Pack">表样包。</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="Year">预算年度。</param>
/// <param name="Step">日历环节; empty when the county works without.</param>
internal readonly record struct ResultKey(string Pack, string UnitCode, int Year, string Step)
{
    /// <summary>The key of a submission that was read; null for one of which it is not known.</summary>
    public static ResultKey? Of(Submission submission) =>
        submission is { Pack: { } pack, UnitCode: { } unit, Year: { } year } ? new(pack, unit, year, submission.Step) : null;
}
