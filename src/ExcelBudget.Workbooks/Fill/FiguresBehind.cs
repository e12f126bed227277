using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Which figures a relation rests on, through the formulas of the cells it names: text among them leaves it unchecked.</summary>
internal static class FiguresBehind
{
    /// <summary>Stretches of figure columns by form.</summary>
    public static IEnumerable<(FormDefinition Form, ColumnId First, ColumnId Last)> Of(RuleBook book, Relation relation)
    {
        var forms = new HashSet<FormDefinition>();
        var deciding = relation.When?.Figures.SelectMany(Forms) ?? [];
        foreach (var form in Named(relation).Concat(deciding)) Follow(book, form, forms);
        return forms.Where(form => form.Blocks is null).SelectMany(Stretches);
    }

    /// <summary>The forms a relation names.</summary>
    public static IEnumerable<FormDefinition> Named(Relation relation) =>
        Forms(relation.Check.Left).Concat(Forms(relation.Check.Right)).Distinct();

    private static void Follow(RuleBook book, FormDefinition form, HashSet<FormDefinition> forms)
    {
        if (!forms.Add(form)) return;
        foreach (var other in book.FormulasOf(form).SelectMany(Forms)) Follow(book, other, forms);
    }

    private static IEnumerable<(FormDefinition Form, ColumnId First, ColumnId Last)> Stretches(FormDefinition form)
    {
        for (var index = 0; index < form.Columns.Count; index++)
        {
            if (!form.Columns[index].IsFigure) continue;
            var end = index;
            while (end + 1 < form.Columns.Count && form.Columns[end + 1].IsFigure) end++;
            yield return (form, form.Columns[index].Id, form.Columns[end].Id);
            index = end;
        }
    }

    private static IEnumerable<FormDefinition> Forms(Expression expression) => expression switch
    {
        Expression.Cells cells => [cells.Form],
        Expression.Binary binary => Forms(binary.Left).Concat(Forms(binary.Right)),
        Expression.Negation negation => Forms(negation.Operand),
        Expression.Call call => call.Arguments.SelectMany(Forms),
        _ => [],
    };
}
