using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers;

/// <summary>What one check looks at: a form of a budget, narrowed to the declared rows and columns.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="check">The check as declared.</param>
/// <param name="words">The bit of the words of which a text must hold one to be objected to; null where that cannot be told.</param>
/// <param name="form">The form; the budget has it.</param>
/// <param name="texts">Its texts.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
/// <param name="reasons">Takes the reasons why a part could not be checked.</param>
internal sealed class CheckScope(BudgetFigures figures, TextCheckDeclaration check, ulong? words, FormDefinition form, FormTexts texts,
    IReadOnlySet<CellAddress> changed, ICollection<string> reasons)
{
    private RowView[]? _codeRows;

    public BudgetFigures Figures { get; } = figures;

    /// <summary>The check as declared.</summary>
    public TextCheckDeclaration Check { get; } = check;

    public FormDefinition Form { get; } = form;

    /// <summary>Cells changed since the workbook was issued; empty when unknown.</summary>
    public IReadOnlySet<CellAddress> Changed { get; } = changed;

    /// <summary>预算年度。</summary>
    public int Year => Figures.Budget.Identity.Year;

    /// <summary>The form's code list; null without a code tree.</summary>
    public CodeList? Codes { get; } = figures.Book.Codes(form);

    /// <summary>Rows in which something was entered, in printed order.</summary>
    public IEnumerable<RowView> Rows => Check.Rows.Count == 0 ? texts.Rows
        : texts.Rows.Where(row => Check.Rows.Contains(row.Key.Value));

    /// <summary>Rows that stand for a code the accountant chose, in printed order.</summary>
    public IReadOnlyList<RowView> CodeRows => _codeRows ??= Rows.Where(row => row.Fixed is null && row.Code is not null).ToArray();

    /// <summary>The declared columns; those of a kind when none is declared.</summary>
    public FormColumn[] Columns(Func<FormColumn, bool> otherwise) => Check.Columns.Count == 0
        ? [.. Form.Columns.Where(otherwise)]
        : [.. Check.Columns.Select(id => Form.Column(new ColumnId(id))!)];

    /// <summary>Texts of the declared columns, of all text columns when none is declared.</summary>
    public IEnumerable<(RowView Row, ColumnId Column, string Text)> Texts()
    {
        var columns = TextColumns(out var read);
        for (var row = 0; row < texts.Rows.Count; row++)
        {
            if (!IsDeclared(row)) continue;
            for (var at = 0; at < columns.Length; at++)
            {
                if (read[at][row] is { Length: > 0 } text) yield return (texts.Rows[row], columns[at].Id, text);
            }
        }
    }

    /// <summary>The texts in which one of the check's patterns may be found: those that hold a word without which none can be.</summary>
    public IEnumerable<(RowView Row, ColumnId Column, string Text)> LikelyTexts()
    {
        if (words is not { } wanted) return Texts();
        var columns = TextColumns(out var read);
        List<(RowView, ColumnId, string)>? likely = null;
        for (var row = 0; row < texts.Rows.Count; row++)
        {
            for (var at = 0; at < columns.Length; at++)
            {
                if (!read[at].MayHold(row, wanted) || !IsDeclared(row)) continue;
                (likely ??= []).Add((texts.Rows[row], columns[at].Id, read[at][row]));
            }
        }

        return likely ?? [];
    }

    /// <summary>Notes why a part of the form could not be checked.</summary>
    public void NotChecked(string reason) => reasons.Add(reason);

    private FormColumn[] TextColumns(out FormTexts.Texts[] read)
    {
        if (Check.Columns.Count == 0)
        {
            (var all, read) = texts.All;
            return all;
        }

        var columns = Columns(static column => column.Kind is CellKind.Text or CellKind.CodeName);
        read = Array.ConvertAll(columns, column => texts[column.Id]);
        return columns;
    }

    private bool IsDeclared(int row) => Check.Rows.Count == 0 || Check.Rows.Contains(texts.Rows[row].Key.Value);
}
