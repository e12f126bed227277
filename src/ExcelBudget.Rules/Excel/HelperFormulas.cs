using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Writes expressions over the helper columns: a figure, and half of the interval it is known to, both as the engine combines them.
/// Every formula is a plain one, for one row.
/// </summary>
internal sealed class HelperFormulas(HelperColumns columns)
{
    private const string None = "0";

    private readonly Func<FormBlock, FormColumn, int?> _figures = (block, column) => columns.Figures(block, column);
    private readonly Func<FormBlock, FormColumn, int?> _halfWidths = columns.HalfWidths;

    /// <summary>The figure of an expression.</summary>
    public string Figure(Expression expression, HelperRow row) => expression switch
    {
        Expression.Literal literal => Number(literal.Figure, row.Unit),
        Expression.Cells cells => Cells(cells, row, _figures),
        Expression.Negation negation => "(-" + Figure(negation.Operand, row) + ")",
        Expression.Binary { Operator: '/' } quotient =>
            $"IF({Figure(quotient.Right, row)}=0,0,{Figure(quotient.Left, row)}/{Figure(quotient.Right, row)})",
        Expression.Binary binary => "(" + Figure(binary.Left, row) + binary.Operator + Figure(binary.Right, row) + ")",
        Expression.Call call => Call(call, [.. call.Arguments.Select(argument => Figure(argument, row))], row.Unit),
        _ => throw new InvalidOperationException($"Unknown expression {expression}"),
    };

    /// <summary>Half of the interval of an expression; «0» where it is exact.</summary>
    public string HalfWidth(Expression expression, HelperRow row) => expression switch
    {
        Expression.Cells cells => Cells(cells, row, _halfWidths),
        Expression.Negation negation => HalfWidth(negation.Operand, row),
        Expression.Binary { Operator: '*' } product => Product(product, row),
        // the engine takes a quotient and a rate for exact
        Expression.Binary { Operator: '/' } or Expression.Call { Function: Function.Rate } => None,
        Expression.Binary binary => Sum(HalfWidth(binary.Left, row), HalfWidth(binary.Right, row)),
        Expression.Call { Function: Function.Round or Function.Abs } call => HalfWidth(call.Arguments[0], row),
        Expression.Call { Function: Function.Max or Function.Min } call => OfExtreme(call, row),
        Expression.Call call => Sum(call.Arguments.Select(argument => HalfWidth(argument, row)), None),
        _ => None,
    };

    /// <summary>The gap that counts against a relation.</summary>
    public static string Gap(Comparison comparison, string difference) => comparison switch
    {
        Comparison.Equal or Comparison.Unequal => $"ABS({difference})",
        Comparison.AtMost or Comparison.Above => $"MAX(0,{difference})",
        _ => $"MAX(0,-({difference}))",
    };

    /// <summary>Half of the intervals of both sides together.</summary>
    public string HalfWidth(Comparing check, HelperRow row) => Sum(HalfWidth(check.Left, row), HalfWidth(check.Right, row));

    /// <summary>
    /// A condition as a formula that is TRUE or not 0 where it holds, with the tolerance of our engine: = ≤ ≥ hold where rounding explains
    /// what is missing, ＜ ＞ ≠ only where it does not. A part that cannot be told decides nothing where another part decides.
    /// </summary>
    public string Holds(Condition condition, HelperRow row)
    {
        switch (condition)
        {
            case Condition.Compares { Comparing: var one }:
                return Holds(one, row);
            case Condition.All { Parts: [var only] }:
                return Holds(only, row);
            case Condition.Any { Parts: [var only] }:
                return Holds(only, row);
            case Condition.All all:
                var parts = all.Parts.Select(part => Holds(part, row)).ToArray();
                return $"IF({string.Join('*', parts.Select(part => $"IFERROR({part},TRUE)"))}=0,FALSE,{string.Join('*', parts)}>0)";
            case Condition.Any any:
                var ways = any.Parts.Select(part => Holds(part, row)).ToArray();
                return $"IF({string.Join('+', ways.Select(way => $"IFERROR({way},FALSE)"))}>0,TRUE,{string.Join('+', ways)}>0)";
            default:
                throw new InvalidOperationException($"Unknown condition {condition}");
        }
    }

    private string Holds(Comparing comparing, HelperRow row)
    {
        var noise = UnitScale.Noise(row.Unit).ToString(CultureInfo.InvariantCulture);
        var gap = Gap(comparing.Comparison, $"{Figure(comparing.Left, row)}-{Figure(comparing.Right, row)}");
        var sign = comparing.Comparison is Comparison.Equal or Comparison.AtMost or Comparison.AtLeast ? "<=" : ">";
        var half = HalfWidth(comparing, row);
        return half == None ? $"(ROUND({gap},{noise}){sign}0)" : $"(ROUND({gap}-{half},{noise}){sign}0)";
    }

