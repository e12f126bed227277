namespace ExcelBudget.Workbooks.Formulas;

/// <summary>条件。What SUMIF and its kin ask of a cell: «&gt;=5», «201*», «&lt;&gt;», a value.</summary>
internal sealed class Criterion
{
    private readonly FormulaOperator _sign = FormulaOperator.Equal;
    private readonly string _text;
    private (bool IsRead, decimal? Value) _number;
    private readonly Func<string, string>? _readCode;

    /// <param name="value">The criterion as given.</param>
    /// <param name="readCode">How codes are read, a number being the text it shows; null for cells as they stand.</param>
    public Criterion(FormulaValue value, Func<string, string>? readCode)
    {
        _readCode = readCode;
        var text = value.Kind == FormulaKind.Blank ? "0" : value.AsText().Text;
        if (value.Kind == FormulaKind.Text) (_sign, text) = Signed(text);
        _text = text;
    }

    /// <summary>The number its text reads as; most conditions are answered without.</summary>
    private decimal? Number
    {
        get
        {
            if (!_number.IsRead) _number = (true, FormulaValue.Numeric(_text));
            return _number.Value;
        }
    }

    /// <summary>Does a cell meet it?</summary>
    /// <param name="cell">The cell's value.</param>
    /// <param name="code">The code in it where codes are read, and it is known already.</param>
    public bool Meets(FormulaValue cell, string? code = null) => _sign switch
    {
        FormulaOperator.Equal => Fits(cell, code),
        FormulaOperator.Unequal => !Fits(cell, code),
        _ when Number is { } number => cell.Kind == FormulaKind.Number && Ordered(cell.Number.CompareTo(number)),
        _ => cell.Kind == FormulaKind.Text && Ordered(string.Compare(cell.Text, _text, StringComparison.OrdinalIgnoreCase)),
    };

    private bool Fits(FormulaValue cell, string? code)
    {
        if (_text.Length == 0) return cell.Kind == FormulaKind.Blank || cell is { Kind: FormulaKind.Text, Text: "" };
        if (_readCode is not null && cell.Kind is FormulaKind.Text or FormulaKind.Number)
        {
            return Wildcards.Fit(code ?? _readCode(cell.AsText().Text), _text);
        }
        if (Number is { } number && cell.Kind == FormulaKind.Number)
        {
            return FormulaValue.Rounded(cell.Number) == FormulaValue.Rounded(number);
        }
        return cell.Kind == FormulaKind.Text
            && (Wildcards.Fit(cell.Text, _text) || (Number is { } same && FormulaValue.Numeric(cell.Text) == same));
    }

    private bool Ordered(int order) => _sign switch
    {
        FormulaOperator.Less => order < 0,
        FormulaOperator.LessOrEqual => order <= 0,
        FormulaOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static (FormulaOperator Sign, string Value) Signed(string text) => text switch
    {
        ['<', '>', ..] => (FormulaOperator.Unequal, text[2..]),
        ['<', '=', ..] => (FormulaOperator.LessOrEqual, text[2..]),
        ['>', '=', ..] => (FormulaOperator.GreaterOrEqual, text[2..]),
        ['<', ..] => (FormulaOperator.Less, text[1..]),
        ['>', ..] => (FormulaOperator.Greater, text[1..]),
        ['=', ..] => (FormulaOperator.Equal, text[1..]),
        _ => (FormulaOperator.Equal, text),
    };
}
