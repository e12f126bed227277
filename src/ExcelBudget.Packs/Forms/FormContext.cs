using ExcelBudget.Domain.Codes;
using ExcelBudget.Packs.Forms;

namespace ExcelBudget.Packs.Forms;

/// <summary>What forms draw on: code lists, and tables from codes to codes.</summary>
/// <param name="Codes">Code lists by id.</param>
/// <param name="Maps">Tables by id.</param>
internal sealed record FormContext(IReadOnlyDictionary<string, CodeList> Codes, IReadOnlyDictionary<string, CodeMap> Maps);
