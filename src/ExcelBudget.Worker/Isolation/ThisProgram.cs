using System.Diagnostics;
using System.Reflection;

namespace ExcelBudget.Worker.Isolation;

/// <summary>How this very program is started once more, whether it runs by itself or by <c>dotnet</c>.</summary>
internal static class ThisProgram
{
    /// <summary>The verb of the process that opens files; people do not use it.</summary>
    public const string InspectVerb = "inspect-files";

    /// <summary>A start of this program with its pipes in our hands.</summary>
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var host = Environment.ProcessPath!;
        var isHosted = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] program = isHosted ? ["exec", Assembly.GetEntryAssembly()!.Location] : [];
        return new ProcessStartInfo(host, [.. program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
    }
}
