using System.CommandLine;
using System.Globalization;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger.Chain;
using ExcelBudget.Worker.Prompt;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>tokens</c>: the keys to the page.</summary>
internal static class TokensVerb
{
    public static Command Create(Composition composition) => new("tokens", "网页和接口的令牌：发给谁、能做什么、撤销；接收程序运行时也可以用")
    {
        Add(composition),
        List(composition),
        Revoke(composition),
    };

    private static Command Add(Composition composition)
    {
        var root = RootOption.Create();
        var role = new Option<string>("--role")
        {
            Description = "clerk 经办人（全部）；department 部门（只看、只报本部门）；reader 只看进度",
            HelpName = "ROLE",
            Required = true,
        };
        role.AcceptOnlyFromAmong([.. AccessRoles.ByCode.Keys]);
        var department = new Option<string?>("--department") { Description = "部门编码；department 令牌必须写", HelpName = "CODE" };
        var holder = new Option<string>("--holder") { Description = "发给谁，如：财政局 王敏", HelpName = "NAME", Required = true };
        var verb = new Command("add", "新发一个令牌；只显示这一次，程序不保存令牌本身") { role, department, holder, root };
        verb.SetAction(parsed => With(composition, parsed, root, (tokens, services, terminal) =>
        {
            var (given, code) = (AccessRoles.ByCode[parsed.GetValue(role)!], parsed.GetValue(department)?.Trim() ?? "");
            if (Refusal(services, given, code) is { } problem)
            {
                terminal.Complain(problem);
                return ExitCode.NotDone;
            }

            terminal.Say(tokens.Make(given, code, SafeText.Line(parsed.GetValue(holder)!.Trim())));
            terminal.Complain("请把上面的令牌交给使用人；它不会再显示。遗失的用 tokens revoke 撤销，另发一个。");
            return ExitCode.Clean;
        }));
        return verb;
    }

    private static Command List(Composition composition)
    {
        var root = RootOption.Create();
        var verb = new Command("list", "列出全部令牌") { root };
        verb.SetAction(parsed => With(composition, parsed, root, (tokens, _, terminal) =>
        {
            foreach (var token in tokens.All())
            {
                var state = token.RevokedAt is { } at ? $"已于 {Day(at)} 撤销" : "有效";
                var role = AccessRoles.ByCode[token.Role].Title();
                terminal.Say($"{token.Number}　{role}　{token.Department}　{token.Holder}　{Day(token.At)}　{state}");
            }

            if (tokens.All().Count == 0) terminal.Say("没有发过令牌。");
            return ExitCode.Clean;
        }));
        return verb;
    }

    private static Command Revoke(Composition composition)
    {
        var root = RootOption.Create();
        var number = new Argument<long>("NUMBER") { Description = "令牌的编号，见 tokens list" };
        var verb = new Command("revoke", "撤销一个令牌，立即生效") { number, root };
        verb.SetAction(parsed => With(composition, parsed, root, (tokens, _, terminal) =>
        {
            var isDone = tokens.Revoke(parsed.GetValue(number));
            if (isDone) terminal.Say($"已撤销第 {parsed.GetValue(number)} 号令牌。");
            else terminal.Complain($"没有第 {parsed.GetValue(number)} 号令牌，或已经撤销过。");
            return isDone ? ExitCode.Clean : ExitCode.NotDone;
        }));
        return verb;
    }

    private static string? Refusal(IServiceProvider services, AccessRole role, string department)
    {
        if (role != AccessRole.Department) return department.Length > 0 ? "只有 department 令牌写部门编码。" : null;
        if (department.Length == 0) return "department 令牌须用 --department 写明部门编码。";
        if (services.GetRequiredService<RegisterSource>().Current?.Register is not { } county)
            return "没有可用的县级名册，不能发部门的令牌。请先用 county init 建立名册。";
        return county.Department(department) is null ? $"县级名册里没有部门 {SafeText.Line(department)}。" : null;
    }

    private static int With(
        Composition composition, ParseResult parsed, Option<string?> root, Func<AccessLedger, IServiceProvider, Terminal, int> act)
    {
        using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root), keepsLog: true);
        if (host is null) return ExitCode.NotDone;
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var ledger = host.Services.GetRequiredService<CountyLedger>();
            return act(new AccessLedger(ledger, host.Services.GetRequiredService<TimeProvider>()), host.Services, terminal);
        }
        catch (LedgerVersionException newer)
        {
            terminal.Complain(newer.Message);
            return ExitCode.NotDone;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"没有完成：{DiskTrouble.Sentence(fault)}。");
            return ExitCode.NotDone;
        }
    }

    private static string Day(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
