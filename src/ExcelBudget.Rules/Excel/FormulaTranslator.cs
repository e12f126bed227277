using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Writes an expression as an Excel formula, with functions that Excel 2010, WPS and LibreOffice share. Rows of a code tree are
/// found by their code (SUMIF, and SUMIFS with «?» for levels), so that inserted rows are covered; fixed rows by their cell.
/// </summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
public sealed class FormulaTranslator(RuleBook book, IWorkbookLayout layout)
{
    /// <summary>The formula without a leading «=».</summary>
    public string Translate(Expression expression, FormulaPlace place) =>
        place.WithoutBase is { } word && expression is Expression.Call { Function: Function.Rate } rate
            ? Rate([.. rate.Arguments.Select(argument => Translate(argument, place, true))], Quoted(word))
            : Translate(expression, place, outermost: true);

    private static string Rate(string[] arguments, string withoutBase) =>
        $"IF({arguments[1]}=0,{withoutBase},ROUND(({arguments[0]}-{arguments[1]})/ABS({arguments[1]})*100,2))";

    private string Translate(Expression expression, FormulaPlace place, bool outermost) => expression switch
    {
        Expression.Literal literal => UnitScale.Of(literal.Figure, place.Unit),
        Expression.Cells cells => Scalar(cells, place),
        Expression.Negation negation => "-" + Translate(negation.Operand, place, false),
        Expression.Binary { Operator: '/' } quotient => Quotient(quotient, place),
        Expression.Binary binary => Binary(binary, place, outermost),
        Expression.Call call => Call(call, place),
        _ => throw new InvalidOperationException($"Unknown expression {expression}"),
    };

    private string Binary(Expression.Binary binary, FormulaPlace place, bool outermost)
    {
        var text = Translate(binary.Left, place, false) + binary.Operator + Translate(binary.Right, place, false);
        return outermost ? text : "(" + text + ")";
    }

    private string Quotient(Expression.Binary quotient, FormulaPlace place)
    {
        var divisor = Translate(quotient.Right, place, false);
        return $"IF({divisor}=0,0,{Translate(quotient.Left, place, false)}/{divisor})";
    }

    private string Call(Expression.Call call, FormulaPlace place)
    {
        if (call.Function == Function.Sum)
        {
            var parts = call.Arguments.Select(
                argument => argument is Expression.Cells cells ? Range(cells, place) : (Translate(argument, place, true), false))
                .ToArray();
            // a conditional sum needs no SUM around it
            return parts is [(var only, true)] ? only : "SUM(" + string.Join(',', parts.Select(part => part.Item1)) + ")";
        }

        var arguments = call.Arguments.Select(argument => Translate(argument, place, true)).ToArray();
        if (call.RoundedIn is { } unit && unit != place.Unit)
        {
            return UnitScale.Of($"ROUND({UnitScale.Of($"({arguments[0]})", place.Unit, unit)},{arguments[1]})", unit, place.Unit);
        }

        return call.Function == Function.Rate
            ? Rate(arguments, "0")
            : call.Function.ToString().ToUpperInvariant() + "(" + string.Join(',', arguments) + ")";
    }

    private string Scalar(Expression.Cells cells, FormulaPlace place)
    {
        var (text, isScalar) = Range(cells, place);
        return isScalar || !text.Contains(':', StringComparison.Ordinal) ? text : "SUM(" + text + ")";
    }

    /// <summary>
    /// The cells as a range or single cell, or (true) as a conditional sum; amounts of another unit as a sum in the formula's.
    /// </summary>
    private (string Text, bool IsSum) Range(Expression.Cells cells, FormulaPlace place)
    {
        if (RowByRow(cells, place) is { } entered) return (Translate(entered, place, false), true);
        var (text, isSum) = Plain(cells, place);
        if (cells.Form.Money == place.Unit || !IsMoney(cells, place)) return (text, isSum);
        var sum = isSum ? $"({text})" : text.Contains(':', StringComparison.Ordinal) ? $"SUM({text})" : text;
        return (UnitScale.Of(sum, cells.Form.Money, place.Unit), true);
    }

