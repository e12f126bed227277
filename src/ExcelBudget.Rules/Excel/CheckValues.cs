using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Writes the figures of a relation for the 校验 sheet as our engine sees them: a computed cell that is blank, in a row people
/// inserted or typed a code into, counts as what its formula would give. Where no row lacks an amount (a hidden cell knows), plain
/// conditional sums do; otherwise a matrix of matching codes is multiplied with the figures, which every spreadsheet program can.
/// </summary>
internal sealed class CheckValues(RuleBook book, CheckRanges ranges, ICheckCells cells, SharedFormulas names)
{
    /// <summary>The figure of an expression; over a span of many rows an array.</summary>
    public string Of(Expression expression, RowSpan? span) => expression switch
    {
        Expression.Literal literal => UnitScale.Of(literal.Figure, Domain.Money.MoneyUnit.TenThousandYuan),
        Expression.Cells set => Sum(CheckRanges.Columns(set, span?.Column).Select(column => Cells(set, column.Id, span))),
        Expression.Negation negation => "-(" + Of(negation.Operand, span) + ")",
        Expression.Binary { Operator: '/' } quotient => $"IF(({Of(quotient.Right, span)})=0,0,({Of(quotient.Left, span)})/({Of(quotient.Right, span)}))",
        Expression.Binary binary => "(" + Of(binary.Left, span) + binary.Operator + Of(binary.Right, span) + ")",
        Expression.Call call => Call(call, [.. call.Arguments.Select(argument => Of(argument, span))]),
        _ => throw new InvalidOperationException($"Unknown expression {expression}"),
    };

    private static string Call(Expression.Call call, string[] arguments) => call.Function switch
    {
        Function.Sum => Sum(arguments),
        Function.Abs => $"ABS({arguments[0]})",
        Function.Round => $"ROUND({arguments[0]},{arguments[1]})",
        // MAX and MIN would take the whole of an array
        Function.Max => arguments.Aggregate((left, right) => $"IF(({left})>=({right}),{left},{right})"),
        Function.Min => arguments.Aggregate((left, right) => $"IF(({left})<=({right}),{left},{right})"),
        Function.Rate => $"IF(({arguments[1]})=0,0,ROUND((({arguments[0]})-({arguments[1]}))/ABS({arguments[1]})*100,2))",
        _ => throw new InvalidOperationException($"Unknown function {call.Function}"),
    };

    /// <summary>The figures of a column over the rows of a form that come from data.</summary>
    public string DataRows(FormDefinition form, ColumnId column)
    {
        var area = ranges.Region(form, column);
        // other fields of a block share the column and may hold text
        if (ranges.Labels(form, column) is var (labels, label)) return names.Name($"EB_v_{form.Id}_{column}", () => $"IF(({labels}={label})*ISNUMBER({area}),{area},0)");
        if (Computed(form, column) is not { } computed) return area;
        // LibreOffice writes names out and takes 8,192 signs of a formula: what stands here is repeated in every line
        var isFormula = form.Column(column)!.Compute is { } formula
            ? $"({area}=0)+(ROUND({area}-{AsTheyStand(book.Formula(form, formula), form)},6)=0)"
            : string.Create(CultureInfo.InvariantCulture, $"(LEN({ranges.Keys(form)})<{ranges.Lengths(form)[^1]})*(LEN({ranges.Keys(form)})>0)*(({area}=0)+({cells.MissingIn(form, form.Tree!.Column)}>0))");
        // MMULT refuses blank cells, 1* makes them 0
        return names.Name($"EB_v_{form.Id}_{column}", () => $"IF({cells.MissingIn(form, column)},IF({isFormula},{computed()},1*{area}),{area})");
    }

    /// <summary>
    /// How many rows do not show what our engine computes for them: without an amount, or above a code whose rows stand elsewhere,
    /// where the form's own formula, which looks below itself, does not find them. Null for a column of a list that is entered.
    /// </summary>
    public string? Missing(FormDefinition form, ColumnId column)
    {
        if (column == form.Tree?.Column) return Displaced(form);
        if (Computed(form, column) is not { } computed) return null;
        var coded = form.Tree is null ? "" : $"(LEN({ranges.Keys(form)})>0)*";
        var lacking = $"SUMPRODUCT({coded}({ranges.Region(form, column)}=0)*(ROUND({computed()},6)<>0))";
        if (form.Column(column)!.Compute is null) return lacking + "+" + cells.MissingIn(form, form.Tree!.Column);
        var parts = OwnColumns(form, column).Where(part => Computed(form, part) is not null).Select(part => "+" + cells.MissingIn(form, part));
        return lacking + string.Concat(parts);
    }

