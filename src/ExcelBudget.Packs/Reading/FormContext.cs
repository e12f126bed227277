using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Packs.Reading;

/// <summary>What forms draw on: code lists, and tables from codes to codes.</summary>
/// <param name="Codes">Code lists by id.</param>
/// <param name="Maps">Tables by id.</param>
internal sealed record FormContext(IReadOnlyDictionary<string, CodeList> Codes, IReadOnlyDictionary<string, CodeMap> Maps);
