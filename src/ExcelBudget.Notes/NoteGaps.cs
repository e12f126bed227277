using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes;

/// <summary>Texts that the department must still write, asked for at their place in the workbook (catalogue NT-30, CP-06).</summary>
public static class NoteGaps
{
    /// <summary>One error for each gap that a text or a cell of a list in the workbook would fill.</summary>
    /// <param name="figures">The budget.</param>
    /// <param name="gaps">Gaps of its note, by the title of the text.</param>
    /// <param name="places">Where gaps that are no text sections would be filled.</param>
    public static IEnumerable<Finding> Find(BudgetFigures figures, IReadOnlyList<string> gaps, IReadOnlyList<NoteGapPlace> places)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return OfTexts(figures, gaps).Concat(places.Where(place => gaps.Contains(place.What)).Select(place =>
            BudgetFindings.NoteGapInList.At(new Place(Address: place.Cell), ("what", place.What))));
    }

    private static IEnumerable<Finding> OfTexts(BudgetFigures figures, IReadOnlyList<string> gaps)
    {
        return from form in figures.Book.Pack.Forms
               where figures.Budget[form.Id] is not null
               from section in form.Rows.OfType<RowGroup.Texts>().SelectMany(texts => texts.Sections)
               where gaps.Contains(section.Title)
               let place = new Place(Address: new CellAddress(form.Id, new RowKey(section.Id), form.Columns[0].Id))
               let gap = BudgetFindings.NoteGap.At(place, ("section", section.Title), ("sheet", form.Sheet))
               select figures.Book.Pack.NoteBasis is { } basis ? gap with { Basis = basis } : gap;
    }
}
