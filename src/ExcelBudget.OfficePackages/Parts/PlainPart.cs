namespace ExcelBudget.OfficePackages.Parts;

/// <summary>A part of a package as plain bytes.</summary>
/// <param name="Name">Name in the package, without a leading slash.</param>
/// <param name="Content">The bytes.</param>
public readonly record struct PlainPart(string Name, byte[] Content);
