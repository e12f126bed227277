using System.CommandLine;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.AddIn;
using ExcelBudget.Worker.AddIn.Doctor;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>addin</c>: the task pane in the Excel and the WPS of this user.</summary>
internal static class AddInVerb
{
    public static Command Create(Composition composition)
    {
        var only = new Option<string>("--only")
        {
            Description = "只管一个程序：wps 或 excel",
            HelpName = "PROGRAM",
            DefaultValueFactory = _ => "",
        };
        only.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not ("" or "wps" or "excel")) given.AddError("--only 只能是 wps 或 excel");
        });
        var server = new Option<string?>("--server") { Description = "服务在别的机器上时它的地址，如 https://caizheng:8650；默认是本机", HelpName = "URL" };
        var share = new Option<string?>("--share") { Description = "不装到本机，把 Excel 的清单写到这个共享文件夹，供各电脑添加", HelpName = "DIR" };
        return new Command("addin", "Excel 和 WPS 表格里的任务窗格（加载项）：按当前用户安装、卸载、查原因")
        {
            Verb("install", "装到本机当前用户的 WPS 表格和 Excel；清单里别的加载项不动", [only, server, share], composition,
                (run, parsed, page) => Addresses(parsed, server, page) is { } addresses
                    ? run(parsed.GetValue(only)!).Install(addresses, parsed.GetValue(share), Authority(page.CertificateFile)) : null),
            Verb("uninstall", "从当前用户的 WPS 表格和 Excel 卸载；别的加载项不动", [only], composition, (run, parsed, _) =>
                run(parsed.GetValue(only)!).Uninstall()),
            Verb("doctor", "选项卡不出现时查是哪一种情况、该怎么办；只看不改", [only, server], composition, (run, parsed, page) =>
                Addresses(parsed, server, page) is { } addresses
                    ? run(parsed.GetValue(only)!)
                        .Examine(addresses, Authority(page.CertificateFile), parsed.GetValue(server) is not null) : null),
        };
    }

    private static Command Verb(
        string name, string description, Option[] options, Composition composition,
        Func<Func<string, AddInRun>, ParseResult, PageSettings, int?> act)
    {
        var root = RootOption.Create();
        var verb = new Command(name, description) { root };
        foreach (var option in options) verb.Add(option);
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root));
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            AddInRun Run(string program) => new(terminal, new ThisMachine(), new AddressProbe()) { Only = program };
            var page = host.Services.GetRequiredService<WorkerSettings>().Page;
            if (act(Run, parsed, page) is { } code) return code;
            terminal.Complain(page.Port == 0 ? "设置 Page:Port 是 0，没有开网页，加载项没有地方可连。请改成一个端口，重新启动服务。"
                : "--server 应写成 https://计算机名:端口 的样子。");
            return ExitCode.NotDone;
        });
        return verb;
    }

    private static AddInAddresses? Addresses(ParseResult parsed, Option<string?> server, PageSettings page)
    {
        if (parsed.GetValue(server) is not { } given) return page.Port == 0 ? null : AddInAddresses.Of(page);
        return Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? AddInAddresses.OfServer(address) : null;
    }

    private static string? Authority(string certificate)
    {
        var path = Path.Combine(Path.GetDirectoryName(certificate) ?? "", BureauCertificate.AuthorityFile);
        return File.Exists(path) ? path : null;
    }
}
