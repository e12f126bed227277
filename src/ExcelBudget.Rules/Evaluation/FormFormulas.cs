using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>The formulas of a form's cells by the kind of row. Thread-safe.</summary>
internal sealed class FormFormulas
{
    private readonly FormDefinition _form;
    private readonly Dictionary<RowKey, RowFormulas> _fixed;
    private readonly RowFormulas _lowest;
    private readonly RowFormulas _upper;

    public FormFormulas(RuleBook book, FormDefinition form)
    {
        _form = form;
        RowFormulas Of(Func<FormColumn, CellSpec> spec) => new(book, form, spec);
        _fixed = form.Rows.OfType<RowGroup.Fixed>().ToDictionary(row => row.Key, row => Of(column => CellSpec.Of(column, row)));
        _lowest = Of(column => form.Tree is { } tree ? CellSpec.Of(column, tree, isLeaf: true) : CellSpec.OfListed(column));
        _upper = form.Tree is { } codes ? Of(column => CellSpec.Of(column, codes, isLeaf: false)) : _lowest;
    }

    /// <summary>The formulas of a row's cells.</summary>
    public RowFormulas Of(RowView row) =>
        row.Fixed is { } declared ? _fixed[declared.Key] : _form.Tree is null || row.IsLeaf ? _lowest : _upper;

    /// <summary>The formulas of the cells of one kind of row.</summary>
    internal sealed class RowFormulas(RuleBook book, FormDefinition form, Func<FormColumn, CellSpec> spec)
    {
        private readonly string?[] _texts = [.. form.Columns.Select(spec)
            .Select(cell => cell.Role == CellRole.Computed ? cell.Compute : null)];

        private readonly Expression?[] _formulas = new Expression?[form.Columns.Count];

        /// <summary>The formula in a column, counted from the left; null for a cell that is not computed.</summary>
        public Expression? this[int column] =>
            _texts[column] is { } text ? _formulas[column] ??= book.Formula(form, text) : null;
    }
}
