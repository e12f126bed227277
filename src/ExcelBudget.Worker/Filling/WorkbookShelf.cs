using ExcelBudget.Domain.Budgets;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Filling;

/// <summary>The folder that filled workbooks are put into.</summary>
/// <param name="folder">The folder; made when it is missing.</param>
/// <param name="overwrites">True to write over workbooks of the same name; they may hold what a department has typed.</param>
internal sealed class WorkbookShelf(string folder, bool overwrites)
{
    /// <summary>The workbook that would be written over; null when there is none, or that is what is asked for.</summary>
    public string? Present(BudgetIdentity identity) => !overwrites && PathOf(identity) is var path && Path.Exists(path) ? path : null;

    /// <summary>Writes a workbook.</summary>
    /// <param name="identity">Whose it is.</param>
    /// <param name="workbook">The parts of the file.</param>
    /// <param name="problem">Why it could not be written, a sentence in Chinese; null when it was.</param>
    /// <returns>Where it was written; null when it was not.</returns>
    public string? Write(BudgetIdentity identity, IReadOnlyList<PackedPart> workbook, out string? problem)
    {
        var path = PathOf(identity);
        problem = null;
        try
        {
            FileOperations.Replace(path, file => PackageWriter.Write(workbook, file));
            return path;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = $"写不出 {path}：{DiskTrouble.Sentence(fault)}。";
            return null;
        }
    }

    private string PathOf(BudgetIdentity identity) =>
        Path.Combine(Path.GetFullPath(folder),
            SafeName.Of($"{identity.UnitCode}{identity.UnitName}{identity.Year}年{identity.Called}") + ".xlsx");
}
