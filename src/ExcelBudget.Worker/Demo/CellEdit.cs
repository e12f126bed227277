using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelBudget.OfficePackages.Guard;

namespace ExcelBudget.Worker.Demo;

/// <summary>Changes one figure in a workbook the way a slip of the hand would: the cell's number, nothing else.</summary>
internal static class CellEdit
{
    /// <summary>The workbook with the number of a cell raised.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="part">Part of the sheet.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="by">How much it is raised, in the form's unit.</param>
    public static byte[] Raise(GuardedWorkbook workbook, string part, string cell, decimal by)
    {
        var copy = workbook.Edit();
        copy.Write(part, Encoding.UTF8.GetBytes(Raise(Encoding.UTF8.GetString(copy.Read(part)!), cell, by)));
        return copy.ToBytes();
    }

    private static string Raise(string xml, string cell, decimal by) => Regex.Replace(
        xml,
        $"(<c r=\"{cell}\"[^>]*><v>)([^<]+)(</v>)",
        match => match.Groups[1].Value + (decimal.Parse(match.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture) + by)
            .ToString(CultureInfo.InvariantCulture) + match.Groups[3].Value);
}
