using System.Diagnostics;

namespace ExcelBudget.Benchmarks;

/// <summary>Peers written in Python: Debian's interpreter with Debian's python3-docx, where it is installed.</summary>
internal static class PythonPeers
{
    private const string Interpreter = "/usr/bin/python3";

    private static readonly Lazy<bool> Available = new(Probe);

    /// <summary>False, said once on standard error, on a machine without python-docx.</summary>
    public static bool AreAvailable => Available.Value;

    /// <summary>How a script is started.</summary>
    public static ProcessStartInfo Start(string script) =>
        new(Interpreter) { ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Peers", script) } };

    private static bool Probe()
    {
        var found = false;
        if (File.Exists(Interpreter))
        {
            using var process =
                Process.Start(new ProcessStartInfo(Interpreter) { ArgumentList = { "-c", "import docx" }, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            found = process.ExitCode == 0;
        }

        if (!found) Console.Error.WriteLine(
            "python-docx is not installed (apt-get install python3-docx): the note runs without that peer");
        return found;
    }
}
