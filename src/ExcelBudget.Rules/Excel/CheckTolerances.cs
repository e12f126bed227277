using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Counts, as a formula, the figures a relation rests on that are known to two decimals only: typed with at most two decimals in
/// 万元 and not what the workbook was issued with. Each stands for ±0.005, so the count tells which gap rounding explains. A computed
/// cell passes on what it is computed from, unless something else was typed over it. The 校验 sheet asks only where there is a gap.
/// </summary>
internal sealed class CheckTolerances(RuleBook book, CheckRanges ranges, CheckValues values, ICheckCells cells, SharedFormulas names)
{
    private const string None = "0";

    /// <summary>The count for an expression; over a span of many rows an array.</summary>
    public string Of(Expression expression, RowSpan? span) => expression switch
    {
        Expression.Cells set => Sum(CheckRanges.Columns(set, span?.Column).Where(column => column.IsFigure).Select(column => Cells(set, column, span))),
        Expression.Negation negation => Of(negation.Operand, span),
        Expression.Binary { Operator: '*' } product => Sum([Scaled(product.Left, product.Right, span), Scaled(product.Right, product.Left, span)]),
        // the engine takes a quotient and a rate for exact
        Expression.Binary { Operator: '/' } or Expression.Call { Function: Function.Rate } => None,
        Expression.Binary binary => Sum([Of(binary.Left, span), Of(binary.Right, span)]),
        Expression.Call { Function: Function.Round or Function.Abs } call => Of(call.Arguments[0], span),
        Expression.Call call => Sum(call.Arguments.Select(argument => Of(argument, span))),
        _ => None,
    };

    private string Scaled(Expression factor, Expression counted, RowSpan? span) =>
        Of(counted, span) is var count && count == None ? None : $"ABS({values.Of(factor, span)})*{count}";

    private string Cells(Expression.Cells set, FormColumn column, RowSpan? span)
    {
        var form = set.Form;
        switch (set.Rows)
        {
            case RowSelector.Key key when form.FixedRow(key.Row) is { } row: return Fixed(form, column, [row]);
            case RowSelector.Key key: return Weighed(form, column, $"({ranges.Keys(form)}=\"{key.Row}\")*");
            case RowSelector.Range range: return Fixed(form, column, CheckRanges.Between(form, range));
            case RowSelector.This when span is null: return None;
            case RowSelector.This when form == span.Form: return span.Fixed is null ? DataRows(form, column) : Run(form, column, span.Fixed);
            case RowSelector.This when form.Tree is null || span.Keys.Length == 0: return Fixed(form, column, [.. form.Rows.OfType<RowGroup.Fixed>().Where(row => span.Fixed!.Any(own => own.Key == row.Key))]);
            case RowSelector.This when span.IsSingle: return Weighed(form, column, $"({ranges.Keys(form)}={span.Keys})*");
            case RowSelector.This: return DataRows(form, column) is var counts && counts == None ? None : $"MMULT(--({span.Keys}=TRANSPOSE({ranges.Keys(form)})),{counts})";
            case RowSelector.Children: return Under(form, column, span!, values.NextLength(form, span!.CodeLength));
            case RowSelector.LeavesUnder: return Under(form, column, span!, ranges.Lengths(form)[^1]);
            case RowSelector.Level when form.Tree is null: return Fixed(form, column, CheckRanges.CodedRows(form));
            case RowSelector.Level level: return Weighed(form, column, LengthIs(form, ranges.Lengths(form)[level.Depth]));
            case RowSelector.Leaves when form.Tree is null: return Weighed(form, column, BelowFixedRows(form, column));
            case RowSelector.Leaves: return Weighed(form, column, LengthIs(form, ranges.Lengths(form)[^1]));
            default: return Sum([Fixed(form, column, [.. form.Rows.OfType<RowGroup.Fixed>()]), HasDataRows(form) ? Weighed(form, column, form.Tree is null ? "" : $"(LEN({ranges.Keys(form)})>0)*") : None]);
        }
    }

    private static bool HasDataRows(FormDefinition form) => form.Rows.Count == 0 || form.Rows.Any(group => group is not RowGroup.Fixed);

    private string LengthIs(FormDefinition form, int length) => string.Create(CultureInfo.InvariantCulture, $"(LEN({ranges.Keys(form)})={length})*");

    private string Weighed(FormDefinition form, FormColumn column, string weight) =>
        DataRows(form, column) is var counts && counts == None ? None : $"SUMPRODUCT({(weight.Length > 0 ? weight : "1*")}{counts})";

    private string BelowFixedRows(FormDefinition form, FormColumn column) => form.Rows.OfType<RowGroup.Fixed>().LastOrDefault() is { } last
        ? $"(ROW({ranges.Region(form, column.Id)})>ROW({ranges.Area(form, ranges.Layout.RowOf(form, last.Key), ranges.Layout.RowOf(form, last.Key), column.Id)}))*"
        : "";

    private string Under(FormDefinition form, FormColumn column, RowSpan span, int length) =>
        DataRows(form, column) is var counts && counts == None ? None : CheckValues.MatrixUnder(ranges, form, span, length, counts);