    /// <summary>How many rows stand above a row of their upper codes.</summary>
    private string Displaced(FormDefinition form) => names.Name($"EB_o_{form.Id}", () =>
    {
        var (keys, codes, lengths) = (ranges.Keys(form), ranges.Codes(form), ranges.Lengths(form));
        return "SUMPRODUCT(" + string.Join('+', lengths.SkipLast(1).Select(length => string.Create(
            CultureInfo.InvariantCulture,
            $"IFERROR((LEN({keys})={lengths[^1]})*(MATCH(LEFT({keys},{length}),{keys},0)>ROW({codes})-MIN(ROW({codes}))+1),0)"))) + ")";
    });

    /// <summary>A matrix of a form's rows: 1 where the code of the row belongs below the upper code of the line.</summary>
    public string Pairs(FormDefinition form) => names.Name($"EB_p_{form.Id}", () => string.Join('+', ranges.Lengths(form).SkipLast(1).Select(length => string.Create(
        CultureInfo.InvariantCulture, $"(LEN({ranges.Keys(form)})={length})*({ranges.Keys(form)}=TRANSPOSE(LEFT({ranges.Keys(form)},{length})))"))));

    /// <summary>The figures of a formula of each row, from the cells of the row as they stand.</summary>
    public string AsTheyStand(Expression expression, FormDefinition form) => expression switch
    {
        Expression.Cells { Rows: RowSelector.This } own when own.Form == form => Sum(CheckRanges.Columns(own, null).Select(column => ranges.Region(form, column.Id))),
        Expression.Binary binary => "(" + AsTheyStand(binary.Left, form) + binary.Operator + AsTheyStand(binary.Right, form) + ")",
        Expression.Negation negation => "-(" + AsTheyStand(negation.Operand, form) + ")",
        Expression.Call { Function: Function.Sum } sum => Sum(sum.Arguments.Select(argument => AsTheyStand(argument, form))),
        _ => Of(expression, ranges.DataRows(form, null)),
    };

    private IEnumerable<ColumnId> OwnColumns(FormDefinition form, ColumnId column) => OwnColumns(form, book.Formula(form, form.Column(column)!.Compute!)).Distinct();

    private static IEnumerable<ColumnId> OwnColumns(FormDefinition form, Expression expression) => expression switch
    {
        Expression.Cells { Rows: RowSelector.This } own when own.Form == form => CheckRanges.Columns(own, null).Select(column => column.Id),
        Expression.Binary binary => OwnColumns(form, binary.Left).Concat(OwnColumns(form, binary.Right)),
        Expression.Negation negation => OwnColumns(form, negation.Operand),
        Expression.Call call => call.Arguments.SelectMany(argument => OwnColumns(form, argument)),
        _ => [],
    };

    /// <summary>The sums of an entered column below each code of an upper level of the same form, 0 for other rows.</summary>
    public string Below(FormDefinition form, ColumnId column)
    {
        var lengths = ranges.Lengths(form);
        var (area, codes, keys) = (ranges.Region(form, column), ranges.Codes(form), ranges.Keys(form));
        return Sum(lengths.SkipLast(1).Select(length => string.Create(
            CultureInfo.InvariantCulture, $"(LEN({keys})={length})*SUMIFS({area},{codes},{keys}&\"{Marks(lengths[^1] - length)}\")")));
    }

    /// <summary>«??»: so many signs, whatever they are.</summary>
    public static string Marks(int count) => new('?', count);

    private Func<string>? Computed(FormDefinition form, ColumnId column)
    {
        if (form.Column(column)!.Compute is { } formula) return () => Of(book.Formula(form, formula), ranges.DataRows(form, column));
        return form.Tree is not null && form.Blocks is null && ranges.Lengths(form).Count > 1 ? () => Below(form, column) : null;
    }

    private string Cells(Expression.Cells set, ColumnId column, RowSpan? span)
    {
        var form = set.Form;
        switch (set.Rows)
        {
            case RowSelector.Key key when form.FixedRow(key.Row) is { } row: return Fixed(form, column, [row]);
            case RowSelector.Key key: return OfCode(form, column, $"\"{key.Row}\"");
            case RowSelector.Range range: return Fixed(form, column, CheckRanges.Between(form, range));
            case RowSelector.This when span is null: return "0";
            case RowSelector.This when form == span.Form: return span.Fixed is null ? DataRows(form, column) : ranges.Area(form, span.FirstRow, span.LastRow, column);
            case RowSelector.This when form.Tree is null || span.Keys.Length == 0: return Fixed(form, column, [SameRow(form, span)]);
            case RowSelector.This: return span.IsSingle ? OfCode(form, column, span.Keys) : Matching(form, column, span);
            case RowSelector.Children: return Under(form, column, span!, NextLength(form, span!.CodeLength));
            case RowSelector.LeavesUnder: return Under(form, column, span!, ranges.Lengths(form)[^1]);
            case RowSelector.Level when form.Tree is null: return Fixed(form, column, CheckRanges.CodedRows(form));
            case RowSelector.Level level: return OfLength(form, column, ranges.Lengths(form)[level.Depth]);
            case RowSelector.Leaves when form.Tree is null: return Listed(form, column);
            case RowSelector.Leaves: return OfLength(form, column, ranges.Lengths(form)[^1]);
            default: return All(form, column);
        }
    }