    private static bool IsMoney(Expression.Cells cells, FormulaPlace place) => cells.Columns switch
    {
        ColumnSelector.One one => cells.Form.Column(one.Column)!.Kind == CellKind.Amount,
        ColumnSelector.Range range => cells.Form.Between(range.First, range.Last).Any(column => column.Kind == CellKind.Amount),
        _ => place.Column is { } column && cells.Form.Column(column)?.Kind == CellKind.Amount,
    };

    private (string Text, bool IsSum) Plain(Expression.Cells cells, FormulaPlace place)
    {
        var (firstColumn, lastColumn) = Columns(cells, place);
        var form = cells.Form;
        switch (cells.Rows)
        {
            case RowSelector.Key key when form.FixedRow(key.Row) is null:
                return (SumByCode(form, Quoted(key.Row.Value), firstColumn, lastColumn, place), true);
            case RowSelector.Key key:
                return (Area(form, layout.RowOf(form, key.Row), layout.RowOf(form, key.Row), firstColumn, lastColumn, place), false);
            case RowSelector.Range range:
                return (Area(form, layout.RowOf(form, range.First), layout.RowOf(form, range.Last), firstColumn, lastColumn, place),
                    false);
            case RowSelector.This when form == place.Form:
                return (Area(form, place.SheetRow, place.SheetRow, firstColumn, lastColumn, place), false);
            case RowSelector.This when form.Tree is null || place.Code is null:
                var row = SameRow(form, place);
                return (Area(form, row, row, firstColumn, lastColumn, place), false);
            case RowSelector.This:
                return (SumByCode(form, CodeOf(place), firstColumn, lastColumn, place, UnitsBefore(form, place)), true);
            case RowSelector.All when cells.Columns is ColumnSelector.One field
                && layout.LabelOf(form, field.Column) is var (labels, label):
                return ($"SUMIF({ColumnRange(form, labels, place)},{Quoted(label)},{ColumnRange(form, firstColumn, place)})", true);
            case RowSelector.All:
                var (first, last) = layout.RegionOf(form);
                return (Area(form, first, last, firstColumn, lastColumn, place), false);
            case RowSelector.Leaves when form.Tree is null:
                return (Listed(form, firstColumn, lastColumn, place), true);
            default:
                return (form.Tree!.Print == CodePrint.Name
                    ? OfStretch(form, form.Tree, firstColumn, lastColumn, place)
                    : SumByPattern(form, Sought(cells, place), firstColumn, lastColumn, place), true);
        }
    }

    /// <summary>
    /// The rows of codes that are known by their names alone, or of a list with totals below it: what stands between the fixed rows above
    /// and below them. Both are left out by INDEX, so that a row inserted beside either is counted.
    /// </summary>
    private string OfStretch(FormDefinition form, RowGroup open, int firstColumn, int lastColumn, FormulaPlace place)
    {
        var (first, last) = layout.RegionOf(form);
        var above = Beside(form, open, form.Rows.TakeWhile(group => group != open)).DefaultIfEmpty(first - 1).Max();
        var below = Beside(form, open, form.Rows.SkipWhile(group => group != open)).DefaultIfEmpty(last).Min();
        var prefix = Prefix(form, place);
        string End(int row, int column, char sign)
        {
            var letters = SheetReference.Letters(column);
            return $"INDEX({prefix}${letters}:${letters},ROW({prefix}{SheetReference.FixedCell(row, column)}){sign}1)";
        }

        return $"SUM({End(above, firstColumn, '+')}:{End(below, lastColumn, '-')})";
    }

    /// <summary>Sheet rows of the fixed rows among some groups that stand in the way of rows from data.</summary>
    private IEnumerable<int> Beside(FormDefinition form, RowGroup open, IEnumerable<RowGroup> groups) => groups.OfType<RowGroup.Fixed>()
        .Where(row => open is not RowGroup.Tree tree || row.Covers(tree.Column)).Select(row => layout.RowOf(form, row.Key));

