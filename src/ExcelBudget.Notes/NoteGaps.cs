using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes;

/// <summary>Texts that the department must still write, asked for at their place in the workbook (catalogue NT-30, CP-06).</summary>
public static class NoteGaps
{
    /// <summary>One error for each gap that is a text of the workbook.</summary>
    /// <param name="figures">The budget.</param>
    /// <param name="gaps">Gaps of its note, by the title of the text.</param>
    public static IEnumerable<Finding> Find(BudgetFigures figures, IReadOnlyList<string> gaps)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return from form in figures.Book.Pack.Forms
               where figures.Budget[form.Id] is not null
               from section in form.Rows.OfType<RowGroup.Texts>().SelectMany(texts => texts.Sections)
               where gaps.Contains(section.Title)
               let place = new Place(Address: new CellAddress(form.Id, new RowKey(section.Id), form.Columns[0].Id))
               let gap = BudgetFindings.NoteGap.At(place, ("section", section.Title), ("sheet", form.Sheet))
               select figures.Book.Pack.NoteBasis is { } basis ? gap with { Basis = basis } : gap;
    }
}
