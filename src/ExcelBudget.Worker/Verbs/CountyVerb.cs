using System.CommandLine;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Starting;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>county</c> and <c>dataset</c>: the workbooks a county begins with.</summary>
internal static class CountyVerb
{
    public static Command Create(Composition composition)
    {
        var folder = Folder();
        var force = Force();
        var pack = new Option<string?>("--pack") { Description = "表样包", HelpName = "PACK" };
        var year = new Option<int?>("--year") { Description = "示例的预算年度；默认明年", HelpName = "YEAR" };
        var init = new Command("init", "生成空白的县级名册和一份填好的示例") { folder, pack, year, force };
        init.SetAction(parsed => Start(composition, parsed, parsed.GetValue(force), run =>
            run.County(parsed.GetValue(folder)!, parsed.GetValue(pack), NextYear(parsed.GetValue(year)))));
        var root = RootOption.Create();
        var file = new Argument<string?>("FILE") { Description = "县级名册；默认取自设置 County:File", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "检查县级名册，逐条指出文件、工作表和单元格") { file, root };
        check.SetAction(parsed =>
        {
            using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root));
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var path = parsed.GetValue(file) ?? host.Services.GetRequiredService<RegisterSource>().File;
            return new CountyCheckRun(host.Services.GetRequiredService<PackStore>(), terminal).Run(path);
        });
        return new Command("county", "县级名册：部门、单位和日程") { init, check };
    }

    public static Command CreateDataset(Composition composition)
    {
        var folder = Folder();
        var force = Force();
        var pack = new Option<string>("--pack") { Description = "表样包", HelpName = "PACK", Required = true };
        var init = new Command("init", "生成空白的数据集工作簿和一份填好的示例") { folder, pack, force };
        init.SetAction(parsed =>
            Start(composition, parsed, parsed.GetValue(force),
                run => run.Dataset(parsed.GetValue(folder)!, parsed.GetValue(pack)!, NextYear(null))));
        return new Command("dataset", "数据集：下发工作簿所用的数据") { init };
    }

    private static Option<string> Folder() => new("--out")
    {
        Description = "写到此文件夹；默认当前文件夹",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    private static int NextYear(int? given) => given ?? TimeProvider.System.GetLocalNow().Year + 1;

    private static Option<bool> Force() => new("--force") { Description = "覆盖已有的同名文件；默认不覆盖" };

    private static int Start(Composition composition, ParseResult parsed, bool overwrites, Func<StartRun, int> act)
    {
        using var host = composition.Build(parsed);
        if (host is null) return ExitCode.NotDone;
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        return act(new StartRun(host.Services.GetRequiredService<PackStore>(), terminal, overwrites));
    }
}
