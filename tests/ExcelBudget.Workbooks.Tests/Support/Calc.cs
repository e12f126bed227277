using System.Diagnostics;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>
/// LibreOffice as the second calculator: it opens a workbook, computes every formula anew whatever results the file holds, and saves
/// it. Each run has a profile of its own, so that runs beside each other do not meet.
/// </summary>
internal static class Calc
{
    /// <summary>Recalculate on load always (0): without it LibreOffice believes the results in the file.</summary>
    private const string Settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    private static readonly Dictionary<string, Lazy<FlatWorkbook>> Samples = Hebei.Samples.ToDictionary(
        sample => sample, sample => new Lazy<FlatWorkbook>(() => Recalculated(Hebei.Workbook(sample))));

    /// <summary>A sample's workbook after recalculation; made once.</summary>
    public static FlatWorkbook RecalculatedSample(string sample) => Samples[sample].Value;

    /// <summary>A workbook after recalculation.</summary>
    public static FlatWorkbook Recalculated(byte[] workbook) => Opened(Run(workbook, [])[0]);

    /// <summary>A workbook after a LibreOffice Basic macro has worked on it; the open document is «Book».</summary>
    public static FlatWorkbook Edited(byte[] workbook, string macro) => Opened(Saved(workbook, macro));

    /// <summary>The file that LibreOffice saves after a macro has worked on a workbook.</summary>
    public static byte[] Saved(byte[] workbook, string macro) => Run(workbook, [macro])[0];

    /// <summary>The files that LibreOffice saves, each after another macro has worked on the workbook as it is; the program starts once.</summary>
    public static IReadOnlyList<byte[]> Saved(byte[] workbook, IReadOnlyList<string> macros) => Run(workbook, macros);

    /// <summary>Reads a workbook the way a dropped one is read.</summary>
    public static FlatWorkbook Opened(byte[] workbook)
    {
        var result = WorkbookGuard.Open(workbook);
        result.IsReadable.ShouldBeTrue(result.Detail);
        return result.Workbook!;
    }

    /// <summary>The results of the macros; without any, the workbook recalculated.</summary>
    private static byte[][] Run(byte[] workbook, IReadOnlyList<string> macros)
    {
        var folder = Directory.CreateTempSubdirectory("excelbudget-calc-");
        try
        {
            var source = Path.Combine(folder.FullName, "book.xlsx");
            var results = Directory.CreateDirectory(Path.Combine(folder.FullName, "out")).FullName;
            File.WriteAllBytes(source, workbook);
            var user = Directory.CreateDirectory(Path.Combine(folder.FullName, "profile", "user")).FullName;
            File.WriteAllText(Path.Combine(user, "registrymodifications.xcu"), Settings);
            if (macros.Count == 0)
            {
                Start(folder, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", results, source);
                return [File.ReadAllBytes(Path.Combine(results, "book.xlsx"))];
            }

            // the first start of a profile puts an empty macro library over whatever is there
            Start(folder, "--terminate_after_init");
            var runs = macros.Select((macro, index) => (Target: Path.Combine(results, $"{index}.xlsx"), macro)).ToArray();
            BasicLibrary.Write(user, source, runs);
            Start(folder, "macro:///Standard.Edit.Main");
            return [.. runs.Select(run => File.ReadAllBytes(run.Target))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Start(DirectoryInfo folder, params string[] arguments)
    {
        string[] all = ["--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri, .. arguments];
        using var office = Process.Start(new ProcessStartInfo("soffice", all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        office.StandardOutput.ReadToEnd();
        office.WaitForExit(TimeSpan.FromMinutes(10)).ShouldBeTrue("LibreOffice did not end");
    }
}
