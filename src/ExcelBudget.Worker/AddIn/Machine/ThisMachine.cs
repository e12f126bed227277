using System.Runtime.Versioning;
using Microsoft.Win32;

namespace ExcelBudget.Worker.AddIn.Machine;

/// <summary>The machine the program runs on, of the user it runs under.</summary>
internal sealed class ThisMachine : IMachine
{
    /// <inheritdoc />
    public MachineKind Kind => OperatingSystem.IsWindows() ? MachineKind.Windows
        : OperatingSystem.IsMacOS() ? MachineKind.Mac : MachineKind.Linux;

    /// <inheritdoc />
    public bool IsOfAnotherUser => !OperatingSystem.IsWindows()
        && Environment.GetEnvironmentVariable("SUDO_USER") is { Length: > 0 } user && user != Environment.UserName;

    /// <inheritdoc />
    public string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <inheritdoc />
    public string Roaming => Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);

    /// <inheritdoc />
    public string Local => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);

    /// <inheritdoc />
    public string Root => Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/";

    /// <inheritdoc />
    public string? Registered(string key, string name) => OperatingSystem.IsWindows() ? Read(key, name) : null;

    /// <inheritdoc />
    public void Register(string key, string name, string text)
    {
        if (!OperatingSystem.IsWindows()) return;
        using var opened = Registry.CurrentUser.CreateSubKey(Below(key));
        opened.SetValue(name, text);
    }

    /// <inheritdoc />
    public void Unregister(string key, string name)
    {
        if (!OperatingSystem.IsWindows()) return;
        var isEmpty = false;
        using (var opened = Registry.CurrentUser.OpenSubKey(Below(key), writable: true))
        {
            opened?.DeleteValue(name, throwOnMissingValue: false);
            isEmpty = opened is { ValueCount: 0, SubKeyCount: 0 };
        }

        if (isEmpty) Registry.CurrentUser.DeleteSubKey(Below(key), throwOnMissingSubKey: false);
    }

    [SupportedOSPlatform("windows")]
    private static string? Read(string key, string name)
    {
        var hive = key.StartsWith("HKCR", StringComparison.Ordinal) ? Registry.ClassesRoot : Registry.CurrentUser;
        using var opened = hive.OpenSubKey(Below(key));
        return opened?.GetValue(name) as string;
    }

    private static string Below(string key) => key[(key.IndexOf('\\', StringComparison.Ordinal) + 1)..];
}
