using System.Diagnostics;
using System.Runtime.InteropServices;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.OtherFormats;

/// <summary>
/// Turns a workbook in another format into .xlsx with LibreOffice: a process of its own with a profile of its own, without macros and
/// links, held to the time and the memory of an inspection.
/// </summary>
internal sealed partial class OfficeConverter(WorkerSettings settings, ILogger<OfficeConverter> log)
{
    private const int AddressSpace = 9;

    // it maps far more than it uses
    private const long MappedAtLeast = 4L << 30;

    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
          <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
          <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Calc/Content/Update">
          <prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
        </oor:items>
        """;

    private readonly Lazy<string?> _program = new(() => Find(settings.LibreOffice));

    /// <summary>True when there is a LibreOffice to convert with.</summary>
    public bool IsThere => _program.Value is not null;

    /// <summary>The workbook as .xlsx; null when there is no LibreOffice, or it could not do it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="extension">What its format is called.</param>
    public byte[]? Convert(ReadOnlyMemory<byte> content, string extension)
    {
        if (_program.Value is not { } program) return null;
        var folder = Directory.CreateTempSubdirectory("excelbudget-convert-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "profile", "user"));
            File.WriteAllText(Path.Combine(folder.FullName, "profile", "user", "registrymodifications.xcu"), Profile);
            FileOperations.WriteNew(Path.Combine(folder.FullName, "workbook" + extension), content.Span);
            return Run(program, folder.FullName, "workbook" + extension) ? Result(folder.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            log.LogWarning(e, "LibreOffice 转换不成");
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[]? Result(string folder)
    {
        var result = Path.Combine(folder, "out", "workbook.xlsx");
        return File.Exists(result) ? File.ReadAllBytes(result) : null;
    }

    private bool Run(string program, string folder, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(program,
        [
            "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(folder, "out"), Path.Combine(folder, file),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        Limit(process.Id);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        // starting it takes longer than the work
        if (process.WaitForExit(settings.Inspection.Time * 2)) return process.ExitCode == 0;
        process.Kill(entireProcessTree: true);
        log.LogWarning("LibreOffice 转换超过 {Seconds} 秒，已停止", (settings.Inspection.Time * 2).TotalSeconds);
        return false;
    }

    // what it starts inherits the limit
    private void Limit(int process)
    {
        if (!OperatingSystem.IsLinux()) return;
        var limit = new Limits { Soft = Math.Max(settings.Inspection.Bytes * 4, MappedAtLeast) };
        limit.Hard = limit.Soft;
        _ = SetLimit(process, AddressSpace, in limit, 0);
    }

    private static string? Find(string named)
    {
        if (named.Equals("off", StringComparison.OrdinalIgnoreCase)) return null;
        if (named.Length > 0) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/lib/libreoffice/program").Append(@"C:\Program Files\LibreOffice\program");
        return folders.SelectMany(folder => new[] { Path.Combine(folder, "soffice"), Path.Combine(folder, "soffice.exe") })
            .FirstOrDefault(File.Exists);
    }

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static partial int SetLimit(int process, int resource, in Limits limit, nint before);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limits
    {
        public long Soft;
        public long Hard;
    }
}
