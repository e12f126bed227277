using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Budgets;

/// <summary>
/// 单位预算。The budget of one unit in one year: the entered values of its forms, lists and texts. Everything printed follows from
/// it: a workbook is written from it and read back, a note is compiled from it.
/// </summary>
public sealed class Budget : IEquatable<Budget>
{
    private readonly Dictionary<FormId, FormContent> _forms;

    /// <param name="identity">Whose budget it is.</param>
    /// <param name="forms">The forms it has; a form that is missing is absent, an empty one has no rows.</param>
    public Budget(BudgetIdentity identity, IEnumerable<FormContent> forms)
    {
        Identity = identity;
        Forms = forms.ToArray();
        _forms = Forms.ToDictionary(form => form.Form);
    }

    /// <summary>Whose budget it is.</summary>
    public BudgetIdentity Identity { get; }

    /// <summary>The forms in the pack's order.</summary>
    public IReadOnlyList<FormContent> Forms { get; }

    /// <summary>A form's content; null when the budget lacks the form.</summary>
    public FormContent? this[FormId form] => _forms.GetValueOrDefault(form);

    /// <summary>The entered value of a cell; null when blank, computed or missing.</summary>
    public CellValue? this[CellAddress address] => this[address.Form]?[address.Row]?[address.Column];

    /// <inheritdoc />
    public bool Equals(Budget? other) => other is not null && Identity == other.Identity && Forms.SequenceEqual(other.Forms);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Budget);

    /// <inheritdoc />
    public override int GetHashCode() => Identity.GetHashCode();
}