    private string Fixed(FormDefinition form, ColumnId column, IReadOnlyList<RowGroup.Fixed> rows)
    {
        var areas = RowSpan.Runs(form, rows, ranges.Layout, _ => true).Select(run => ranges.Area(form, ranges.Layout.RowOf(form, run[0].Key), ranges.Layout.RowOf(form, run[^1].Key), column)).ToArray();
        return rows.Count == 1 ? areas[0] : $"SUM({string.Join(',', areas)})";
    }

    private string OfCode(FormDefinition form, ColumnId column, string code) => Either(
        form, column, $"SUMPRODUCT(({ranges.Keys(form)}={code})*{DataRows(form, column)})", $"SUMIF({ranges.Codes(form)},{code},{ranges.Region(form, column)})");

    private string OfLength(FormDefinition form, ColumnId column, int length) => Either(
        form,
        column,
        string.Create(CultureInfo.InvariantCulture, $"SUMPRODUCT((LEN({ranges.Keys(form)})={length})*{DataRows(form, column)})"),
        $"SUMIFS({ranges.Region(form, column)},{ranges.Codes(form)},\"{Marks(length)}\")");

    private string Matching(FormDefinition form, ColumnId column, RowSpan span) => Either(
        form, column, $"MMULT(--({span.Keys}=TRANSPOSE({ranges.Keys(form)})),{DataRows(form, column)})", $"SUMIF({ranges.Codes(form)},{span.Keys},{ranges.Region(form, column)})");

    private string Under(FormDefinition form, ColumnId column, RowSpan span, int length)
    {
        var plain = $"SUMIFS({ranges.Region(form, column)},{ranges.Codes(form)},{span.Keys}&\"{Marks(length - span.CodeLength)}\")";
        return Either(form, column, MatrixUnder(ranges, form, span, length, DataRows(form, column)), plain);
    }

    /// <summary>The sums of figures of all rows whose codes have a length and begin with a code of the span.</summary>
    public static string MatrixUnder(CheckRanges ranges, FormDefinition form, RowSpan span, int length, string figures)
    {
        var keys = ranges.Keys(form);
        return span.IsSingle
            ? string.Create(CultureInfo.InvariantCulture, $"SUMPRODUCT((LEFT({keys},{span.CodeLength})={span.Keys})*(LEN({keys})={length})*{figures})")
            : string.Create(CultureInfo.InvariantCulture, $"MMULT(({span.Keys}=TRANSPOSE(LEFT({keys},{span.CodeLength})))*TRANSPOSE(LEN({keys})={length}),{figures})");
    }

    private string All(FormDefinition form, ColumnId column)
    {
        var area = ranges.Region(form, column);
        if (ranges.Labels(form, column) is var (labels, label)) return $"SUMIF({labels},{label},{area})";
        return form.Tree is null && form.Column(column)!.Compute is not null && form.Rows.OfType<RowGroup.List>().Any()
            ? Either(form, column, $"SUMPRODUCT(1*{DataRows(form, column)})", $"SUM({area})")
            : $"SUM({area})";
    }

    /// <summary>The rows of a list below the fixed rows of its form: those are taken with them and left out again, so that a row inserted as the first counts.</summary>
    private string Listed(FormDefinition form, ColumnId column)
    {
        var fixedRows = form.Rows.OfType<RowGroup.Fixed>().ToArray();
        return fixedRows.Length == 0 ? All(form, column) : $"({All(form, column)}-{Fixed(form, column, fixedRows)})";
    }

    private string Either(FormDefinition form, ColumnId column, string whereMissing, string plain) =>
        Computed(form, column) is null ? plain : $"IF({cells.MissingIn(form, column)},{whereMissing},{plain})";

    private static RowGroup.Fixed SameRow(FormDefinition form, RowSpan span)
    {
        if (!span.IsSingle) throw new NotSupportedException($"Rows of {form.Id} are not found from many rows of {span.Form.Id} at once");
        var own = span.Fixed![0];
        return own.Code is { } code && form.Rows.OfType<RowGroup.Fixed>().FirstOrDefault(row => row.Code == code) is { } coded ? coded : form.FixedRow(own.Key)!;
    }

    /// <summary>Length of the codes one level below codes of a length.</summary>
    public int NextLength(FormDefinition form, int length) => ranges.Lengths(form).First(next => next > length);

    private static string Sum(IEnumerable<string> terms) => string.Join('+', terms) is { Length: > 0 } sum ? "(" + sum + ")" : "0";
}
