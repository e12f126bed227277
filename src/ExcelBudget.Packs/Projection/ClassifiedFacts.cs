using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Rules.Classified;

namespace ExcelBudget.Packs.Projection;

/// <summary>涉密项目 of a dataset: what may not be published reaches no workbook, and the clerk is told what was held back.</summary>
public static class ClassifiedFacts
{
    private const string Yes = "是";

    /// <summary>
    /// What a clerk should know: that the dataset holds more of classified projects than workbooks will. One remark, at the first such
    /// project.
    /// </summary>
    /// <param name="pack">The pack.</param>
    /// <param name="dataset">The facts.</param>
    /// <param name="year">Budget year.</param>
    public static IEnumerable<DatasetFault> Remarks(Pack pack, Dataset dataset, int year)
    {
        if (pack.Classified is null) return [];
        var marked = dataset[DatasetTables.Projects].Where(row => row.Year == year && row[DatasetFields.Classified].Is(Yes)).ToArray();
        if (marked.Length == 0) return [];
        var faults = new FaultLog();
        faults.Warn(
            new FaultPlace(marked[0].File, marked[0].Line, DatasetFields.Classified, Value: marked[0].Text(DatasetFields.ProjectCode)),
            $"{marked.Length} 个项目标明涉密，工作簿里只写项目编码、名称和“涉密”；金额、绩效目标和指标没有写入，也不会公开。");
        return faults.InOrder([marked[0].File]);
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
