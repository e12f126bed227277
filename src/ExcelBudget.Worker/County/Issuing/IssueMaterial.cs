using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>What the workbooks of one pack and one dataset are made from, read once.</summary>
internal sealed class IssueMaterial
{
    private readonly LoadedPack _pack;
    private readonly BudgetProjection? _projection;
    private readonly HashSet<string> _known = [];
    private readonly DatasetReading? _reading;

    private IssueMaterial(LoadedPack pack, WorkbookFiller filler, DatasetReading? reading)
    {
        _pack = pack;
        Filler = filler;
        _reading = reading;
        if (reading is null) return;
        _projection = new BudgetProjection(pack.RuleBook.Pack, reading.Dataset);
        _known = [.. _projection.Units.Select(unit => unit.Code)];
        if (reading.ConcernsEveryUnit) Problem = "数据集有错误，缺少的行会让表中的数不完整：" + FirstError(reading);
    }

    /// <summary>The filler of the pack.</summary>
    public WorkbookFiller Filler { get; }

    public LoadedPack Pack => _pack;

    /// <summary>Why nothing can be issued from it, in Chinese; null when it can be used.</summary>
    public string? Problem { get; private init; }

    /// <summary>Reads a pack and a dataset.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="id">Id of the pack.</param>
    /// <param name="data">Path of the dataset; null for empty workbooks.</param>
    /// <param name="filler">Gives the filler of a pack.</param>
    /// <param name="problem">Why it cannot be used at all, in Chinese; null when it can.</param>
    public static IssueMaterial? Read(
        PackStore packs, string id, string? data, Func<LoadedPack, WorkbookFiller> filler, out string? problem)
    {
        problem = null;
        if (packs.Find(id) is not { } pack)
        {
            problem = $"没有可用的表样包“{id}”，请用 packs verify 检查。";
            return null;
        }

        try
        {
            return new IssueMaterial(pack, filler(pack), data is null ? null : DatasetReader.Read(data, pack.RuleBook.Pack));
        }
        catch (TemplateException broken)
        {
            problem = broken.Message;
            return null;
        }
    }

    /// <summary>The budget that a unit's workbook begins with.</summary>
    /// <param name="identity">Whose.</param>
    /// <param name="isBlank">True for a workbook to type in.</param>
    /// <param name="problem">Why there is none, in Chinese; null when there is.</param>
    public Budget? BudgetOf(BudgetIdentity identity, out bool isBlank, out string? problem)
    {
        (isBlank, problem) = (_projection is null, Problem ?? ProblemOf(identity.UnitCode));
        if (problem is not null) return null;
        if (_projection is null) return BudgetProjection.Blank(_pack.RuleBook.Pack, identity);
        var budget = _projection.Of(identity.UnitCode, identity.Year);
        if (EmptyBudget.HasAmounts(_pack.RuleBook.Pack, budget)) return budget;
        problem = $"数据集里没有它 {identity.Year} 年的金额。";
        return null;
    }

    private string? ProblemOf(string unit)
    {
        if (_reading?.FaultOf(unit) is { } fault) return $"数据有错误：{fault}";
        return _projection is null || _known.Contains(unit) ? null : "数据集的“单位”表里没有它。";
    }

    private static string FirstError(DatasetReading reading) =>
        reading.Faults.FirstOrDefault(fault => fault.Severity == Severity.Error)?.Message ?? "";
}
