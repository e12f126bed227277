using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>The roles of the columns of one table.</summary>
/// <param name="Roles">One per column.</param>
/// <param name="Columns">What stands in them.</param>
/// <param name="Name">The column of names.</param>
/// <param name="Value">The column of targets; -1 where the names hold them.</param>
/// <param name="Sign">The column of operators; -1 without one.</param>
/// <param name="Unit">The column of units; -1 without one.</param>
internal sealed record ColumnLayout(ColumnRole[] Roles, IReadOnlyList<Column> Columns, int Name, int Value, int Sign, int Unit)
{
    /// <summary>True where no level stands before the first words of a row: 补助家庭农场⇥≥45家⇥产出指标⇥数量指标.</summary>
    public bool AreLevelsBehind => Array.IndexOf(Roles, ColumnRole.Level) is > 0 and var level
        && level > Math.Min(Name, Value < 0 ? Name : Value);

    /// <summary>True where another column may as well hold the targets and no header says which.</summary>
    public bool IsDoubtful { get; init; }
}
