using System.Diagnostics;

namespace ExcelBudget.Notes.Tests;

/// <summary>LibreOffice as a department would use it: opens a note and saves it.</summary>
internal static class LibreOffice
{
    /// <summary>The note as LibreOffice saves it as .docx.</summary>
    public static byte[] Saved(byte[] docx) => Convert(docx, "docx:MS Word 2007 XML", "docx");

    /// <summary>The words of each printed page.</summary>
    public static IReadOnlyList<string> Pages(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("excelbudget-pages-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "note.pdf");
            File.WriteAllBytes(pdf, Convert(docx, "pdf", "pdf"));
            Run("pdftotext", "-layout", pdf, Path.Combine(folder.FullName, "note.txt"));
            return File.ReadAllText(Path.Combine(folder.FullName, "note.txt")).TrimEnd('\f').Split('\f');
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Convert(byte[] docx, string format, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("excelbudget-libreoffice-");
        try
        {
            var source = Path.Combine(folder.FullName, "note.docx");
            var output = Path.Combine(folder.FullName, "saved");
            File.WriteAllBytes(source, docx);
            Run("soffice", "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", format, "--outdir", output, source);
            return File.ReadAllBytes(Path.Combine(output, $"note.{extension}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }).ShouldNotBeNull();
        process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit(TimeSpan.FromMinutes(3)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
    }
}
