using System.Diagnostics;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>The other program that people save notes with.</summary>
internal static class LibreOffice
{
    /// <summary>A file opened and saved by LibreOffice.</summary>
    public static byte[] Convert(byte[] file, string extension, string filter, string into)
    {
        var folder = Directory.CreateTempSubdirectory("note-office-");
        try
        {
            var source = Path.Combine(folder.FullName, $"note.{extension}");
            File.WriteAllBytes(source, file);
            var target = folder.CreateSubdirectory("out").FullName;
            using var office = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList = { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", filter, "--outdir", target, source },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            office.WaitForExit(TimeSpan.FromMinutes(3)).ShouldBeTrue("LibreOffice did not finish");
            return File.ReadAllBytes(Path.Combine(target, $"note.{into}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
