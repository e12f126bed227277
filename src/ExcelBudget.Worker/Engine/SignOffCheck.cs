using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Engine;

/// <summary>签字。Where a pack asks for it: a workbook names 填报人, 复核人 and 负责人, and nobody reviews his own work.</summary>
internal static class SignOffCheck
{
    /// <summary>What is wrong with the names; nothing where the pack does not ask for them.</summary>
    public static IEnumerable<Finding> Of(Pack pack, ReadWorkbook read)
    {
        if (!pack.RequiresSignOff) yield break;
        var signed = read.SignOff;
        string[] missing = [.. signed.Names.Parts.Where(part => part.Name.Length == 0).Select(part => part.Title)];
        if (missing.Length > 0)
        {
            yield return BudgetFindings.SignOffMissing.At(
                Place(signed, missing[0]), ("sheet", signed.Sheet), ("titles", string.Join('、', missing)), ("first", missing[0]));
        }

        var (preparer, reviewer) = (Bare(signed.Names.Preparer), Bare(signed.Names.Reviewer));
        if (preparer.Length == 0 || preparer != reviewer) yield break;
        yield return BudgetFindings.SignOffSame.At(
            Place(signed, SignOff.ReviewerTitle), ("sheet", signed.Sheet), ("actual", signed.Names.Reviewer));
    }

    private static Place Place(SignOffReading signed, string title) =>
        signed.CellOf(title) is { } cell ? new Place(signed.Sheet, cell) : new Place(signed.Sheet);

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
