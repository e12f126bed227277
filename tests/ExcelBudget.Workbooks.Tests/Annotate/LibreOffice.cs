using System.Diagnostics;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>LibreOffice as a second program that opens and saves our workbooks. Each run has a profile of its own.</summary>
internal static class LibreOffice
{
    /// <summary>The workbook as LibreOffice saves it after opening it.</summary>
    public static byte[] Saved(byte[] workbook)
    {
        var folder = Directory.CreateTempSubdirectory("excelbudget-");
        try
        {
            var source = Path.Combine(folder.FullName, "book.xlsx");
            File.WriteAllBytes(source, workbook);
            var target = Path.Combine(folder.FullName, "out");
            using var process = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList =
                {
                    "--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri,
                    "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", target, source,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return File.ReadAllBytes(Path.Combine(target, "book.xlsx"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
