using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>
/// Where issued workbooks are written aside before they are put in place: file on the desk, row in the ledger, rename. A run that was
/// killed is settled from what stands on the desk: with a row it is put in place, without one it never was.
/// </summary>
internal sealed class IssueDesk(WorkerSettings settings, CountyLedger ledger, IFaultPoints faults)
{
    private string Folder => Path.Combine(settings.Root, "work", "issuing");

    /// <summary>Settles what an earlier run left.</summary>
    /// <param name="year">预算年度。</param>
    public void Settle(int year)
    {
        if (!Directory.Exists(Folder)) return;
        var rows = ledger.Issued(year).ToDictionary(row => row.WorkbookId, StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Folder))
        {
            if (!rows.TryGetValue(Path.GetFileNameWithoutExtension(file), out var row)) File.Delete(file);
            else Place(file, row);
        }
    }

    /// <summary>Issues a workbook.</summary>
    /// <returns>False when the ledger says that it was issued before: nothing is put in place.</returns>
    public bool Issue(IssuedWorkbook row, byte[] workbook)
    {
        Directory.CreateDirectory(Folder);
        var aside = Path.Combine(Folder, row.WorkbookId + ".xlsx");
        FileOperations.WriteNew(aside, workbook);
        faults.Reach(FaultPoint.IssueAfterFile);
        if (!ledger.Add(row))
        {
            File.Delete(aside);
            return false;
        }

        faults.Reach(FaultPoint.IssueAfterRow);
        Place(aside, row);
        faults.Reach(FaultPoint.IssueAfterRename);
        return true;
    }

    private void Place(string aside, IssuedWorkbook row)
    {
        var final = Path.Combine(settings.Root, row.Path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        // whatever else has that name is not ours to overwrite
        if (Path.Exists(final))
            final = Path.Combine(Path.GetDirectoryName(final)!, $"{Path.GetFileNameWithoutExtension(final)}（{row.WorkbookId}）.xlsx");
        FileOperations.Rename(aside, final);
        DirectoryFlush.Flush(Path.GetDirectoryName(final)!);
    }
}
