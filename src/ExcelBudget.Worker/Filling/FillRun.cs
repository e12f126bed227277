using System.Collections.Concurrent;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Filling;

/// <summary>One run of <c>fill</c>: a workbook for each unit.</summary>
internal sealed class FillRun(PackStore packs, IBudgetEngine engine, Terminal terminal, ILogger<FillRun> log, TimeProvider? time = null)
{
    private const string HowToOverwrite = "已有的工作簿里可能有单位填写的内容。需要重新生成的，请另选 --out 文件夹；确认不再需要旧文件的，加 --force 覆盖。";

    /// <summary>Fills.</summary>
    /// <returns>The exit code.</returns>
    public int Run(FillOrder order)
    {
        if (packs.Find(order.Pack) is not { } pack) return Refuse(UnknownPack(order.Pack));
        var years = pack.RuleBook.Pack.Years;
        if (order.Year < years.First || order.Year > years.Last)
        {
            return Refuse($"表样包 {order.Pack} 只用于 {years.First}—{years.Last} 年，不能用于 {order.Year} 年。");
        }
        try
        {
            if (order.Data is null) return Blank(new FillMaterial(pack, pack.Filler(), null), order);
            // while the dataset is read: what is wrong with a note is told by the check that needs it
            var compiling = Task.Run(pack.Filler);
            if (order.Checks) _ = Task.Run(() => engine.Prepare(order.Pack));
            var remarks = new FactRemarks(pack.RuleBook.Pack, order.Year);
            var reading = DatasetReader.Read(order.Data, pack.RuleBook.Pack, remarks.Add);
            return Filled(new FillMaterial(pack, compiling.GetAwaiter().GetResult(), reading), remarks.All(), order);
        }
        catch (TemplateException broken)
        {
            return Refuse(broken.Message);
        }
    }

    private IssueLineage Issued() => IssueLineage.At((time ?? TimeProvider.System).GetUtcNow());

    private string UnknownPack(string id)
    {
        var broken = packs.Readings.FirstOrDefault(reading => Path.GetFileName(reading.Folder) == id);
        return broken is not null
            ? $"表样包 {id} 有误，不能使用：\n" + string.Join('\n', broken.Faults)
            : $"没有表样包“{id}”。现有：{string.Join("、", packs.Packs.Select(pack => pack.RuleBook.Pack.Id))}";
    }

    private int Blank(FillMaterial material, FillOrder order)
    {
        var identity = new BudgetIdentity(order.Pack, order.Units[0], order.Name!, order.Year) { Called = material.Called };
        var shelf = new WorkbookShelf(order.Out, order.Overwrites);
        if (shelf.Present(identity) is { } present) return Refuse($"已有同名工作簿，没有覆盖：{present}。{HowToOverwrite}");
        var path = shelf.Write(identity, material.Make(identity, engine, Issued()).Parts, out var problem);
        return path is null ? Refuse(problem!) : Said($"已生成空白工作簿：{path}");
    }

    private int Filled(FillMaterial material, IEnumerable<DatasetFault> remarks, FillOrder order)
    {
        var reading = material.Reading!;
        foreach (var fault in reading.Faults.Concat(remarks))
        {
            terminal.Complain((fault.Severity == Severity.Error ? "错误　" : "提示　") + fault);
        }
        var units = Wanted(material, order, out var unknown);
        foreach (var code in unknown) terminal.Complain($"units.csv 中没有单位 {code}。");
        if (reading.ConcernsEveryUnit) return Refuse("数据有错误，未生成工作簿：缺少的行会让表中的数不完整。请按上面的提示改正后重新运行。");
        var incomplete = units.Where(reading.FaultyUnits.Contains).ToArray();
        foreach (var code in incomplete) terminal.Complain($"单位 {code} 的数据有错误，没有生成它的工作簿；改正后请重新运行。");
        units = [.. units.Except(incomplete)];
        if (units.Count == 0) return ExitCode.NotDone;
        var shelf = new WorkbookShelf(order.Out, order.Overwrites);
        var filling = new UnitFilling(material, shelf, order.Checks ? engine : null, terminal, log) { Lineage = Issued() };
        var filled = Each(units, order.Year, filling);
        return Told(filled, order, isComplete: !reading.HasErrors && unknown.Count == 0);
    }

    private static FilledUnit[] Each(List<string> units, int year, UnitFilling filling)
    {
        var filled = new ConcurrentDictionary<string, FilledUnit>(StringComparer.Ordinal);
        var most = new ParallelOptions { MaxDegreeOfParallelism = Workers.Count };
        Parallel.ForEach(units, most, unit => filled[unit] = filling.Fill(unit, year));
        return [.. units.Select(unit => filled[unit])];
    }

    /// <summary>Tells what became of the units.</summary>
    /// <returns>The exit code.</returns>
    private int Told(FilledUnit[] filled, FillOrder order, bool isComplete)
    {
        foreach (var unit in filled) terminal.Say(unit.Line(order.Year));
        if (filled.Any(unit => unit.Outcome == FillOutcome.AlreadyThere)) terminal.Complain(HowToOverwrite);
        var done = filled.Count(unit => unit.Outcome == FillOutcome.Written);
        terminal.Say($"共 {filled.Length} 个单位，已生成 {done} 个工作簿：{Path.GetFullPath(order.Out)}");
        if (!order.Checks) terminal.Say("按 --no-check 没有检查数据；各表是否平衡，见工作簿里的校验表。");
        if (done == 0) return ExitCode.NotDone;
        return done == filled.Length && isComplete && filled.All(unit => unit.Errors == 0) ? ExitCode.Clean : ExitCode.ErrorsFound;
    }

    private static List<string> Wanted(FillMaterial material, FillOrder order, out List<string> unknown)
    {
        var known = material.Units.ToList();
        unknown = [.. order.Units.Where(code => !known.Contains(code))];
        return order.Units.Count == 0 ? known : [.. order.Units.Where(known.Contains).Distinct()];
    }

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }

    private int Said(string line)
    {
        terminal.Say(line);
        return ExitCode.Clean;
    }
}
