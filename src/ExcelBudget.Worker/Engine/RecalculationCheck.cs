using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// Compares what a workbook shows in computed cells with what they must be. Values typed over formulas that differ, and results that
/// were not recalculated, are told; the recomputed figures are used in any case.
/// </summary>
internal static class RecalculationCheck
{
    /// <summary>Binary noise in a stored result.</summary>
    private const decimal Noise = 0.000001m;

    /// <summary>The findings.</summary>
    /// <param name="figures">The budget's figures.</param>
    /// <param name="read">The workbook.</param>
    /// <param name="told">What the rule book says; a cell that one of its errors is about is not told again.</param>
    public static IEnumerable<Finding> Compare(BudgetFigures figures, ReadWorkbook read, IReadOnlyList<Finding> told)
    {
        var known = told.Where(finding => finding.Severity == Severity.Error).SelectMany(finding => finding.Ties.Prepend(finding)).Select(finding => finding.Place.Address).ToHashSet();
        var overwritten = Overwritten(figures, read).Where(finding => finding.Severity == Severity.Info || !known.Contains(finding.Place.Address)).ToArray();
        return overwritten.Where(finding => finding.Severity != Severity.Info)
            .Concat(overwritten.Where(finding => finding.Severity == Severity.Info).GroupBy(finding => finding.Place.Address?.Form).Select(form => Agreeing([.. form])))
            .Concat(Stale(figures, read));
    }

    /// <summary>One finding for each form: totals pasted as values come in numbers and do no harm today.</summary>
    private static Finding Agreeing(Finding[] form) => form.Length == 1 ? form[0] : form[0] with
    {
        Message = $"这张表有 {form.Length} 个合计原来是公式，现在是直接填写的数，与计算结果一致。建议恢复公式，以后改数时才会自动更新。",
        Related = [.. form.Skip(1).Select(finding => finding.Place)],
    };

    private static IEnumerable<Finding> Overwritten(BudgetFigures figures, ReadWorkbook read)
    {
        var pack = figures.Book.Pack;
        foreach (var content in figures.Budget.Forms)
        {
            var form = pack[content.Form];
            foreach (var row in figures.View(form).Rows)
            {
                foreach (var (column, value) in row.Row?.Cells ?? new Dictionary<ColumnId, CellValue>())
                {
                    if (value.AsMeasure() is not { } typed || figures.Compute(form, row, column) is not { } formula) continue;
                    // a blank workbook issues 类 and 款 rows without a formula: typing there overwrites nothing
                    if (read.Identity is { IsBlank: true } && row.Fixed is null && form.Column(column)!.Compute is null) continue;
                    var computed = figures.Evaluate(formula, new RowContext(form, row, column));
                    if (!computed.IsKnown) continue;
                    yield return Overwritten(read, form, new CellAddress(form.Id, row.Key, column), typed, computed.Value);
                }
            }
        }
    }

    private static Finding Overwritten(ReadWorkbook read, FormDefinition form, CellAddress address, Measure typed, Measure computed)
    {
        var agrees = typed.Meets(computed);
        var (actual, expected) = (form.Told(typed), form.Told(computed));
        return new Finding
        {
            Rule = "FORMULA-OVERWRITTEN",
            Category = Category.FormulaOverwritten,
            // a typed total that agrees does no harm today; one that differs breaks a relation, which returns the workbook
            Severity = agrees ? Severity.Info : Severity.Warning,
            Message = agrees
                ? $"这里原来是公式，现在是直接填写的 {actual}，与计算结果一致。建议恢复公式，以后改数时才会自动更新。"
                : $"这里原来是公式，现在是直接填写的 {actual}，按公式计算应为 {expected}。请恢复公式；如果合计是对的，请核对各组成项。",
            Place = read.Places.GetValueOrDefault(address) ?? new Place(Address: address),
            Actual = actual,
            Expected = expected,
            Difference = Figures.Plain(form.Number(typed - computed)),
            Basis = "部门预算公开表样的合计公式",
        };
    }

    /// <summary>One finding for each form: stale results come in numbers and have one cause.</summary>
    private static IEnumerable<Finding> Stale(BudgetFigures figures, ReadWorkbook read)
    {
        foreach (var form in read.CachedResults.GroupBy(cached => cached.Key.Form))
        {
            var declared = figures.Book.Pack[form.Key];
            var stale = form.Where(cached => figures.Value(cached.Key) is { IsKnown: true } known && IsStale(declared, cached.Key, cached.Value, known.Value)).ToArray();
            if (stale.Length == 0) continue;
            var (address, expected) = (stale[0].Key, declared.Told(figures.Value(stale[0].Key).Value));
            var shown = Figures.Shown(stale[0].Value, IsMoney(declared, address) ? declared.Amounts.Decimals : 2);
            yield return new Finding
            {
                Rule = "CALCULATION-STALE",
                Category = "stale_calculation",
                Severity = Severity.Info,
                Message = $"这张表有 {stale.Length} 个合计显示的不是按现有数据计算的结果（例如这里显示 {shown}，应为 {expected}）。检查以重新计算的数为准；请在 Excel 中按 F9 重新计算，并核对公式有没有被改动。",
                Place = read.Places.GetValueOrDefault(address) ?? new Place(Address: address),
                Actual = shown,
                Expected = expected,
                Related = [.. stale.Skip(1).Select(cached => read.Places.GetValueOrDefault(cached.Key) ?? new Place(Address: cached.Key))],
                Basis = "工作簿读回检查",
            };
        }
    }

    /// <summary>True when a cell shows something else than it must, beyond its last digit.</summary>
    private static bool IsStale(FormDefinition form, CellAddress address, decimal shown, Measure known) =>
        Math.Abs(form.Number(known) - shown) > form.HalfPrintedDigit(form.Column(address.Column)!) + Noise;

    private static bool IsMoney(FormDefinition form, CellAddress address) => form.Column(address.Column)!.Kind == CellKind.Amount;
}
