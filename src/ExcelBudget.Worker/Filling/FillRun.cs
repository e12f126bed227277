using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Filling;

/// <summary>One run of <c>fill</c>: a workbook for each unit. A unit that fails never stops the others.</summary>
internal sealed class FillRun(PackStore packs, Terminal terminal, ILogger<FillRun> log)
{
    private const string AlreadyThere = "已有同名工作簿，没有覆盖";
    private const string HowToOverwrite = "已有的工作簿里可能有单位填写的内容。需要重新生成的，请另选 --out 文件夹；确认不再需要旧文件的，加 --force 覆盖。";

    /// <summary>Fills.</summary>
    /// <returns>The exit code.</returns>
    public int Run(FillOrder order)
    {
        if (packs.Find(order.Pack) is not { } pack) return Refuse(UnknownPack(order.Pack));
        var years = pack.RuleBook.Pack.Years;
        if (order.Year < years.First || order.Year > years.Last) return Refuse($"表样包 {order.Pack} 只用于 {years.First}—{years.Last} 年，不能用于 {order.Year} 年。");
        try
        {
            var filler = pack.Filler();
            return order.Data is null ? Blank(pack.RuleBook, filler, order) : Filled(pack.RuleBook, filler, order, order.Data);
        }
        catch (TemplateException broken)
        {
            return Refuse(broken.Message);
        }
    }

    private string UnknownPack(string id)
    {
        var broken = packs.Readings.FirstOrDefault(reading => Path.GetFileName(reading.Folder) == id);
        return broken is not null
            ? $"表样包 {id} 有误，不能使用：\n" + string.Join('\n', broken.Faults)
            : $"没有表样包“{id}”。现有：{string.Join("、", packs.Packs.Select(pack => pack.RuleBook.Pack.Id))}";
    }

    private int Blank(RuleBook book, WorkbookFiller filler, FillOrder order)
    {
        var identity = new BudgetIdentity(order.Pack, order.Units[0], order.Name!, order.Year);
        if (Present(order, identity) is { } present) return Refuse($"已有同名工作簿，没有覆盖：{present}。{HowToOverwrite}");
        var bytes = filler.Fill(new BudgetFigures(book, BudgetProjection.Blank(book.Pack, identity)), new FillRequest(NewId(), IsBlank: true));
        return Write(order.Out, identity, bytes) is { } path ? Said($"已生成空白工作簿：{path}") : ExitCode.NotDone;
    }

    private int Filled(RuleBook book, WorkbookFiller filler, FillOrder order, string data)
    {
        var reading = DatasetReader.Read(data, book.Pack.Tables);
        foreach (var fault in reading.Faults.Concat(UnusedFacts.Find(book.Pack, reading.Dataset, order.Year)).Concat(ClassifiedFacts.Remarks(book.Pack, reading.Dataset, order.Year))) terminal.Complain((fault.Severity == Severity.Error ? "错误　" : "提示　") + fault);
        var projection = new BudgetProjection(book.Pack, reading.Dataset);
        var units = Wanted(projection, order, out var unknown);
        foreach (var code in unknown) terminal.Complain($"units.csv 中没有单位 {code}。");
        if (reading.ConcernsEveryUnit) return Refuse("数据有错误，未生成工作簿：缺少的行会让表中的数不完整。请按上面的提示改正后重新运行。");
        var incomplete = units.Where(reading.FaultyUnits.Contains).ToArray();
        foreach (var code in incomplete) terminal.Complain($"单位 {code} 的数据有错误，没有生成它的工作簿；改正后请重新运行。");
        units = [.. units.Except(incomplete)];
        if (units.Count == 0) return ExitCode.NotDone;
        var lines = new ConcurrentDictionary<string, (string Line, bool IsDone, int Errors)>(StringComparer.Ordinal);
        Parallel.ForEach(units, unit => lines[unit] = One(book, filler, projection, order, unit));
        foreach (var unit in units) terminal.Say(lines[unit].Line);
        if (lines.Values.Any(line => line.Line.Contains(AlreadyThere, StringComparison.Ordinal))) terminal.Complain(HowToOverwrite);
        var done = lines.Values.Count(line => line.IsDone);
        terminal.Say($"共 {units.Count} 个单位，已生成 {done} 个工作簿：{Path.GetFullPath(order.Out)}");
        if (done == 0) return ExitCode.NotDone;
        return done == units.Count && !reading.HasErrors && unknown.Count == 0 && lines.Values.All(line => line.Errors == 0) ? ExitCode.Clean : ExitCode.ErrorsFound;
    }

    private static List<string> Wanted(BudgetProjection projection, FillOrder order, out List<string> unknown)
    {
        var known = projection.Units.Select(unit => unit.Code).ToList();
        unknown = [.. order.Units.Where(code => !known.Contains(code))];
        return order.Units.Count == 0 ? known : [.. order.Units.Where(known.Contains).Distinct()];
    }

    private (string Line, bool IsDone, int Errors) One(RuleBook book, WorkbookFiller filler, BudgetProjection projection, FillOrder order, string unit)
    {
        try
        {
            var budget = projection.Of(unit, order.Year);
            if (!HasMoney(book, budget)) return ($"{unit} {budget.Identity.UnitName}：数据中没有 {order.Year} 年的金额，没有生成工作簿。请核对 --year；确实没有数据的单位可用 --blank 生成空白工作簿。", false, 0);
            if (Present(order, budget.Identity) is { } present) return ($"{unit} {budget.Identity.UnitName}：{AlreadyThere}（{Path.GetFileName(present)}）", false, 0);
            var figures = new BudgetFigures(book, budget);
            var errors = new BudgetChecker(figures, new HashSet<Domain.Forms.CellAddress>()).Check().Findings.Where(finding => finding.Severity == Severity.Error).ToArray();
            var path = Write(order.Out, budget.Identity, filler.Fill(figures, new FillRequest(NewId())));
            if (path is null) return ($"{unit} {budget.Identity.UnitName}：没有写出", false, 0);
            var remark = errors.Length == 0 ? "" : $"（数据本身有 {errors.Length} 处不平，如：{errors[0].Message}）";
            return ($"{unit} {budget.Identity.UnitName} → {Path.GetFileName(path)}{remark}", true, errors.Length);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "生成单位 {Unit} 的工作簿时出错", unit);
            return ($"{unit}：程序出错，没有生成工作簿，详情见日志。", false, 0);
        }
    }

    /// <summary>A wrong year would otherwise give a workbook full of blanks that looks as if it were right.</summary>
    private static bool HasMoney(RuleBook book, Budget budget) => budget.Forms.Where(form => book.Pack[form.Form].Published).Any(form => form.Rows.Any(row => row.Cells.Values.Any(value => value is Domain.Forms.CellValue.Amount)));

    /// <summary>The workbook that would be written over; null when there is none, or that is what is asked for.</summary>
    private static string? Present(FillOrder order, BudgetIdentity identity) =>
        !order.Overwrites && PathOf(order.Out, identity) is var path && Path.Exists(path) ? path : null;

    private static string PathOf(string folder, BudgetIdentity identity) =>
        Path.Combine(Path.GetFullPath(folder), SafeName.Of($"{identity.UnitCode}{identity.UnitName}{identity.Year}年部门预算公开") + ".xlsx");

    private string? Write(string folder, BudgetIdentity identity, byte[] bytes)
    {
        var path = PathOf(folder, identity);
        try
        {
            FileOperations.Replace(path, bytes);
            return path;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"写不出 {path}：{DiskTrouble.Sentence(fault)}。");
            return null;
        }
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

    private static string NewId() => RandomNumberGenerator.GetHexString(8);
}
