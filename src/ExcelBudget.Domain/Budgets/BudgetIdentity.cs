namespace ExcelBudget.Domain.Budgets;

/// <summary>Whose budget this is: pack, unit and year. The workbook carries it more than once.</summary>
/// <param name="Pack">表样包 id, for example «hebei».</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="UnitName">单位名称。</param>
/// <param name="Year">预算年度。</param>
public sealed record BudgetIdentity(string Pack, string UnitCode, string UnitName, int Year)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Words of the pack that follow from the unit's facts, by slot. They follow from the budget and are no part of whose it is.
    /// </summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = None;

    /// <summary>公开材料的叫法。What is published is called so in names of files; the pack says it. No part of whose it is.</summary>
    public string Called { get; init; } = Packs.PublicationName.Usual;

    /// <inheritdoc />
    public bool Equals(BudgetIdentity? other) => other is not null && Pack == other.Pack && UnitCode == other.UnitCode
        && UnitName == other.UnitName && Year == other.Year;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Pack, UnitCode, UnitName, Year);
}
