using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers;

/// <summary>What one check looks at: a form of a budget, narrowed to the declared rows and columns.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="check">The check as declared.</param>
/// <param name="form">The form; the budget has it.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
/// <param name="reasons">Takes the reasons why a part could not be checked.</param>
internal sealed class CheckScope(BudgetFigures figures, TextCheckDeclaration check, FormDefinition form, IReadOnlySet<CellAddress> changed,
    ICollection<string> reasons)
{
    public BudgetFigures Figures { get; } = figures;

    /// <summary>The check as declared.</summary>
    public TextCheckDeclaration Check { get; } = check;

    public FormDefinition Form { get; } = form;

    /// <summary>Cells changed since the workbook was issued; empty when unknown.</summary>
    public IReadOnlySet<CellAddress> Changed { get; } = changed;

    /// <summary>预算年度。</summary>
    public int Year => Figures.Budget.Identity.Year;

    /// <summary>The form's code list; null without a code tree.</summary>
    public CodeList? Codes => Figures.Book.Codes(Form);

    /// <summary>Rows in which something was entered, in printed order.</summary>
    public IEnumerable<RowView> Rows => Figures.View(Form).Rows
        .Where(row => row.Row is not null && (Check.Rows.Count == 0 || Check.Rows.Contains(row.Key.Value)));

    /// <summary>Rows that stand for a code the accountant chose, in printed order.</summary>
    public IEnumerable<RowView> CodeRows => Rows.Where(row => row.Fixed is null && row.Code is not null);

    /// <summary>The declared columns; those of a kind when none is declared.</summary>
    public IEnumerable<FormColumn> Columns(Func<FormColumn, bool> otherwise) => Check.Columns.Count == 0
        ? Form.Columns.Where(otherwise)
        : Check.Columns.Select(id => Form.Column(new ColumnId(id))!);

    /// <summary>Texts of the declared columns, of all text columns when none is declared.</summary>
    public IEnumerable<(RowView Row, ColumnId Column, string Text)> Texts()
    {
        FormColumn[] columns = [.. Columns(static column => column.Kind is CellKind.Text or CellKind.CodeName)];
        foreach (var row in Rows)
        {
            foreach (var column in columns)
            {
                if (row.Row!.Text(column.Id.Value) is { Length: > 0 } text) yield return (row, column.Id, text);
            }
        }
    }

    /// <summary>Notes why a part of the form could not be checked.</summary>
    public void NotChecked(string reason) => reasons.Add(reason);
}
