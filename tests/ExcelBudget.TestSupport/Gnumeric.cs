namespace ExcelBudget.TestSupport;

/// <summary>Gnumeric as the third calculator, with an engine of its own.</summary>
public static class Gnumeric
{
    /// <summary>One sheet of a workbook with every formula computed anew, row by row.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="sheet">Name of the sheet.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Recalculated(byte[] workbook, string sheet)
    {
        using var folder = new TempFolder();
        var source = folder.Write("book.xlsx", workbook);
        OtherProgram.Run(
            "ssconvert", "--recalc", "--export-type=Gnumeric_stf:stf_assistant", "-O",
            $"sheet='{sheet}' separator='\t' quoting-mode=never", source, folder.In("sheet.txt"));
        return [.. folder.Text("sheet.txt").Split('\n').Select(line => line.Split('\t'))];
    }

    /// <summary>What Gnumeric has to say about a workbook while it opens it; empty when it opens it without a word.</summary>
    public static string Complaints(byte[] workbook)
    {
        using var folder = new TempFolder();
        return OtherProgram.Run("bash", "-c", $"ssconvert '{folder.Write("book.xlsx", workbook)}' '{folder.In("book.gnumeric")}' 2>&1");
    }
}
