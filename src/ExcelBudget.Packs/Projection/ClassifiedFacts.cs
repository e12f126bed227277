using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Rules.Classified;

namespace ExcelBudget.Packs.Projection;

/// <summary>涉密项目 of a dataset: what may not be published reaches no workbook, and the clerk is told what was held back.</summary>
/// <param name="pack">The pack.</param>
/// <param name="year">Budget year.</param>
internal sealed class ClassifiedFacts(Pack pack, int year)
{
    private const string Yes = "是";

    private readonly FactTally _marked = new();

    /// <summary>Takes a row in.</summary>
    public void Add(string table, DatasetRow row)
    {
        if (pack.Classified is not null && table == DatasetTables.Projects && row.Year == year && row[DatasetFields.Classified].Is(Yes))
            _marked.Add(row);
    }

    /// <summary>
    /// What a clerk should know: that the dataset holds more of classified projects than workbooks will. One remark, at the first such
    /// project.
    /// </summary>
    public IReadOnlyList<DatasetFault> Faults()
    {
        if (_marked.First is not { } first) return [];
        var faults = new FaultLog();
        faults.Warn(
            new FaultPlace(first.File, first.Line, DatasetFields.Classified, Value: first.Text(DatasetFields.ProjectCode)),
            $"{_marked.Count} 个项目标明涉密，工作簿里只写项目编码、名称和“涉密”；金额、绩效目标和指标没有写入，也不会公开。");
        return faults.InOrder([first.File]);
    }

    /// <summary>The budget without what its classified projects may not publish.</summary>
    internal static Budget Withheld(Pack pack, UnitFacts facts, Budget budget)
    {
        var marked = facts.Rows(DatasetTables.Projects)
            .Select((fact, index) => (fact, Key: new RowKey(RowKeys.OfProject(fact.Text(DatasetFields.ProjectCode), index + 1))))
            .Where(project => project.fact[DatasetFields.Classified].Is(Yes))
            .Select(project => project.Key);
        return ClassifiedProjects.Of(pack, budget, marked)?.Public() ?? budget;
    }
}
