using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Formulas;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>A formula in the language of packs.</summary>
/// <param name="Text">The formula.</param>
/// <param name="IsOfItsRow">True when it uses cells of its own row alone.</param>
/// <param name="WithoutBase">What it shows where there is nothing to divide by; null where it says nothing.</param>
internal sealed record WrittenFormula(string Text, bool IsOfItsRow, string? WithoutBase);

/// <summary>Puts formulas of Excel into the language of packs.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="form">The form.</param>
/// <param name="rows">Rows below its headings.</param>
internal sealed class FormulaWords(DraftSheet sheet, DraftForm form, List<int> rows)
{
    private int _row;
    private bool _failed;
    private bool _isOfItsRow;
    private string? _withoutBase;

    /// <summary>What a formula says; null where it uses what the language has no word for.</summary>
    public WrittenFormula? Translate(string formula, int row, DraftColumn column)
    {
        (_row, _failed, _isOfItsRow, _withoutBase) = (row, false, true, null);
        var node = Inner(FormulaParser.Parse(formula), column.Kind == "percent");
        var text = column.Kind == "percent" ? Rate(node) ?? Write(node) : Write(node);
        return _failed || text.Length == 0 ? null : new WrittenFormula(text, _isOfItsRow && text.Contains('[', StringComparison.Ordinal),
            _withoutBase);
    }

    /// <summary>The figure behind IF(E8=0,"",…), IFERROR and, of a rate, ROUND and «*100».</summary>
    private FormulaNode Inner(FormulaNode node, bool isRate)
    {
        while (true)
        {
            switch (node)
            {
                case FormulaNode.Call { Function: "IF", Arguments: [_, var yes, var no] }:
                    var word = Word(yes) ?? Word(no);
                    if (word is null) return node;
                    (_withoutBase, node) = (word.Length > 0 && word is not ("0" or "0.00") ? word : _withoutBase,
                        Word(yes) is null ? yes : no);
                    continue;
                case FormulaNode.Call { Function: "IFERROR", Arguments: [var tried, var otherwise] }:
                    if (Word(otherwise) is { Length: > 0 } said and not "0") _withoutBase = said;
                    node = tried;
                    continue;
                case FormulaNode.Call { Function: "ROUND", Arguments: [var rounded, _] } when isRate:
                    node = rounded;
                    continue;
                case FormulaNode.Call { Function: "N" or "VALUE" or "SUM", Arguments: [var only] } when only is not FormulaNode.Cells
                    || isRate:
                    node = only;
                    continue;
                case FormulaNode.Chain chain when isRate && chain.Rest[^1] is (FormulaOperator.Multiply, var hundred)
                    && IsHundred(hundred):
                    node = chain.Rest.Length == 1 ? chain.First : new FormulaNode.Chain(chain.First, [.. chain.Rest.SkipLast(1)]);
                    continue;
                default:
                    return node;
            }
        }
    }

    private static bool IsHundred(FormulaNode node) => node is FormulaNode.Constant { Value: { Kind: FormulaKind.Number, Number: 100m } };

