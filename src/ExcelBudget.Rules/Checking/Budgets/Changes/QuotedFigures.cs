using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>文字里的原数。Amounts of projects that were changed while a text of the same project still quotes what was issued.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="words">What cells are called.</param>
internal sealed class QuotedFigures(BudgetFigures figures, CellLabels labels, ChangeWords words)
{
    /// <summary>The changed amounts that a text contradicts.</summary>
    public IEnumerable<Finding> Find(IReadOnlyCollection<ChangedFigure> changed)
    {
        var asked = changed.Where(figure => figure.Before != 0m && words.Project(figure.Cell) is not null)
            .ToLookup(figure => words.Project(figure.Cell)!, StringComparer.Ordinal);
        if (asked.Count == 0) yield break;
        var told = new HashSet<ChangedFigure>();
        foreach (var (form, row) in figures.Budget.Forms.SelectMany(form => form.Rows.Select(row => (form, row))))
        {
            if (labels.ProjectKey(new CellAddress(form.Form, row.Key, new ColumnId(""))) is not { } project) continue;
            foreach (var figure in asked[project].Where(figure => !told.Contains(figure) && Quotes(row, figure)))
            {
                told.Add(figure);
                yield return Told(figure, TextOf(form.Form, row));
            }
        }
    }

    private Finding Told(ChangedFigure figure, CellAddress text) => ChangeFindings.Quoted.At(new Place(Address: figure.Cell),
        ("where", words.Where(figure.Cell)), ("expected", figure.Issued), ("actual", figure.Stands),
        ("text", text.Form == figure.Cell.Form && text.Row == figure.Cell.Row ? labels.Column(text) : labels.Row(text))) with
    {
        Project = words.Project(figure.Cell),
        Related = [new Place(Address: text)],
    };

    /// <summary>The cells of a row one after the other: sign, figure and unit of an indicator stand in cells of their own.</summary>
    private static bool Quotes(FormRow row, ChangedFigure figure)
    {
        var text = string.Concat(row.Cells.Values.Select(value => value is CellValue.Text words ? words.Value : ""));
        return Says(text, figure.Before) && !Says(text, figure.Now);

        bool Says(string within, decimal number) => Regex.IsMatch(within,
            $@"(?<![0-9.,]){Regex.Escape(Figures.Plain(number))}0*(?![0-9]|\.[0-9])\s*{figure.Form.Money.Title()}");
    }

    private CellAddress TextOf(FormId form, FormRow row) => new(form, row.Key, figures.Book.Pack[form].Columns
        .FirstOrDefault(column => row.Text(column.Id.Value).AsSpan().IndexOfAnyInRange('0', '9') >= 0)?.Id ?? new ColumnId(""));
}
