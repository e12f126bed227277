using System.CommandLine;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Filling;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>fill</c>: one workbook for each unit, from a dataset or to type in.</summary>
internal static class FillVerb
{
    public static Command Create(Composition composition)
    {
        var pack = new Option<string>("--pack") { Description = "表样包", HelpName = "PACK", Required = true };
        var year = new Option<int>("--year") { Description = "预算年度", HelpName = "YEAR", Required = true };
        var folder = new Option<string>("--out") { Description = "工作簿写到此文件夹", HelpName = "DIR", Required = true };
        var data = new Option<string?>("--data") { Description = "数据集：存放 CSV 的文件夹，或一个 xlsx 文件", HelpName = "DIR" };
        var unit = new Option<string[]>(
            "--unit")
        { Description = "只生成这些单位的工作簿；可重复", HelpName = "CODE", AllowMultipleArgumentsPerToken = true };
        var name = new Option<string?>("--name") { Description = "空白工作簿的单位名称", HelpName = "NAME" };
        var blank = new Option<bool>("--blank") { Description = "生成空白工作簿，供手工填写（需要 --unit 和 --name）" };
        var force = new Option<bool>("--force") { Description = "覆盖 --out 中已有的同名工作簿；默认不覆盖" };
        var noCheck = new Option<bool>("--no-check") { Description = "不检查数据就生成，更快；默认先检查，并指出数据本身不平的地方" };
        var verb = new Command("fill", "生成部门预算工作簿，每个单位一个") { pack, year, folder, data, unit, name, blank, force, noCheck };
        verb.Validators.Add(result =>
        {
            var isBlank = result.GetValue(blank);
            if (isBlank && (result.GetValue(unit) is not [_] || string.IsNullOrWhiteSpace(result.GetValue(name))))
                result.AddError("--blank 需要一个 --unit 和 --name");
            if (isBlank == result.GetValue(data) is not null) result.AddError("请给出 --data 或 --blank 之一");
        });
        verb.SetAction(parsed =>
        {
            using var host = composition.Build(parsed);
            if (host is null) return ExitCode.NotDone;
            var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var run = new FillRun(
                host.Services.GetRequiredService<PackStore>(), host.Services.GetRequiredService<IBudgetEngine>(), terminal,
                host.Services.GetRequiredService<ILogger<FillRun>>());
            return run.Run(new FillOrder(parsed.GetValue(pack)!, parsed.GetValue(year), parsed.GetValue(folder)!)
            {
                Data = parsed.GetValue(data),
                Units = parsed.GetValue(unit) ?? [],
                Name = parsed.GetValue(name),
                Overwrites = parsed.GetValue(force),
                Checks = !parsed.GetValue(noCheck),
            });
        });
        return verb;
    }
}