    /// <summary>A constant as it shows; null for anything else.</summary>
    private static string? Word(FormulaNode node) => node switch
    {
        FormulaNode.Missing => "",
        FormulaNode.Constant { Value.Kind: FormulaKind.Text } text => text.Value.Text,
        FormulaNode.Constant { Value.Kind: FormulaKind.Number } number => number.Value.Number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>(A-B)/B, A/B-1, and C/B where C is A-B: the change of A against B; null for another quotient.</summary>
    private string? Rate(FormulaNode node)
    {
        if (node is FormulaNode.Chain
            {
                First: FormulaNode.Chain { Rest: [(FormulaOperator.Divide, var under)] } quotient,
                Rest: [(FormulaOperator.Subtract, FormulaNode.Constant { Value: { Kind: FormulaKind.Number, Number: 1m } })]
            })
            return Change(quotient.First, under);
        if (node is not FormulaNode.Chain { Rest: [(FormulaOperator.Divide, var against)] } divided) return null;
        var over = Inner(divided.First, isRate: true);
        if (Difference(over) is { } direct && Same(direct.Less, against)) return Change(direct.From, against);
        if (over is FormulaNode.Cells { Sheet: null, Range: { } cell } && cell.FirstRow == cell.LastRow
            && cell.FirstColumn == cell.LastColumn && sheet[cell.FirstRow, cell.FirstColumn]?.Formula is { } formula
            && Difference(Inner(FormulaParser.Parse(formula), isRate: false)) is { } named && Same(named.Less, against))
            return Change(named.From, against);
        var (top, base_) = (Write(over), Write(against));
        return $"{Bracketed(over, top)} / {Bracketed(against, base_)} * 100";
    }

    private string Change(FormulaNode now, FormulaNode last) => $"RATE({Write(now)}, {Write(last)})";

    private static (FormulaNode From, FormulaNode Less)? Difference(FormulaNode node) =>
        node is FormulaNode.Chain { Rest: [(FormulaOperator.Subtract, var less)] } chain ? (chain.First, less) : null;

    private static bool Same(FormulaNode one, FormulaNode other) => one is FormulaNode.Cells left && other is FormulaNode.Cells right
        && left.Range.Equals(right.Range) && left.Sheet == right.Sheet;

    private string Write(FormulaNode node) => node switch
    {
        FormulaNode.Cells { Sheet: null } cells => Cells(cells.Range) ?? Fail(),
        FormulaNode.Constant { Value.Kind: FormulaKind.Number } number => number.Value.Number.ToString(CultureInfo.InvariantCulture),
        FormulaNode.Chain chain => Chain(chain),
        FormulaNode.Negated negated => $"0 - {Bracketed(negated.Operand, Write(negated.Operand))}",
        FormulaNode.Call { Function: "SUM" or "SUBTOTAL" } sum => Sum(sum),
        FormulaNode.Call { Function: "ROUND", Arguments: [var inner, FormulaNode.Constant { Value.Kind: FormulaKind.Number } places] } =>
            $"ROUND({Write(inner)}, {places.Value.Number.ToString(CultureInfo.InvariantCulture)})",
        FormulaNode.Call { Function: "ABS" or "MAX" or "MIN" } call =>
            $"{call.Function}({string.Join(", ", call.Arguments.Select(Write))})",
        FormulaNode.Call { Function: "IF" or "IFERROR" or "N" or "VALUE" } => Inner(node, isRate: false) is var inner && inner != node
            ? Write(inner) : Fail(),
        _ => Fail(),
    };

    private string Sum(FormulaNode.Call sum)
    {
        var parts = (sum.Function == "SUM" ? sum.Arguments : [.. sum.Arguments.Skip(1)]).Where(part => part is not FormulaNode.Missing)
            .Select(Write).Where(part => part.Length > 0).ToArray();
        return parts is [var only] && !only.Contains(':', StringComparison.Ordinal) && !only.Contains("末级", StringComparison.Ordinal)
            ? only : $"SUM({string.Join(", ", parts)})";
    }

    private string Chain(FormulaNode.Chain chain)
    {
        var text = Bracketed(chain.First, Write(chain.First), isInChain: true);
        foreach (var (sign, operand) in chain.Rest)
        {
            var written = sign switch
            {
                FormulaOperator.Add => "+",
                FormulaOperator.Subtract => "-",
                FormulaOperator.Multiply => "*",
                FormulaOperator.Divide => "/",
                _ => Fail(),
            };
            text += $" {written} {Bracketed(operand, Write(operand), isInChain: sign == FormulaOperator.Add)}";
        }

        return text;
    }

    private static string Bracketed(FormulaNode node, string text, bool isInChain = false) => node is FormulaNode.Chain chain
        && !(isInChain && chain.Rest[0].Operator is FormulaOperator.Multiply or FormulaOperator.Divide) ? $"({text})" : text;

    private string Fail()
    {
        _failed = true;
        return "";
    }

    private string? Cells(CellRange range)
    {
        var first = form.Columns.FirstOrDefault(column => column.At == range.FirstColumn);
        var last = form.Columns.FirstOrDefault(column => column.At == range.LastColumn);
        if (first is null || last is null) return null;
        var columns = first == last ? first.Id : $"{first.Id}:{last.Id}";
        if (range.FirstRow == _row && range.LastRow == _row) return $"本表[本行,{columns}]";
        _isOfItsRow = false;
        var own = form.Rows.Where(row => row.At >= range.FirstRow && row.At <= range.LastRow
            && (row.Side < 0 || row.Side == form.SideOf(first))).ToArray();
        var isOpen = form.List is not null || form.Tree is { } tree && (tree.Side < 0 || tree.Side == form.SideOf(first));
        if (isOpen && own.Length == 0 && rows.Exists(row => row >= range.FirstRow && row <= range.LastRow)) return $"本表[末级,{columns}]";
        if (own.Length == 0) return null;
        // a range over rows that print nothing besides names its first and last row with words
        var labelled = own.Where(row => row.Labels.Count > 0).ToArray();
        if (labelled.Length == 0) return null;
        return labelled.Length == 1 ? $"本表[{labelled[0].Id},{columns}]" : $"本表[{labelled[0].Id}:{labelled[^1].Id},{columns}]";
    }
}
