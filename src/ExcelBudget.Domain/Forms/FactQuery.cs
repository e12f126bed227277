namespace ExcelBudget.Domain.Forms;

/// <summary>
/// 取数。Where an entered cell's value comes from in the dataset: the sum of a field over the rows of a table that meet every
/// condition (and, in a code-tree row, carry its code).
/// </summary>
/// <param name="Table">Dataset table.</param>
/// <param name="Field">Field that is summed, or copied in a list.</param>
/// <param name="Where">Allowed values by field; every field must hold one of its values.</param>
/// <param name="PreviousYear">True when the rows of the year before are meant (上年数).</param>
public sealed record FactQuery(
    string Table, string Field, IReadOnlyDictionary<string, IReadOnlyList<string>> Where, bool PreviousYear = false)
{
    /// <summary>Line of the form's file in which it is written, from 1; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>The same query with more conditions; a condition given twice is narrowed to the later one.</summary>
    public FactQuery And(IReadOnlyDictionary<string, IReadOnlyList<string>> more)
    {
        if (more.Count == 0) return this;
        var where = new Dictionary<string, IReadOnlyList<string>>(Where);
        foreach (var (field, values) in more) where[field] = values;
        return this with { Where = where };
    }
}
