using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Classified;

namespace ExcelBudget.Packs.Projection;

/// <summary>涉密项目 of a dataset: what may not be published reaches no workbook, and the clerk is told what was held back.</summary>
internal static class ClassifiedFacts
{
    private const string Yes = "是";

    /// <summary>The budget without what its classified projects may not publish.</summary>
    public static Budget Withheld(Pack pack, UnitFacts facts, Budget budget)
    {
        var marked = facts.Rows("projects")
            .Select((fact, index) => (fact, Key: new RowKey(RowKeys.OfProject(fact.Text("project_code"), index + 1))))
            .Where(project => project.fact.Text("classified") == Yes)
            .Select(project => project.Key);
        return ClassifiedProjects.Of(pack, budget, marked)?.Public() ?? budget;
    }
}
