namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>One column of a dataset table: the only place that knows its names, its meaning and how it is read.</summary>
/// <param name="Name">Fixed name, as in the contract: <c>amount_yuan</c>.</param>
/// <param name="Title">Chinese title; also accepted as header.</param>
/// <param name="Meaning">One line in Chinese for the documentation.</param>
/// <param name="Kind">How values are read.</param>
public sealed record ColumnSchema(string Name, string Title, string Meaning, ColumnKind Kind)
{
    /// <summary>Whether the column and its values must be there.</summary>
    public ColumnNeed Need { get; init; } = ColumnNeed.Required;

    /// <summary>Other Chinese headers accepted besides <see cref="Title"/>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The values allowed; only for <see cref="ColumnKind.Choice"/>.</summary>
    public ClosedList? Choices { get; init; }

    /// <summary>Every header under which the column is found.</summary>
    public IEnumerable<string> Headers => new[] { Name, Title }.Concat(Aliases).Distinct(StringComparer.Ordinal);

    /// <summary>The same column, which may be absent.</summary>
    public ColumnSchema Optional() => this with { Need = ColumnNeed.Optional };

    /// <summary>The same column, whose cells may be blank.</summary>
    public ColumnSchema BlankAllowed() => this with { Need = ColumnNeed.BlankAllowed };

    /// <summary>The same column with further headers.</summary>
    public ColumnSchema AlsoCalled(params string[] aliases) => this with { Aliases = [.. Aliases, .. aliases] };
}
