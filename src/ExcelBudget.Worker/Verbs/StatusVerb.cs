using System.CommandLine;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>status</c>, <c>history</c>, <c>remind</c> and <c>published</c>: who is where, and who is late.</summary>
internal static class StatusVerb
{
    public static Command Create(Composition composition)
    {
        var root = RootOption.Create();
        var steps = Several("--step", "只看这些环节", "STEP");
        var departments = Several("--department", "只看这些部门（编码或名称）", "CODE");
        var units = Several("--unit", "只看这些单位", "CODE");
        var states = Several("--state", $"只看这些状态：{string.Join("、", UnitStates.All.Select(state => state.Title()))}", "STATE");
        states.AcceptOnlyFromAmong([.. UnitStates.All.Select(state => state.Title())]);
        var late = new Option<bool>("--late") { Description = "只看逾期的" };
        var list = new Option<bool>("--list") { Description = "逐个列出单位；用了筛选时总是列出" };
        var workbook = new Option<string?>("--xlsx") { Description = "写成带颜色和图的进度表", HelpName = "FILE" };
        var json = new Option<string?>("--json") { Description = "写成 JSON 文件；- 表示写到标准输出", HelpName = "FILE" };
        var verb = new Command("status", "报送进度：各部门、单位在各环节到了哪一步，逾期几天")
        {
            steps, departments, units, states, late, list, workbook, json, root,
        };
        verb.SetAction(parsed => CountyDesk.With(composition, parsed, root, writes: false, desk =>
        {
            var query = new StatusQuery
            {
                Steps = parsed.GetValue(steps) ?? [],
                Departments = parsed.GetValue(departments) ?? [],
                Units = parsed.GetValue(units) ?? [],
                States = parsed.GetValue(states) ?? [],
                OnlyLate = parsed.GetValue(late),
            };
            var all = StatusReader.Read(desk.County, desk.Ledger, desk.Today, TimeZoneInfo.Local);
            var run = new StatusRun(desk.County, all, desk.Terminal, parsed.InvocationConfiguration.Output, desk.Time)
            {
                Trials = desk.Ledger?.Trials(desk.County.Year) ?? [],
            };
            var isFiltered = query.Departments.Count + query.Units.Count + query.States.Count > 0 || query.OnlyLate;
            return run.Run(query, parsed.GetValue(workbook), parsed.GetValue(json), isFiltered || parsed.GetValue(list));
        }, outputIsTaken: parsed.GetValue(json) == "-"));
        return verb;
    }

    public static Command CreateHistory(Composition composition)
    {
        var root = RootOption.Create();
        var code = new Argument<string>("CODE") { Description = "单位编码" };
        var workbook = new Option<string?>("--xlsx") { Description = "写成 Excel 表", HelpName = "FILE" };
        var verb = new Command("history", "一个单位历次报送：每一版改了什么、解决了哪些问题、新出了哪些、怎么答复的、产出了什么") { code, workbook, root };
        verb.SetAction(parsed => CountyDesk.With(composition, parsed, root, writes: false, desk =>
        {
            if (desk.Ledger is null)
            {
                desk.Terminal.Complain("还没有台账：没有下发过，也没有报送过。");
                return ExitCode.NotDone;
            }

            using var submissions = new SqliteLedger(desk.Settings.LedgerFile, desk.Time);
            var (unit, year) = (parsed.GetValue(code)!, desk.County.Year);
            var history = new UnitHistory(desk.Get<IBudgetEngine>(), submissions, desk.Ledger, desk.Settings.Root);
            return new HistoryRun(desk.Terminal, desk.Ledger).Run(unit, year, [.. history.Read(unit, year)], parsed.GetValue(workbook));
        }));
        return verb;
    }

    public static Command CreateReminder(Composition composition)
    {
        var root = RootOption.Create();
        var step = new Argument<string?>("STEP") { Description = "环节；不写则为今天所在的环节", Arity = ArgumentArity.ZeroOrOne };
        var departments = Several("--department", "只催这些部门", "CODE");
        var folder = new Option<string?>("--out") { Description = "写到此文件夹；默认 reminders/日期 环节", HelpName = "DIR" };
        var verb = new Command("remind", "催报：列出没有报送或被退回的单位和联系电话，给每个部门写一份催报通知") { step, departments, folder, root };
        verb.SetAction(parsed => CountyDesk.With(composition, parsed, root, writes: true, desk =>
        {
            var name = parsed.GetValue(step);
            var found = name is null ? desk.County.Steps.LastOrDefault(each => each.Dates.Opens <= desk.Today) : desk.County.Step(name);
            if (found is null)
            {
                desk.Terminal.Complain($"没有这个环节。现有：{string.Join("、", desk.County.Steps.Select(each => each.Name))}。");
                return ExitCode.NotDone;
            }

            var wanted = parsed.GetValue(departments) ?? [];
            var (count, where) = desk.Get<ReminderOffice>().Remind(
                desk.County, found, desk.Today, unit => wanted.Length == 0 || wanted.Contains(unit.Department),
                parsed.GetValue(folder) is { } given ? Path.GetFullPath(given) : null);
            desk.Terminal.Say(count == 0 ? $"{found.Name}：没有要催的单位。" : $"{found.Name}：{count} 个单位要催，名单和通知在 {where}");
            return ExitCode.Clean;
        }));
        return verb;
    }

    public static Command CreatePublished(Composition composition)
    {
        var root = RootOption.Create();
        var code = new Argument<string[]>("CODE") { Description = "单位编码，可写多个", Arity = ArgumentArity.OneOrMore };
        var step = new Option<string>("--step") { Description = "环节", HelpName = "STEP", Required = true };
        var place = new Option<string>("--at") { Description = "公开的网址", HelpName = "URL", Required = true };
        var person = new Option<string>("--by") { Description = "登记人", HelpName = "NAME", Required = true };
        var verb = new Command("published", "登记单位的预算已经公开：何时、在哪个网址") { code, step, place, person, root };
        verb.SetAction(parsed => CountyDesk.With(composition, parsed, root, writes: true, desk =>
        {
            var (units, name) = (parsed.GetValue(code)!, parsed.GetValue(step)!);
            var unknown = units.Where(unit => desk.County.Unit(unit) is null).ToArray();
            if (unknown.Length > 0 || desk.County.Step(name) is null)
            {
                desk.Terminal.Complain($"县级名册里没有：{string.Join("、", unknown.Length > 0 ? unknown : [name])}。没有登记。");
                return ExitCode.NotDone;
            }

            foreach (var unit in units)
            {
                desk.Ledger!.Add(new Publication(
                    unit, desk.County.Year, name, desk.Today, parsed.GetValue(place)!, parsed.GetValue(person)!));
                desk.Terminal.Say($"已登记 {unit} {desk.County.Unit(unit)!.Name}：{name} 已公开");
            }

            return ExitCode.Clean;
        }));
        return verb;
    }

    private static Option<string[]> Several(string name, string description, string help) => new(name)
    {
        Description = description,
        HelpName = help,
        AllowMultipleArgumentsPerToken = true,
    };
}
