using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Worker.AddIn.Machine;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>
/// 版本。Which edition of WPS stands on a Windows machine, as its setup.cfg tells: it decides whether add-ins can be handed out centrally.
/// </summary>
/// <param name="IsPersonal">个人版: add-ins only as each user has put them into his list.</param>
/// <param name="Version">Last figure of its version; empty when it does not say.</param>
internal sealed partial record WpsEdition(bool IsPersonal, string Version)
{
    /// <summary>Where Windows keeps how WPS is started.</summary>
    public const string OpenCommand = @"HKCR\KWPS.Document.12\shell\open\command";

    // from this build on the personal edition takes no central list
    private const int PersonalIsClosed = 16_910;

    /// <summary>Reads the edition.</summary>
    /// <returns>The edition; null on other machines, and where it cannot be told.</returns>
    public static WpsEdition? Of(IMachine machine)
    {
        if (machine.Registered(OpenCommand, "") is not { } command) return null;
        if (Program().Match(command) is not { Success: true } program) return null;
        var file = Path.Combine(program.Groups[1].Value, "cfgs", "setup.cfg");
        if (!File.Exists(file)) return null;
        var lines = File.ReadAllLines(file);
        var (first, version) = (Value(lines, "FirstVersion"), Value(lines, "Version"));
        var build = int.TryParse(version.Split('.')[^1], CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new(first == "9" || (first == "1" && build >= PersonalIsClosed), version);
    }

    private static string Value(string[] lines, string name) => lines.Select(line => line.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))?[1].Trim() ?? "";

    [GeneratedRegex("""^"?(.+)[\\/][^\\/]+\.exe""", RegexOptions.IgnoreCase)]
    private static partial Regex Program();
}
