using System.CommandLine;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>service</c> and <c>health</c>: the worker as a service of the machine.</summary>
internal static class ServiceVerb
{
    public static Command Create(Composition composition)
    {
        var user = new Option<string?>("--user") { Description = "运行服务的账户（Linux）；默认 root", HelpName = "NAME" };
        var show = new Option<bool>("--show") { Description = "只显示要做什么，不安装" };
        var units = new Option<string>("--units")
        {
            Description = "systemd 单元文件夹",
            HelpName = "DIR",
            DefaultValueFactory = _ => ServiceCommands.SystemUnits,
        };
        return new Command("service", "把接收程序装成随机器启动的服务（Linux 的 systemd，或 Windows 服务）")
        {
            Verb("install", "安装并启动服务", [user, show, units], composition, (terminal, settings, _, parsed) =>
                new ServiceCommands(terminal, parsed.GetValue(units)!)
                    .Install(settings.Root, parsed.GetValue(user), parsed.GetValue(show))),
            Verb("uninstall", "停止并卸载服务；文件夹和台账不动", [units], composition, (terminal, _, _, parsed) =>
                new ServiceCommands(terminal, parsed.GetValue(units)!).Uninstall()),
            Verb("status", "服务是否安装、是否在正常运行", [units], composition, (terminal, settings, time, parsed) =>
                new ServiceCommands(terminal, parsed.GetValue(units)!).Status(settings.Root, time)),
        };
    }

    public static Command CreateHealth(Composition composition) =>
        Verb("health", "接收程序的运行状况。退出码：0 正常，1 有问题，2 没有在运行", [], composition, (terminal, settings, time, _) =>
            new HealthRun(terminal, time).Run(settings.Root));

    private static Command Verb(
        string name, string description, Option[] options, Composition composition,
        Func<Terminal, WorkerSettings, TimeProvider, ParseResult, int> act)
    {
        var root = RootOption.Create();
        var verb = new Command(name, description) { root };
        foreach (var option in options) verb.Add(option);
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root));
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return act(terminal, host.Services.GetRequiredService<WorkerSettings>(), host.Services.GetRequiredService<TimeProvider>(),
                parsed);
        });
        return verb;
    }
}
