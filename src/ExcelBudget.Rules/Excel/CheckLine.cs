using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Excel;

/// <summary>One line of the 校验 sheet: a relation for one column, with the worst of its rows.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Column">The column it is checked for; null when it names its columns.</param>
/// <param name="Row">The single row it is checked for; null when it speaks of many or none.</param>
/// <param name="Covers">True for the rows whose results the line sums up.</param>
/// <param name="Left">Formula of the left side; over many rows, the sum of the left sides.</param>
/// <param name="Right">Formula of the right side.</param>
/// <param name="Scope">Which rows it is about, as people call them: 类, 合计; empty when the relation says so itself.</param>
public sealed record CheckLine(
    Relation Relation,
    ColumnId? Column,
    RowKey? Row,
    Func<RowView?, bool> Covers,
    string Left,
    string Right,
    string Scope)
{
    /// <summary>Over many rows, the gap of each row as an array; null for a single row, whose gap is left less right.</summary>
    public string? Gaps { get; init; }

    /// <summary>How many figures typed with at most two decimals the two sides rest on: a number, over many rows an array.</summary>
    public required string Typed { get; init; }

    /// <summary>Formula that is true where the relation applies; null for always.</summary>
    public string? Condition { get; init; }

    /// <summary>Counts of texts among the figures the relation needs, and ranges whose texts are to be counted.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    /// <summary>First sheet row of the rows it sums up; 0 for a single row.</summary>
    public int FirstRow { get; init; }
}
