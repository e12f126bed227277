namespace ExcelBudget.Worker.County.Register;

/// <summary>What the county file is called where the worker looks for it.</summary>
internal static class CountyFileName
{
    /// <summary>The name without extension: a workbook of this name, or a folder of CSV files.</summary>
    public const string Stem = "县级名册";

    /// <summary>The county file below a root: the workbook, else the folder. The workbook's path when there is neither.</summary>
    public static string In(string root)
    {
        var folder = Path.Combine(root, Stem);
        return !File.Exists(folder + ".xlsx") && Directory.Exists(folder) ? folder : folder + ".xlsx";
    }
}
