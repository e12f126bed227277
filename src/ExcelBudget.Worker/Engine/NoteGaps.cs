using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>Texts that the department must still write, asked for at their place in the workbook (catalogue NT-30, CP-06). A note with a gap cannot be published.</summary>
internal static class NoteGaps
{
    /// <summary>One error for each gap that is a text of the workbook.</summary>
    /// <param name="figures">The budget.</param>
    /// <param name="gaps">Gaps of its note, by the title of the text.</param>
    public static IEnumerable<Finding> Find(BudgetFigures figures, IReadOnlyList<string> gaps)
    {
        foreach (var form in figures.Book.Pack.Forms.Where(form => figures.Budget[form.Id] is not null))
        {
            foreach (var section in form.Rows.OfType<RowGroup.Texts>().SelectMany(texts => texts.Sections).Where(section => gaps.Contains(section.Title)))
            {
                yield return new Finding
                {
                    Rule = "NOTE-GAP",
                    Category = Category.MissingExplanation,
                    Severity = Severity.Error,
                    Message = $"“{section.Title}”没有填写，情况说明里会留下空缺。请在“{form.Sheet}”表的这一栏目下补充。",
                    Place = new Place(Address: new CellAddress(form.Id, new RowKey(section.Id), form.Columns[0].Id)),
                    Basis = "地方预决算公开操作规程（增减变化须说明原因）",
                };
            }
        }
    }
}
