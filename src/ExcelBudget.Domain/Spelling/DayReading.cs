namespace ExcelBudget.Domain.Spelling;

/// <summary>What a text was read as: a day, or the reason why it is none.</summary>
/// <param name="Day">The day, from 1900 to 2100; null when the text is none.</param>
/// <param name="Untidy">
/// What had to be cleaned. The usual ways to write a day (2024-04-20, 2024/4/20, 2024.4.20, 2024年4月20日, 20240420) are tidy.
/// </param>
/// <param name="Reason">A Chinese clause that follows the quoted text; empty when the text is a day or blank.</param>
public readonly record struct DayReading(DateOnly? Day, Untidiness Untidy, string Reason);