    /// <summary>
    /// The rows of a list below the fixed rows of its form. A formula of the form itself counts from its last fixed row on, one elsewhere
    /// takes that row and leaves it out again: both cover a row that is inserted as the first. With a total below, the rows end above it.
    /// </summary>
    private string Listed(FormDefinition form, int firstColumn, int lastColumn, FormulaPlace place)
    {
        if (form.List is { } list && Beside(form, list, form.Rows.SkipWhile(group => group != list)).Any())
            return OfStretch(form, list, firstColumn, lastColumn, place);
        var (first, last) = layout.RegionOf(form);
        var above = form.Rows.OfType<RowGroup.Fixed>().Select(row => layout.RowOf(form, row.Key)).DefaultIfEmpty(first - 1).Max();
        if (above < first) return "SUM(" + Prefix(form, place) + SheetReference.Fixed(first, firstColumn, last, lastColumn) + ")";
        if (form == place.Form && layout.SheetOf(form) == place.Sheet)
        {
            var (left, right) = (SheetReference.Letters(firstColumn), SheetReference.Letters(lastColumn));
            return string.Create(CultureInfo.InvariantCulture, $"SUM(INDEX(${left}:${left},ROW(${left}${above})+1):${right}${last})");
        }

        return "(SUM(" + Prefix(form, place) + SheetReference.Fixed(above, firstColumn, last, lastColumn) + ")-SUM(" + Prefix(form, place)
            + SheetReference.Fixed(above, firstColumn, above, lastColumn) + "))";
    }

    /// <summary>
    /// The sum of a column that each row computes from its own cells, as the same formula over the sums of those cells: a row that
    /// people insert brings its entered figures but no formula. Null where the column is entered or computed otherwise, and in checks,
    /// which are about the cells as they stand.
    /// </summary>
    private Expression? RowByRow(Expression.Cells cells, FormulaPlace place)
    {
        if (place.Sheet is null || !IsByPattern(cells)) return null;
        var column = cells.Columns is ColumnSelector.One one ? one.Column : cells.Columns is ColumnSelector.This ? place.Column : null;
        return column is { } known && cells.Form.Column(known)?.Compute is { } formula
            ? OverRows(book.Formula(cells.Form, formula), cells) : null;
    }

    private static bool IsByPattern(Expression.Cells cells) => cells.Form.Tree is not null
        && cells.Rows is RowSelector.Leaves or RowSelector.Level or RowSelector.LeavesUnder or RowSelector.Children;

    private static Expression? OverRows(Expression expression, Expression.Cells rows) => expression switch
    {
        Expression.Cells { Rows: RowSelector.This } own when own.Form == rows.Form => own with { Rows = rows.Rows },
        Expression.Negation negation => OverRows(negation.Operand, rows) is { } operand ? new Expression.Negation(operand) : null,
        Expression.Binary { Operator: '+' or '-' } binary =>
            OverRows(binary.Left, rows) is { } left && OverRows(binary.Right, rows) is { } right
                ? binary with { Left = left, Right = right } : null,
        Expression.Call { Function: Function.Sum, Arguments: [var only] } => OverRows(only, rows),
        _ => null,
    };

    private int SameRow(FormDefinition form, FormulaPlace place)
    {
        var key = place.Code is { } code
            ? form.Rows.OfType<RowGroup.Fixed>().First(row => row.Code == code).Key
            : place.Key!.Value;
        return layout.RowOf(form, key);
    }

    private (int First, int Last) Columns(Expression.Cells cells, FormulaPlace place) => cells.Columns switch
    {
        ColumnSelector.One one => (layout.ColumnOf(cells.Form, one.Column), layout.ColumnOf(cells.Form, one.Column)),
        ColumnSelector.Range range => (layout.ColumnOf(cells.Form, range.First), layout.ColumnOf(cells.Form, range.Last)),
        _ => (layout.ColumnOf(cells.Form, place.Column!.Value), layout.ColumnOf(cells.Form, place.Column.Value)),
    };

    private string Area(FormDefinition form, int firstRow, int lastRow, int firstColumn, int lastColumn, FormulaPlace place)
    {
        if (place.IsShared && (form != place.Form || firstRow != place.SheetRow))
            return Prefix(form, place) + SheetReference.Fixed(firstRow, firstColumn, lastRow, lastColumn);
        var first = SheetReference.Cell(firstRow, firstColumn);
        var last = SheetReference.Cell(lastRow, lastColumn);
        return Prefix(form, place) + (first == last ? first : first + ":" + last);
    }

