namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Operators between two single values, as Excel applies them.</summary>
internal static class FormulaOperators
{
    private const int LargestExponent = 64;
    private const int LongestText = 32_767;

    /// <summary>The result; what cannot be told stays so, an error value is passed on.</summary>
    public static FormulaValue Apply(FormulaOperator sign, FormulaValue left, FormulaValue right)
    {
        if (left.Kind == FormulaKind.Unknown || right.Kind == FormulaKind.Unknown) return left.Kind == FormulaKind.Unknown ? left : right;
        if (left.IsFailure || right.IsFailure) return left.IsFailure ? left : right;
        return sign switch
        {
            FormulaOperator.Join => Join(left.AsText().Text, right.AsText().Text),
            >= FormulaOperator.Equal => FormulaValue.Of(Holds(sign, Compare(left, right))),
            _ => Arithmetic(sign, left.AsNumber(), right.AsNumber()),
        };
    }

    /// <summary>Excel's own limit for a text: without it, a chain of cells that double a text would fill the memory.</summary>
    private static FormulaValue Join(string left, string right) =>
        left.Length + right.Length > LongestText ? FormulaValue.WrongKind : FormulaValue.Of(left + right);

    /// <summary>Order of two values: numbers before texts before TRUE; an empty cell is 0 or the empty text; letters in either
    /// case.</summary>
    public static int Compare(FormulaValue left, FormulaValue right)
    {
        if (left.Kind == FormulaKind.Blank) left = Emptied(right);
        if (right.Kind == FormulaKind.Blank) right = Emptied(left);
        if (left.Kind != right.Kind) return Rank(left).CompareTo(Rank(right));
        return left.Kind == FormulaKind.Text
            ? string.Compare(left.Text, right.Text, StringComparison.OrdinalIgnoreCase)
            : FormulaValue.Rounded(left.Number).CompareTo(FormulaValue.Rounded(right.Number));
    }

    private static FormulaValue Emptied(FormulaValue other) => other.Kind switch
    {
        FormulaKind.Text => FormulaValue.Of(""),
        FormulaKind.Boolean => FormulaValue.Of(false),
        _ => FormulaValue.Of(0m),
    };

    private static int Rank(FormulaValue value) => value.Kind switch { FormulaKind.Number => 0, FormulaKind.Text => 1, _ => 2 };

    private static bool Holds(FormulaOperator sign, int order) => sign switch
    {
        FormulaOperator.Equal => order == 0,
        FormulaOperator.Unequal => order != 0,
        FormulaOperator.Less => order < 0,
        FormulaOperator.LessOrEqual => order <= 0,
        FormulaOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static FormulaValue Arithmetic(FormulaOperator sign, FormulaValue left, FormulaValue right)
    {
        if (left.IsFailure || right.IsFailure) return left.IsFailure ? left : right;
        try
        {
            return sign switch
            {
                FormulaOperator.Add => FormulaValue.Of(left.Number + right.Number),
                FormulaOperator.Subtract => FormulaValue.Of(left.Number - right.Number),
                FormulaOperator.Multiply => FormulaValue.Of(left.Number * right.Number),
                FormulaOperator.Divide => right.Number == 0m ? FormulaValue.ByZero : FormulaValue.Of(left.Number / right.Number),
                _ => Power(left.Number, right.Number),
            };
        }
        catch (OverflowException)
        {
            // beyond 28 digits: no amount, whatever Excel would show
            return FormulaValue.TooLarge;
        }
    }

    /// <summary>A power with a whole exponent; roots are not exact and are not computed.</summary>
    public static FormulaValue Power(decimal number, decimal exponent)
    {
        if (exponent != Math.Truncate(exponent)
            || Math.Abs(exponent) > LargestExponent) return FormulaValue.Unknown(FormulaTroubles.Unsupported("乘方"));
        if (number == 0m && exponent <= 0m) return exponent == 0m ? FormulaValue.TooLarge : FormulaValue.ByZero;
        var power = 1m;
        for (var times = Math.Abs(exponent); times > 0m; times--) power *= number;
        return FormulaValue.Of(exponent < 0m ? 1m / power : power);
    }
}