    /// <summary>The count of each row that comes from data.</summary>
    private string DataRows(FormDefinition form, FormColumn column) => !IsRounded(form, column) ? None : names.Name($"EB_t_{form.Id}_{column.Id}", () =>
    {
        var area = ranges.Region(form, column.Id);
        if (ranges.Labels(form, column.Id) is var (labels, label)) return $"IF(({labels}={label})*ISNUMBER({area}),{Entered(area, Unsealed(form, column, area))},0)";
        if (column.Compute is { } formula)
        {
            var span = ranges.DataRows(form, column.Id);
            return Computed(area, values.AsTheyStand(book.Formula(form, formula), form), Of(book.Formula(form, formula), span));
        }

        var entered = Entered(area, Unsealed(form, column, area));
        if (form.Tree is null || ranges.Lengths(form).Count < 2) return entered;
        var keys = ranges.Keys(form);
        var leaves = names.Name($"EB_l_{form.Id}_{column.Id}", () => LengthIs(form, ranges.Lengths(form)[^1]) + entered);
        var isUpper = string.Join('+', ranges.Lengths(form).SkipLast(1).Select(length => string.Create(CultureInfo.InvariantCulture, $"(LEN({keys})={length})")));
        return $"IF(({isUpper})>0,{Computed(area, values.Below(form, column.Id), $"MMULT({values.Pairs(form)},{leaves})", $"+({cells.MissingIn(form, form.Tree!.Column)}>0)")},{entered})";
    });

    /// <summary>True when the figure still is the one the row was issued with; in a list, where rows move, when the column was.</summary>
    private string Unsealed(FormDefinition form, FormColumn column, string area)
    {
        if (cells.Sealed(form, column.Id) is not var (sealedKeys, figures)) return "";
        return form.Tree is null ? $"*(COUNTIF({figures},{area})=0)" : $"*({area}<>SUMIF({sealedKeys},{ranges.Keys(form)},{figures}))";
    }

    private string Fixed(FormDefinition form, FormColumn column, IReadOnlyList<RowGroup.Fixed> rows) =>
        Sum(RowSpan.Runs(form, rows, ranges.Layout, row => Shape(column, row)).Select(run => Run(form, column, run) is var counts && counts == None ? None : $"SUMPRODUCT(1*{counts})"));

    private static (CellRole, string?) Shape(FormColumn column, RowGroup.Fixed row) => CellSpec.Of(column, row) is var spec ? (spec.Role, spec.Compute) : default;

    /// <summary>The count of each of some neighbouring fixed rows that are entered, or computed, alike.</summary>
    private string Run(FormDefinition form, FormColumn column, IReadOnlyList<RowGroup.Fixed> rows)
    {
        var spec = CellSpec.Of(column, rows[0]);
        if (rows.Any(row => Shape(column, row) != Shape(column, rows[0]))) return Mixed(form, column, rows);
        if (!IsRounded(form, column) || spec.Role is not (CellRole.Entered or CellRole.Computed)) return None;
        return names.Name($"EB_t_{form.Id}_{column.Id}_{form.Rows.ToList().IndexOf(rows[0])}_{rows.Count}", () =>
        {
            var span = RowSpan.Of(form, rows, ranges.Layout, column.Id);
            var area = ranges.Area(form, span.FirstRow, span.LastRow, column.Id);
            if (spec.Compute is { } formula) return Computed(area, values.Of(book.Formula(form, formula), span), Of(book.Formula(form, formula), span));
            var issued = rows.Select(row => cells.SealedFigure(form, row.Key, column.Id)).ToArray();
            var written = string.Join(';', issued.Select(Figures.Plain));
            return Entered(area, issued.All(figure => figure == 0m) ? "" : $"*({area}<>{(issued.Length == 1 ? written : "{" + written + "}")})");
        });
    }

    /// <summary>Rows of one span that are not alike: each stretch fills its own places.</summary>
    private string Mixed(FormDefinition form, FormColumn column, IReadOnlyList<RowGroup.Fixed> rows)
    {
        var spec = rows.Select(row => Run(form, column, [row])).ToArray();
        var area = ranges.Area(form, ranges.Layout.RowOf(form, rows[0].Key), ranges.Layout.RowOf(form, rows[^1].Key), column.Id);
        return Sum(spec.Select((count, index) => count == None ? None
            : string.Create(CultureInfo.InvariantCulture, $"(ROW({area})=ROW({ranges.Area(form, ranges.Layout.RowOf(form, rows[index].Key), ranges.Layout.RowOf(form, rows[index].Key), column.Id)}))*{count}")));
    }

    private static bool IsRounded(FormDefinition form, FormColumn column) => column.Kind == CellKind.Amount && form.Money == MoneyUnit.TenThousandYuan;

    private static string Entered(string area, string unsealed) => $"({area}<>0)*(ROUND({area},2)={area}){unsealed}";

    /// <summary>What a cell is computed from, or the cell itself where another figure was typed over it.</summary>
    private static string Computed(string area, string computed, string counts, string orElse = "") => $"IF(({area}=0)+(ROUND({area}-{computed},6)=0){orElse},{counts},(ROUND({area},2)={area})*1)";

    private static string Sum(IEnumerable<string> terms)
    {
        var counted = terms.Where(term => term != None).ToArray();
        return counted.Length == 0 ? None : counted.Length == 1 ? counted[0] : "(" + string.Join('+', counted) + ")";
    }
}