    private string Prefix(FormDefinition form, FormulaPlace place)
    {
        var sheet = layout.SheetOf(form);
        return sheet == place.Sheet ? "" : SheetReference.Sheet(sheet);
    }

    /// <summary>
    /// What the code of 本行 is compared with: the code cell where 本行 stands in a code tree, so that a retyped code counts.
    /// </summary>
    private string CodeOf(FormulaPlace place) => place.Tree is { } tree
        ? CodeText.Of(
            tree, column => Prefix(place.Form!, place) + "$" + SheetReference.Cell(place.SheetRow, layout.ColumnOf(place.Form!, column)),
                text => text)
        : Quoted(place.Code!);

    /// <summary>Digits of a unit before the codes of a form that the code of 本行 lacks: any unit counts.</summary>
    private int UnitsBefore(FormDefinition form, FormulaPlace place) => place.Form is { } own && own != form
        && (book.Codes(own)?.UnitLength ?? 0) == 0 ? book.Codes(form)?.UnitLength ?? 0 : 0;

    private string SumByCode(FormDefinition form, string code, int firstColumn, int lastColumn, FormulaPlace place, int units = 0)
    {
        var tree = form.Tree!;
        if (tree.Print == CodePrint.Split) return Sum(form, Pieces(form, code, null, place, units), firstColumn, lastColumn, place);
        if (units > 0) code = Quoted(new string('?', units)) + "&" + code;
        var codes = CodeRange(form, place);
        var sought = tree.Print switch
        {
            CodePrint.Joined => CodeText.JoinedPattern(tree, code),
            CodePrint.Name => NamePattern(tree, code),
            _ => code,
        };
        return string.Join('+', Enumerable.Range(firstColumn, lastColumn - firstColumn + 1)
            .Select(column => $"SUMIF({codes},{sought},{ColumnRange(form, column, place)})"));
    }

    private string SumByPattern(
        FormDefinition form, (string? Code, int Known, int Length) sought, int firstColumn, int lastColumn, FormulaPlace place)
    {
        var tree = form.Tree!;
        var units = sought.Code is null ? 0 : UnitsBefore(form, place);
        if (tree.Print == CodePrint.Split)
            return Sum(form, Pieces(form, sought.Code, sought, place, units), firstColumn, lastColumn, place);
        var rest = Quoted(new string('?', Math.Max(0, sought.Length - sought.Known - units)));
        var pattern = sought.Code is { } code ? (units > 0 ? Quoted(new string('?', units)) + "&" : "") + code + "&" + rest : rest;
        if (tree.Print == CodePrint.Joined) pattern = CodeText.JoinedPattern(tree, pattern);
        return Sum(form, $"{CodeRange(form, place)},{pattern}", firstColumn, lastColumn, place);
    }

    private string Sum(FormDefinition form, string criteria, int firstColumn, int lastColumn, FormulaPlace place) =>
        string.Join('+', Enumerable.Range(firstColumn, lastColumn - firstColumn + 1)
            .Select(column => $"SUMIFS({ColumnRange(form, column, place)},{criteria})"));

    /// <summary>
    /// A code in several columns: each piece of what is known as it is, of what is sought any digits, of what lies below nothing.
    /// </summary>
    private string Pieces(
        FormDefinition form, string? code, (string? Code, int Known, int Length)? sought, FormulaPlace place, int units)
    {
        var (tree, lengths) = (form.Tree!, book.Codes(form)!.LevelLengths);
        var criteria = new List<string>();
        for (var piece = 0; piece < tree.Pieces.Count; piece++)
        {
            var (start, end) = (piece == 0 ? 0 : lengths[piece - 1], lengths[piece]);
            var criterion = end <= units ? Quoted(new string('?', end - start))
                : sought is { } any && end > any.Known + units
                ? end <= any.Length ? Quoted(new string('?', end - start)) : "\"\""
                : string.Create(CultureInfo.InvariantCulture, $"MID({code},{start + 1 - units},{end - start})");
            criteria.Add(ColumnRange(form, layout.ColumnOf(form, tree.Pieces[piece]), place) + "," + criterion);
        }

        return string.Join(',', criteria);
    }

