using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>Where things of an issue stand below the root, with «/».</summary>
internal static class IssuePlaces
{
    /// <summary>Name of the folder of all that is issued.</summary>
    public const string Issued = "issued";

    /// <summary>Folder of a department in a step.</summary>
    public static string Folder(CalendarStep step, CountyDepartment department) => $"{Issued}/{step.Folder}/{department.Folder}";

    /// <summary>A unit's workbook.</summary>
    /// <param name="step">环节。</param>
    /// <param name="department">Its department.</param>
    /// <param name="identity">Whose.</param>
    /// <param name="version">1 for the first workbook of the step; later ones carry their number.</param>
    public static string Workbook(CalendarStep step, CountyDepartment department, BudgetIdentity identity, int version)
    {
        var mark = version == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"（第{version}版）");
        var name = SafeName.Of($"{identity.UnitCode}{identity.UnitName}{identity.Year}年{identity.Called}（{step.Name}）{mark}");
        return $"{Folder(step, department)}/{name}.xlsx";
    }
}
