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
/// <param name="Gap">Formula of the gap; over many rows, the largest.</param>
/// <param name="TypedTail">Formula that is true where rounding explains the gap of figures that were typed with two decimals.</param>
/// <param name="Scope">Which rows it is about, as people call them: 类, 合计; empty when the relation says so itself.</param>
/// <param name="Condition">Formula that is true where the relation applies; null for always.</param>
public sealed record CheckLine(
    Relation Relation,
    ColumnId? Column,
    RowKey? Row,
    Func<RowView?, bool> Covers,
    string Left,
    string Right,
    string Gap,
    string TypedTail,
    string Scope,
    string? Condition);
