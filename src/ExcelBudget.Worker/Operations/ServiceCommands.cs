using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Operations;

/// <summary>The runs of <c>service</c>: the worker as a service of systemd or of Windows.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="unitFolder">Folder of systemd's units.</param>
internal sealed class ServiceCommands(Terminal terminal, string unitFolder)
{
    /// <summary>Where units of the machine's own stand.</summary>
    public const string SystemUnits = "/etc/systemd/system";

    private const string WindowsName = "ExcelBudget";

    private string UnitFile => Path.Combine(unitFolder, SystemdUnit.Name + ".service");

    /// <summary>Installs and starts the service.</summary>
    /// <param name="root">Folder it works in.</param>
    /// <param name="user">Account it runs under; null for the system's.</param>
    /// <param name="shows">True to show only what would be done.</param>
    /// <returns>The exit code.</returns>
    public int Install(string root, string? user, bool shows)
    {
        var program = Environment.ProcessPath!;
        if (OperatingSystem.IsWindows()) return InstallOnWindows(program, root, shows);
        var unit = new SystemdUnit(program, root, user).Text;
        if (shows)
        {
            terminal.Say($"{UnitFile}：\n{unit}\nsystemctl daemon-reload\nsystemctl enable --now {SystemdUnit.Name}");
            return ExitCode.Clean;
        }

        try
        {
            Directory.CreateDirectory(root);
            FileOperations.Replace(UnitFile, Encoding.UTF8.GetBytes(unit));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"写不出 {UnitFile}：{DiskTrouble.Sentence(fault)}。安装服务需要管理员（root）权限。");
            return ExitCode.NotDone;
        }

        terminal.Say($"已写出 {UnitFile}");
        return Systemd(["daemon-reload"], ["enable", "--now", SystemdUnit.Name])
            ? Said($"服务 {SystemdUnit.Name} 已安装并启动，工作文件夹 {root}") : Said("本机的 systemd 没有应答，服务已登记，下次开机时启动；现在可直接运行 excelbudget run。");
    }

    /// <summary>Stops and removes the service; folders and files stay.</summary>
    /// <returns>The exit code.</returns>
    public int Uninstall()
    {
        if (OperatingSystem.IsWindows())
        {
            Run("sc.exe", "stop", WindowsName);
            return Run("sc.exe", "delete", WindowsName) == 0 ? Said("服务已卸载，文件夹和台账没有改动。") : NotInstalled();
        }

        if (!File.Exists(UnitFile)) return NotInstalled();
        Systemd(["disable", "--now", SystemdUnit.Name]);
        File.Delete(UnitFile);
        Systemd(["daemon-reload"]);
        return Said("服务已卸载，文件夹和台账没有改动。");
    }

    /// <summary>Tells whether the service is installed and how the worker is.</summary>
    /// <returns>The exit code.</returns>
    public int Status(string root, TimeProvider time)
    {
        if (OperatingSystem.IsWindows() ? Run("sc.exe", "query", WindowsName) != 0 : !File.Exists(UnitFile)) terminal.Say("服务没有安装。");
        else terminal.Say(OperatingSystem.IsWindows() ? $"服务 {WindowsName} 已安装。" : $"服务 {SystemdUnit.Name} 已安装：{UnitFile}");
        return new HealthRun(terminal, time).Run(root);
    }

    private int InstallOnWindows(string program, string root, bool shows)
    {
        string[] create = ["create", WindowsName, "binPath=", $"\"{program}\" run --root \"{root}\"", "start=", "delayed-auto"];
        string[] failure = ["failure", WindowsName, "reset=", "86400", "actions=", "restart/10000/restart/60000/restart/60000"];
        if (shows)
        {
            terminal.Say($"sc.exe {string.Join(' ', create)}\nsc.exe {string.Join(' ', failure)}\nsc.exe start {WindowsName}");
            return ExitCode.Clean;
        }

        Directory.CreateDirectory(root);
        if (Run("sc.exe", create) != 0)
        {
            terminal.Complain("没有装上服务：请用管理员身份打开命令提示符再试；已装过的先运行 service uninstall。");
            return ExitCode.NotDone;
        }

        Run("sc.exe", ["description", WindowsName, "部门预算工作簿：接收、检查、定时下发"]);
        Run("sc.exe", failure);
        return Run("sc.exe", "start", WindowsName) == 0
            ? Said($"服务 {WindowsName} 已安装并启动，工作文件夹 {root}") : Said($"服务 {WindowsName} 已安装，没有启动起来，请在“服务”中查看。");
    }

    private static bool Systemd(params string[][] commands) => commands.All(command => Run("systemctl", command) == 0);

    /// <summary>Runs a program of the system.</summary>
    /// <returns>Its exit code; −1 when the machine has no such program.</returns>
    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true,
                RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }

    private int NotInstalled()
    {
        terminal.Complain("服务没有安装，或没有管理员权限。");
        return ExitCode.NotDone;
    }

    private int Said(string line)
    {
        terminal.Say(line);
        return ExitCode.Clean;
    }
}
