namespace ExcelBudget.Rules.Language;

/// <summary>条件。When a rule applies: comparisons joined by 且 and 或.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>Holds when two figures compare as asked: 收入 > 0, 上年 ≠ 本年.</summary>
    public sealed record Compares(Comparing Comparing) : Condition;

    /// <summary>Holds when a form says one of some words in a text column: unit[性质] = 行政/参照; with ≠ when it says none of them.</summary>
    public sealed record Says(RowWords Words, bool IsWanted) : Condition;

    /// <summary>且: every part holds.</summary>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>或: at least one part holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>The expressions compared, from left to right.</summary>
    public IEnumerable<Expression> Figures => this switch
    {
        Compares one => [one.Comparing.Left, one.Comparing.Right],
        All all => all.Parts.SelectMany(part => part.Figures),
        Any any => any.Parts.SelectMany(part => part.Figures),
        _ => [],
    };

    /// <summary>True when it asks for words, which formulas of the 校验 sheet cannot.</summary>
    public bool AsksForWords => this switch
    {
        Says => true,
        All all => all.Parts.Any(part => part.AsksForWords),
        Any any => any.Parts.Any(part => part.AsksForWords),
        _ => false,
    };

    /// <summary>True when the answer differs from row to row or column to column: it names 本行, 下级, 所属末级 or 本栏.</summary>
    public bool IsByRow => Figures.SelectMany(Expression.CellsOf).Any(cells =>
        cells.Rows is RowSelector.This or RowSelector.Children or RowSelector.LeavesUnder || cells.Columns is ColumnSelector.This);
}
