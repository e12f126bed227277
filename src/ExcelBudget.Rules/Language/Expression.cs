using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Language;

/// <summary>An expression of the rule book's language, bound to a pack's forms.</summary>
public abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>A number: yuan where money is meant, else as written.</summary>
    public sealed record Literal(Measure Figure) : Expression;

    /// <summary>A set of cells; as a figure it is their sum.</summary>
    public sealed record Cells(FormDefinition Form, RowSelector Rows, ColumnSelector Columns) : Expression;

    /// <summary>Sum, difference, product or quotient: + - * /.</summary>
    public sealed record Binary(char Operator, Expression Left, Expression Right) : Expression;

    /// <summary>The opposite of a figure.</summary>
    public sealed record Negation(Expression Operand) : Expression;

    /// <summary>The sets of cells an expression names, from left to right.</summary>
    public static IEnumerable<Cells> CellsOf(Expression expression) => expression switch
    {
        Cells cells => [cells],
        Binary binary => CellsOf(binary.Left).Concat(CellsOf(binary.Right)),
        Negation negation => CellsOf(negation.Operand),
        Call call => call.Arguments.SelectMany(CellsOf),
        _ => [],
    };

    public sealed record Call(Function Function, IReadOnlyList<Expression> Arguments) : Expression
    {
        /// <summary>The unit in which ROUND rounds money; null for plain numbers and other functions.</summary>
        public MoneyUnit? RoundedIn { get; init; }
    }
}

/// <summary>Functions of the language; Excel 2010, WPS and LibreOffice share what they are translated to.</summary>
public enum Function
{
    /// <summary>Sum of figures and sets of cells.</summary>
    Sum,

    /// <summary>四舍五入: ROUND(figure, decimals); money in the pack's unit.</summary>
    Round,

    /// <summary>Absolute value.</summary>
    Abs,

    /// <summary>The largest figure.</summary>
    Max,

    /// <summary>The smallest figure.</summary>
    Min,

    /// <summary>RATE(this, last): change in percent against last; blank on a zero base.</summary>
    Rate,
}

/// <summary>Which rows of a form a set of cells takes.</summary>
public abstract record RowSelector
{
    private RowSelector()
    {
    }

    /// <summary>本行: the row under examination; in another form, its row of the same code.</summary>
    public sealed record This : RowSelector;

    /// <summary>One row by 序号, code or label.</summary>
    public sealed record Key(RowKey Row) : RowSelector;

    /// <summary>Fixed rows from one to another, both included.</summary>
    public sealed record Range(RowKey First, RowKey Last) : RowSelector;

    /// <summary>
    /// A level of the code tree (类, 款, 项) by its depth, 0 for 类; in a form of fixed rows those with a code of that level.
    /// </summary>
    public sealed record Level(int Depth) : RowSelector;

    /// <summary>末级: rows of the lowest level.</summary>
    public sealed record Leaves : RowSelector;

    /// <summary>所属末级: rows of the lowest level under the row under examination.</summary>
    public sealed record LeavesUnder : RowSelector;

    /// <summary>下级: rows one level below the row under examination.</summary>
    public sealed record Children : RowSelector;

    /// <summary>全部: every row.</summary>
    public sealed record All : RowSelector;
}

/// <summary>Which columns of a form a set of cells takes.</summary>
public abstract record ColumnSelector
{
    private ColumnSelector()
    {
    }

    /// <summary>本栏: the column under examination.</summary>
    public sealed record This : ColumnSelector;

    /// <summary>One column.</summary>
    public sealed record One(ColumnId Column) : ColumnSelector;

    /// <summary>Columns from one to another, both included.</summary>
    public sealed record Range(ColumnId First, ColumnId Last) : ColumnSelector;
}

/// <summary>How the two sides of a relation compare.</summary>
public enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>≤ or &lt;=</summary>
    AtMost,

    /// <summary>≥ or &gt;=</summary>
    AtLeast,

    /// <summary>&lt;, in conditions only: a relation that fails at equality would have no gap to show.</summary>
    Below,

    /// <summary>&gt;, in conditions only.</summary>
    Above,

    /// <summary>≠ or &lt;&gt;, in conditions only.</summary>
    Unequal,
}

/// <summary>Two figures and how they must compare.</summary>
public sealed record Comparing(Expression Left, Comparison Comparison, Expression Right);