    /// <summary>«*、教育支出»: the printed name of a code, whatever its ordinal.</summary>
    private static string NamePattern(RowGroup.Tree tree, string code)
    {
        var end = Ordinals.StyleOf(tree.Text!) is { } style ? $"\"*{Ordinals.EndOf(style)}\"&" : "";
        var (codes, names) = (CodeText.LevelCodes(tree.CodeList, tree.LeafDepth), CodeText.LevelNames(tree.CodeList, tree.LeafDepth));
        return $"{end}IFERROR(INDEX({names},MATCH({code},{codes},0)),\"?\")";
    }

    /// <summary>The codes a selector takes: what is known of them, how many characters that are, and how many they have.</summary>
    private (string? Code, int Known, int Length) Sought(Expression.Cells cells, FormulaPlace place)
    {
        var (lengths, tree) = (book.Codes(cells.Form)!.LevelLengths, cells.Form.Tree!);
        return cells.Rows switch
        {
            RowSelector.Leaves => (null, 0, lengths[tree.LeafDepth]),
            RowSelector.Level level => (null, 0, lengths[level.Depth]),
            RowSelector.LeavesUnder => (CodeOf(place), OwnLength(place), lengths[tree.LeafDepth]),
            RowSelector.Children =>
                (CodeOf(place), OwnLength(place), NextLength(cells.Form, OwnLength(place) + UnitsBefore(cells.Form, place))),
            _ => throw new InvalidOperationException($"No pattern for {cells.Rows}"),
        };
    }

    /// <summary>Length of the code of 本行; in a free row of codes of one level, of any code that may be typed there.</summary>
    private int OwnLength(FormulaPlace place) =>
        place.Code?.Length ?? book.Codes(place.Form!)!.LevelLengths[place.Tree!.LeafDepth];

    private int NextLength(FormDefinition form, int own)
    {
        var lengths = book.Codes(form)!.LevelLengths;
        return form.Tree!.Depths.Select(depth => lengths[depth]).FirstOrDefault(length => length > own, own);
    }

    private string CodeRange(FormDefinition form, FormulaPlace place) =>
        ColumnRange(form, layout.ColumnOf(form, form.Tree!.Column), place);

    /// <summary>
    /// A column of the form's rows. Inside the form itself the range starts one row below the formula (or ends one above it, for a
    /// 合计 that closes the form): a range that held the formula's own cell would be circular, and INDEX keeps that end in place
    /// when a row is inserted right beside the formula.
    /// </summary>
    private string ColumnRange(FormDefinition form, int column, FormulaPlace place)
    {
        var (first, last) = layout.RegionOf(form);
        if (form.PartOf is not null && form != place.Form) return Inside(form, column, place);
        if (form != place.Form || layout.SheetOf(form) != place.Sheet)
            return Prefix(form, place) + SheetReference.Fixed(first, column, last, column);
        var letters = SheetReference.Letters(column);
        return ClosesForm(form, place)
            ? string.Create(CultureInfo.InvariantCulture, $"${letters}${first}:INDEX(${letters}:${letters},ROW()-1)")
            : string.Create(CultureInfo.InvariantCulture, $"INDEX(${letters}:${letters},ROW()+1):${letters}${last}");
    }

    /// <summary>
    /// The rows of a part between the rows above and below it, which are left out: one of them may be the total that the formula is for.
    /// </summary>
    private string Inside(FormDefinition form, int column, FormulaPlace place)
    {
        var (first, last) = layout.RegionOf(form);
        var (prefix, letters) = (Prefix(form, place), SheetReference.Letters(column));
        return string.Create(CultureInfo.InvariantCulture, $"INDEX({prefix}${letters}:${letters},ROW({prefix}${letters}${first - 1})+1)"
            + $":INDEX({prefix}${letters}:${letters},ROW({prefix}${letters}${last})-1)");
    }

    private static bool ClosesForm(FormDefinition form, FormulaPlace place) =>
        place.Key is { } key && form.FixedRow(key) is { } row && form.Rows.TakeWhile(group => group != row)
            .Any(group => group is RowGroup.Tree);

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
