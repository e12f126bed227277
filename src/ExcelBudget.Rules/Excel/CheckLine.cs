using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>One line of the 校验 sheet: a relation for one column, with the worst of its rows.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Column">The column it is checked for; null when it names its columns.</param>
/// <param name="Scope">Which rows it is about, as people call them: 类、款; empty when the relation says so itself.</param>
/// <param name="Fixed">Fixed rows it covers.</param>
/// <param name="Levels">Levels of the data rows it covers, 0 for 类; null for none, empty for every one.</param>
public sealed record CheckLine(
    Relation Relation, ColumnId? Column, string Scope, IReadOnlyList<RowGroup.Fixed> Fixed, IReadOnlySet<int>? Levels)
{
    /// <summary>True for a relation of no row, or of one fixed row.</summary>
    public bool IsSingle => Levels is null && Fixed.Count < 2;

    /// <summary>What it is about in words: rows and column; empty when the relation says so itself.</summary>
    public string Words => Joined(Scope, ColumnTitle);

    /// <summary>Title of its column; empty when the relation names its columns.</summary>
    public string ColumnTitle => Column is { } known ? Relation.Form.Column(known)!.Title : "";

    /// <summary>The column of figures by whose side its rows are called; null where its form has none on the left.</summary>
    public FormColumn? Figure => FigureOf(Relation, Column);

    /// <summary>The first column of figures that a relation names on the left in its own form.</summary>
    public static FormColumn? FigureOf(Relation relation, ColumnId? column) => Expression.CellsOf(relation.Check.Left)
        .Where(cells => cells.Form == relation.Form).SelectMany(cells => HelperColumns.Columns(cells, column)).FirstOrDefault();

    /// <summary>Rows and a column in words.</summary>
    public static string Joined(string rows, string column) =>
        rows.Length > 0 && column.Length > 0 ? $"{rows} {column}" : rows + column;

    /// <summary>The forms it names, its own first.</summary>
    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    /// <summary>True for the rows whose results the line sums up.</summary>
    public bool Covers(RowView? row) => row switch
    {
        null => Levels is null && Fixed.Count == 0,
        { Fixed: { } declared } => Fixed.Any(one => one.Key == declared.Key),
        _ => Levels is not null && (Levels.Count == 0 || Levels.Contains(row.Depth)),
    };
}