    private static string Call(Expression.Call call, string[] arguments, MoneyUnit unit) => call.Function switch
    {
        Function.Sum => Sum(arguments, "0"),
        Function.Abs => $"ABS({arguments[0]})",
        Function.Round when call.RoundedIn is { } rounded && rounded != unit =>
            UnitScale.Of($"ROUND({UnitScale.Of($"({arguments[0]})", unit, rounded)},{arguments[1]})", rounded, unit),
        Function.Round => $"ROUND({arguments[0]},{arguments[1]})",
        Function.Max => $"MAX({string.Join(',', arguments)})",
        Function.Min => $"MIN({string.Join(',', arguments)})",
        Function.Rate => $"IF({arguments[1]}=0,0,ROUND(({arguments[0]}-{arguments[1]})/ABS({arguments[1]})*100,2))",
        _ => throw new InvalidOperationException($"Unknown function {call.Function}"),
    };

    private string Product(Expression.Binary product, HelperRow row)
    {
        var (left, right) = (HalfWidth(product.Left, row), HalfWidth(product.Right, row));
        var terms = new List<string>();
        if (right != None) terms.Add($"ABS({Figure(product.Left, row)})*{right}");
        if (left != None) terms.Add($"ABS({Figure(product.Right, row)})*{left}");
        if (left != None && right != None) terms.Add($"{left}*{right}");
        return Sum(terms, None);
    }

    /// <summary>The interval of the argument that is taken.</summary>
    private string OfExtreme(Expression.Call call, HelperRow row)
    {
        var halves = call.Arguments.Select(argument => HalfWidth(argument, row)).ToArray();
        if (halves.All(half => half == None)) return None;
        var figures = call.Arguments.Select(argument => Figure(argument, row)).ToArray();
        var extreme = Call(call, figures, row.Unit);
        var chosen = halves[^1];
        for (var index = halves.Length - 2; index >= 0; index--) chosen = $"IF({figures[index]}={extreme},{halves[index]},{chosen})";
        return chosen;
    }

    /// <summary>The sum of cells; «0» where there are none.</summary>
    private string Cells(Expression.Cells cells, HelperRow row, Func<FormBlock, FormColumn, int?> columnOf)
    {
        if (columns.Find(cells.Form) is not { } block) return None;
        var figures = HelperColumns.Columns(cells, row.Column).Where(column => column.IsFigure).ToArray();
        if (SideBySide(cells, block, figures, row, columnOf) is { } area) return area;
        if (figures is [var only]) return OneColumn(cells, block, only, row, columnOf);
        return Sum(figures.Select(column => OneColumn(cells, block, column, row, columnOf)), None);
    }

    private string OneColumn(
        Expression.Cells cells, FormBlock block, FormColumn column, HelperRow row, Func<FormBlock, FormColumn, int?> columnOf) =>
        columnOf(block, column) is { } at && OneColumn(cells, block, at, row) is not None and var sum
            ? UnitScale.Of(sum, cells.Form, column, row.Unit) : None;

    /// <summary>Several figures of the row itself, in the unit of the formula, as one area.</summary>
    private static string? SideBySide(
        Expression.Cells cells, FormBlock block, FormColumn[] figures, HelperRow row, Func<FormBlock, FormColumn, int?> columnOf)
    {
        if (figures.Length < 2 || cells.Rows is not RowSelector.This) return null;
        Func<int, string>? cell = row switch
        {
            HelperRow.Fixed own when own.Block == block => at => block.OwnFixed(own.Row, at),
            HelperRow.Any own when own.Block == block => own.Cell,
            _ => null,
        };
        if (cell is null || figures.Any(figure => UnitScale.Of("", cells.Form, figure, row.Unit).Length > 0)) return null;
        var columns = figures.Select(figure => columnOf(block, figure)).ToArray();
        if (columns[0] is not { } first) return null;
        return columns.Select((column, index) => column == first + index).All(follows => follows)
            ? $"SUM({cell(first)}:{cell(first + columns.Length - 1)})" : null;
    }

    private string OneColumn(Expression.Cells cells, FormBlock block, int at, HelperRow row)
    {
        switch (cells.Rows)
        {
            case RowSelector.Key key when cells.Form.FixedRow(key.Row) is { } declared: return FixedCell(block, declared, at);
            case RowSelector.Key key: return OfCode(block, at, $"\"{key.Row.Value}\"");
            case RowSelector.Range range: return FixedRange(block, at, range);
            case RowSelector.This: return SameRow(block, at, row);
            case RowSelector.Children: return Children(block, at, row);
            case RowSelector.LeavesUnder: return LeavesUnder(block, at, row);
            case RowSelector.Level level when cells.Form.Tree is null:
                return Sum(
                block.Fixed.Where(one => one.Code is { } code && DepthOf(code) == level.Depth).Select(one => FixedCell(block, one, at)),
                None);
            case RowSelector.Level level: return OfLevel(block, at, level.Depth + 1);
            case RowSelector.Leaves when cells.Form.Tree is null: return block.DataRows == 0 ? None : $"SUM({block.Data(at)})";
            case RowSelector.Leaves: return OfLevel(block, at, block.Leaf);
            default: return $"SUM({block.All(at)})";
        }
    }

