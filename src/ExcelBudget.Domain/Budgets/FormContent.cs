using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Budgets;

/// <summary>What one form of a budget holds: its rows in order.</summary>
public sealed class FormContent : IEquatable<FormContent>
{
    private readonly Dictionary<RowKey, FormRow> _byKey;

    /// <param name="form">The form's id.</param>
    /// <param name="rows">Rows in printed order, keys unique.</param>
    public FormContent(FormId form, IReadOnlyList<FormRow> rows)
    {
        Form = form;
        Rows = rows;
        _byKey = rows.ToDictionary(row => row.Key);
    }

    public FormId Form { get; }

    /// <summary>Rows in printed order.</summary>
    public IReadOnlyList<FormRow> Rows { get; }

    /// <summary>The row of a key; null when the form has none.</summary>
    public FormRow? this[RowKey key] => _byKey.GetValueOrDefault(key);

    /// <inheritdoc />
    public bool Equals(FormContent? other) => other is not null && Form == other.Form && Rows.SequenceEqual(other.Rows);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FormContent);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Form, Rows.Count);
}
