using System.CommandLine;
using System.Security.Cryptography;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>certificate</c>: what HTTPS needs in a network without a certificate authority.</summary>
internal static class CertificateVerb
{
    public static Command Create(Composition composition)
    {
        var root = RootOption.Create();
        var hosts = new Option<string[]>("--host")
        {
            Description = "别的机器用来访问的名称或 IP 地址，可写多个；本机名称总在其中",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        var verb = new Command("certificate", "生成网页用的证书：自建的根证书（发给各部门安装）和服务器证书") { hosts, root };
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root), keepsLog: true);
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var settings = host.Services.GetRequiredService<WorkerSettings>();
            var folder = Path.Combine(settings.Root, "work", "certificate");
            var names = (parsed.GetValue(hosts) ?? []).Append(Environment.MachineName);
            if (names.FirstOrDefault(name => Uri.CheckHostName(name) == UriHostNameType.Unknown) is { } wrong)
            {
                terminal.Complain($"“{SafeText.Line(wrong)}”不是主机名称，也不是 IP 地址。");
                return ExitCode.NotDone;
            }

            try
            {
                var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
                var isNew = BureauCertificate.Make(folder, [.. names], now);
                terminal.Say($"服务器证书：{Path.Combine(folder, BureauCertificate.ServerFile)}（397 天内有效，到期前再运行一次）");
                terminal.Say($"根证书：{Path.Combine(folder, BureauCertificate.AuthorityFile)}"
                    + (isNew ? "　请在各部门的电脑上安装到“受信任的根证书颁发机构”" : "　没有变，不用重新安装"));
                return ExitCode.Clean;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                terminal.Complain($"写不出证书：{DiskTrouble.Sentence(fault)}。");
                return ExitCode.NotDone;
            }
            catch (CryptographicException)
            {
                terminal.Complain($"原有的根证书读不出来：{folder}。请把其中的 ca.pfx 移走后重新运行，并重新发放根证书。");
                return ExitCode.NotDone;
            }
        });
        return verb;
    }
}