    private static int DepthOf(string code) => Array.IndexOf([3, 5, 7], code.Length);

    private static string FixedCell(FormBlock block, RowGroup.Fixed row, int at) => block.Area(at, block.RowOf(row));

    private static string FixedRange(FormBlock block, int at, RowSelector.Range range)
    {
        var (first, last) = (block.Form.FixedRow(range.First)!, block.Form.FixedRow(range.Last)!);
        return $"SUM({block.Area(at, block.RowOf(first), block.RowOf(last))})";
    }

    private static string OfCode(FormBlock block, int at, string code) =>
        $"SUMIFS({block.Coded(at)},{block.Coded(block.CodeColumn)},{code})";

    private static string OfLevel(FormBlock block, int at, int level) =>
        $"SUMIFS({block.Data(at)},{block.Data(block.CodeColumn)},{block.CodesOfLevel(level)})";

    private string SameRow(FormBlock block, int at, HelperRow row)
    {
        switch (row)
        {
            case HelperRow.Fixed own when own.Block == block: return block.OwnFixed(own.Row, at);
            case HelperRow.Any own when own.Block == block: return own.Cell(at);
            case HelperRow.Fixed { Row.Code: not null } coded: return OfCode(block, at, CodeOf(coded));
            case HelperRow.Fixed other: return block.Form.FixedRow(other.Row.Key) is { } same ? FixedCell(block, same, at) : None;
            case HelperRow.Any other:
                var match = other.Cell(columns.Match(other.Block, block));
                var found = $"IF({match}=0,0,INDEX({block.Coded(at)},{match}))";
                return block.Form.Tree is null ? found
                    // codes that stand twice count together
                    : $"IF({block.InOrder},{found},{OfCode(block, at, other.Cell(other.Block.CodeColumn))})";
            default: return None;
        }
    }

    private static string Children(FormBlock block, int at, HelperRow row) => IsWordedFor(block, row)
        ? $"SUMIFS({block.Below(at)},{block.Below(block.ParentColumn)},{CodeOf(row)})"
        : $"SUMIFS({block.Data(at)},{block.Data(block.ParentColumn)},{CodeOf(row)})";

    /// <summary>True in a formula that stands in the row itself, which knows what belongs to it.</summary>
    private static bool IsWordedFor(FormBlock block, HelperRow row) =>
        row is HelperRow.Any own && own.Block == block && own.Cell(1) == block.Own(1) && block.Form.Tree is { Depths.Count: > 1 };

    private static string CodeOf(HelperRow row) => row switch
    {
        HelperRow.Any any => any.Cell(any.Block.CodeColumn),
        HelperRow.Fixed { Row.Code: not null } coded => coded.Block.OwnFixed(coded.Row, coded.Block.CodeColumn),
        _ => throw new NotSupportedException("下级和所属末级只能用在有科目编码的行"),
    };

    private static string LeavesUnder(FormBlock block, int at, HelperRow row)
    {
        var code = CodeOf(row);
        string Area(int column) => IsWordedFor(block, row) ? block.Below(column) : block.Data(column);
        var (keys, wanted, longest) = block.Form.Tree is { Depths.Count: > 1 }
            ? (block.ParentColumn, block.ParentsOfLeaves(code), block.ParentLength)
            : (block.CodeColumn, block.LeavesOf(code), block.LeafLength - 1);
        var sum = $"SUMIFS({Area(at)},{Area(keys)},{wanted})";
        if (row is HelperRow.Fixed { Row.Code: { } known }) return known.Length > longest ? None : sum;
        return string.Create(CultureInfo.InvariantCulture, $"IF(LEN({code})>{longest},0,{sum})");
    }

    private static string Number(Measure figure, MoneyUnit unit)
    {
        var number = UnitScale.Of(figure, unit);
        return figure.Value < 0m ? $"({number})" : number;
    }

    private static string Sum(string left, string right) => left == None ? right : right == None ? left : $"({left}+{right})";

    private static string Sum(IEnumerable<string> terms, string none)
    {
        var counted = terms.Where(term => term != None).ToArray();
        return counted.Length switch { 0 => none, 1 => counted[0], _ => "(" + string.Join('+', counted) + ")" };
    }
}
