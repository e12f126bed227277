using System.Globalization;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>One formula while it is evaluated, from left to right.</summary>
/// <param name="owner">Knows the cells.</param>
/// <param name="workbook">The workbook.</param>
/// <param name="sheet">The sheet the formula stands on.</param>
/// <param name="text">The formula without «=».</param>
/// <param name="row">The row it stands in.</param>
/// <param name="depth">How many formulas lead to it.</param>
internal sealed partial class FormulaRun(TypedFormula owner, FlatWorkbook workbook, FlatSheet sheet, string text, int row, int depth)
{
    private const int LargestRange = 20_000;

    private int _at;

    private char Current => _at < text.Length ? text[_at] : '\0';

    public decimal? Whole()
    {
        var value = Sum();
        Skip();
        return _at == text.Length ? value : null;
    }

    private decimal? Sum()
    {
        var value = Product();
        for (Skip(); value is not null && Current is '+' or '-'; Skip())
        {
            var sign = text[_at++];
            var next = Product();
            value = sign == '+' ? value + next : value - next;
        }

        return value;
    }

    private decimal? Product()
    {
        var value = Unary();
        for (Skip(); value is not null && Current is '*' or '/'; Skip())
        {
            var sign = text[_at++];
            var next = Unary();
            value = sign == '*' ? value * next : next is null or 0m ? null : value / next;
        }

        return value;
    }

    private decimal? Unary()
    {
        Skip();
        if (Take('-')) return -Unary();
        if (Take('+')) return Unary();
        if (Take('(')) return Sum() is { } inner && Close() ? inner : null;
        if (char.IsAsciiDigit(Current) || Current == '.') return Number();
        if (Function("SUM(")) return Arguments();
        if (Function("ROUND(")) return Rounded();
        if (owner.ReadsIssued && IssuedFunction() is (var issued, _)) return issued;
        return Reference(ignoresText: false);
    }

    private decimal? Number()
    {
        var start = _at;
        while (char.IsAsciiDigit(Current) || Current == '.') _at++;
        if (!decimal.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return Take('%') ? value / 100m : value;
    }

    private decimal? Rounded()
    {
        if (Sum() is not { } value || !Take(',') || Sum() is not { } decimals || !Close()) return null;
        return decimals is >= 0m and <= 10m ? Figures.Round(value, (int)decimals) : null;
    }

    private decimal? Arguments()
    {
        decimal? sum = 0m;
        do
        {
            Skip();
            var start = _at;
            var part = Reference(ignoresText: true);
            Skip();
            if (part is null || Current is not (',' or ')'))
            {
                _at = start;
                part = Sum();
            }

            sum += part;
            Skip();
        }
        while (sum is not null && Take(','));

        return sum is not null && Close() ? sum : null;
    }

    private decimal? Reference(bool ignoresText)
    {
        var start = _at;
        while (IsReferencePart(Current)) ReadPart();
        var area = text[start.._at];
        var target = sheet;
        if (area.LastIndexOf('!') is var mark and > 0)
        {
            if (workbook.Sheet(area[..mark].Trim('\'').Replace("''", "'", StringComparison.Ordinal)) is not { } named) return null;
            (target, area) = (named, area[(mark + 1)..]);
        }

        if (AreaText.OfRange(target.Name, area) is not { } range) return null;
        return Total(target, range, ignoresText);
    }

    private decimal? Total(FlatSheet target, NamedArea range, bool ignoresText)
    {
        var isSingle = range.FirstRow == range.LastRow && range.FirstColumn == range.LastColumn;
        if ((!isSingle && !ignoresText) || (long)(range.LastRow - range.FirstRow + 1) * (range.LastColumn - range.FirstColumn + 1) > LargestRange) return null;
        decimal? sum = 0m;
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var column = range.FirstColumn; column <= range.LastColumn; column++) sum += owner.ValueOf(target, row, column, depth, ignoresText);
        }

        return sum;
    }

    private static bool IsReferencePart(char symbol) => symbol is '$' or ':' or '!' or '\'' || char.IsLetterOrDigit(symbol) || symbol == '_';

    /// <summary>One character, or a quoted sheet name as a whole.</summary>
    private void ReadPart()
    {
        if (Current != '\'')
        {
            _at++;
            return;
        }

        var close = text.IndexOf('\'', _at + 1);
        while (close > 0 && close + 1 < text.Length && text[close + 1] == '\'') close = text.IndexOf('\'', close + 2);
        _at = close < 0 ? text.Length : close + 1;
    }

    private bool Function(string name)
    {
        if (!text.AsSpan(_at).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return false;
        _at += name.Length;
        return true;
    }

    private bool Close()
    {
        Skip();
        return Take(')');
    }

    private bool Take(char symbol)
    {
        Skip();
        if (Current != symbol) return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }
}
