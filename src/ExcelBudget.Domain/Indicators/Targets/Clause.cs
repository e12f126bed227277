namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>One indicator as read from an item of the list: a place in the text, and what it says.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Name">三级指标。</param>
/// <param name="Operator">计算符号。</param>
/// <param name="Value">指标值。</param>
/// <param name="Unit">计量单位。</param>
internal sealed record Clause(int Start, int End, string Name, TargetOperator Operator, string Value, string Unit);

/// <summary>A stretch of an item between two joiners.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, before its joiner.</param>
/// <param name="EndsSentence">True when a semicolon or full stop follows.</param>
/// <param name="IsFullStop">True when that is a full stop.</param>
internal readonly record struct Stretch(int Start, int End, bool EndsSentence, bool IsFullStop);
