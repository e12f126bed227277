using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>A part of a parsed formula.</summary>
internal abstract record FormulaNode
{
    private FormulaNode()
    {
    }

    /// <summary>A number, text, TRUE, an error value, an array constant, or what cannot be told.</summary>
    internal sealed record Constant(FormulaValue Value) : FormulaNode;

    /// <summary>An argument left out: IF(A1,,0).</summary>
    internal sealed record Missing : FormulaNode;

    /// <summary>Cells; without a sheet those of the formula's own.</summary>
    internal sealed record Cells(string? Sheet, CellRange Range) : FormulaNode;

    /// <summary>A defined name.</summary>
    internal sealed record Name(string Text) : FormulaNode;

    /// <summary>Operators of one rank from left to right; kept flat, so that a sum of thousands of parts is not thousands deep.</summary>
    internal sealed record Chain(FormulaNode First, (FormulaOperator Operator, FormulaNode Operand)[] Rest) : FormulaNode
    {
        /// <summary>What it comes to wherever it stands, as «"201"&amp;"????"» does; null where that depends on cells.</summary>
        public FormulaValue? Fixed { get; } = FixedOf(First, Rest);

        private static FormulaValue? FixedOf(FormulaNode first, (FormulaOperator Operator, FormulaNode Operand)[] rest)
        {
            if (first is not Constant { Value: { IsMany: false } value }) return null;
            foreach (var (sign, operand) in rest)
            {
                if (operand is not Constant { Value: { IsMany: false } next }) return null;
                value = FormulaOperators.Apply(sign, value, next);
            }

            return value;
        }
    }

    /// <summary>The opposite number.</summary>
    internal sealed record Negated(FormulaNode Operand) : FormulaNode;

    /// <summary>A hundredth.</summary>
    internal sealed record Percent(FormulaNode Operand) : FormulaNode;

    /// <summary>A function with its arguments; the name in capitals.</summary>
    internal sealed record Call(string Function, FormulaNode[] Arguments) : FormulaNode
    {
        /// <summary>How the function is computed; null for one that is not evaluated.</summary>
        public FormulaFunction? Known { get; } = FormulaFunctions.Find(Function);
    }

    /// <summary>Cells between two computed references: INDEX(E:E,5):E20.</summary>
    internal sealed record Between(FormulaNode First, FormulaNode Last) : FormulaNode;
}

/// <summary>Operators between two values.</summary>
internal enum FormulaOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Join,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
