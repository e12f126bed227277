namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>名称。A defined name of a workbook.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What it stands for, as written: «'收支总表'!$D$9», a constant, a formula, or «#REF!».</param>
/// <param name="Sheet">The sheet it is local to; null when it holds for the whole workbook.</param>
/// <param name="Hidden">Not shown in Excel's name manager.</param>
public sealed record DefinedName(string Name, string Value, string? Sheet = null, bool Hidden = false);
