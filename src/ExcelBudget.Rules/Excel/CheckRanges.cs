using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>Ranges and keys of forms, as formulas away from the forms' own sheets name them.</summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
/// <param name="names">Formulas kept as names.</param>
internal sealed class CheckRanges(RuleBook book, IWorkbookLayout layout, SharedFormulas names)
{
    /// <summary>Where the forms stand.</summary>
    public IWorkbookLayout Layout => layout;

    /// <summary>A column over some rows.</summary>
    public string Area(FormDefinition form, int first, int last, ColumnId column)
    {
        var at = layout.ColumnOf(form, column);
        return SheetReference.Sheet(layout.SheetOf(form)) + (first == last ? SheetReference.FixedCell(first, at) : SheetReference.Fixed(first, at, last, at));
    }

    /// <summary>A column over all rows of a form.</summary>
    public string Region(FormDefinition form, ColumnId column)
    {
        var (first, last) = layout.RegionOf(form);
        return Area(form, first, last, column);
    }

    /// <summary>The codes of a form's rows as they stand.</summary>
    public string Codes(FormDefinition form) => Region(form, form.Tree!.Column);

    /// <summary>The codes of a form's rows as texts: a code may have been typed as a number.</summary>
    public string Keys(FormDefinition form) => names.Name($"EB_k_{form.Id}", () => Codes(form) + "&\"\"");

    /// <summary>The labels in front of a field of a block, and the label of this field.</summary>
    public (string Area, string Label)? Labels(FormDefinition form, ColumnId column)
    {
        if (layout.LabelOf(form, column) is not var (at, label)) return null;
        var (first, last) = layout.RegionOf(form);
        return (SheetReference.Sheet(layout.SheetOf(form)) + SheetReference.Fixed(first, at, last, at), "\"" + label + "\"");
    }

    /// <summary>All rows that come from data; in code forms with their codes.</summary>
    public RowSpan DataRows(FormDefinition form, ColumnId? column, int codeLength = 0)
    {
        var (first, last) = layout.RegionOf(form);
        return new RowSpan(form, first, last, form.Tree is null ? "" : Keys(form), codeLength, column, null);
    }

    /// <summary>Lengths of a form's codes, highest level first.</summary>
    public IReadOnlyList<int> Lengths(FormDefinition form) => book.Codes(form)!.LevelLengths;

    /// <summary>The columns a set of cells names.</summary>
    public static IEnumerable<FormColumn> Columns(Expression.Cells cells, ColumnId? column) => cells.Columns switch
    {
        ColumnSelector.One one => [cells.Form.Column(one.Column)!],
        ColumnSelector.Range range => cells.Form.Between(range.First, range.Last),
        _ => column is { } known && cells.Form.Column(known) is { } own ? [own] : [],
    };

    /// <summary>Fixed rows from one to another.</summary>
    public static IReadOnlyList<RowGroup.Fixed> Between(FormDefinition form, RowSelector.Range range)
    {
        var rows = form.Rows.OfType<RowGroup.Fixed>().ToList();
        var first = rows.FindIndex(row => row.Key == range.First);
        return rows[first..(rows.FindIndex(row => row.Key == range.Last) + 1)];
    }

    /// <summary>Fixed rows that stand for codes of a level in a form without a code tree.</summary>
    public static IReadOnlyList<RowGroup.Fixed> CodedRows(FormDefinition form) => [.. form.Rows.OfType<RowGroup.Fixed>().Where(row => row.Code is not null)];
}
