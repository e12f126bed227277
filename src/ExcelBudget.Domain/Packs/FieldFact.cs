namespace ExcelBudget.Domain.Packs;

/// <summary>数据列的性质。What is known of the values of a dataset column before any dataset is.</summary>
/// <param name="Choices">The words it may hold; empty for any.</param>
/// <param name="IsFilled">True when no row leaves it blank.</param>
public sealed record FieldFact(IReadOnlyList<string> Choices, bool IsFilled);
