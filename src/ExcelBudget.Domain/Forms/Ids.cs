namespace ExcelBudget.Domain.Forms;

/// <summary>表号。Id of a form: T1…T9, projects, indicators, procurement, assets, units, texts, or a pack's own.</summary>
public readonly record struct FormId(string Value)
{
    /// <inheritdoc />
    public override int GetHashCode() => ShortNames.Hash(Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>
/// 行。Key of a row within its form: the printed 序号 of a fixed row, the code of a code-tree row, the project code of a project,
/// the section of a text, a running number («1», «2») in a list. Indicators: project code, «#», number in the project.
/// A further row with the same code or project has the same value and counts up <see cref="Repeat"/>, so that nothing read is lost and
/// no mark of ours gets into a code.
/// </summary>
public readonly record struct RowKey(string Value)
{
    /// <summary>How many rows with the same value stand above; 0 for the first.</summary>
    public int Repeat { get; init; }

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>栏次。Key of a column: the printed 栏次 number, or a declared name where the form prints none.</summary>
public readonly record struct ColumnId(string Value)
{
    /// <inheritdoc />
    public override int GetHashCode() => ShortNames.Hash(Value);

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>A cell of a form by meaning: 表, 行, 栏. Where it stands on a sheet is not part of it.</summary>
public readonly record struct CellAddress(FormId Form, RowKey Row, ColumnId Column)
{
    /// <summary>Shorthand for tests and messages.</summary>
    public CellAddress(string form, string row, string column)
        : this(new FormId(form), new RowKey(row), new ColumnId(column))
    {
    }

    /// <summary>«T3[2013101,4]», the notation of the rule book.</summary>
    public override string ToString() => $"{Form}[{Row},{Column}]";
}

/// <summary>
/// Hashes names that a pack declares: a handful of short ones, looked up for every cell. They are no stranger's, and need no hash that
/// defends itself.
/// </summary>
internal static class ShortNames
{
    public static int Hash(string? name) => string.IsNullOrEmpty(name) ? 0
        : (((((name.Length * 31) + name[0]) * 8191) + name[name.Length / 2]) * 131) + name[^1];
}
