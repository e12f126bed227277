using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>
/// Compares what a workbook shows in computed cells with what they must be. Values typed over formulas that differ, and results that
/// were not recalculated, are told; the recomputed figures are used in any case.
/// </summary>
public static class RecalculationCheck
{
    /// <summary>Binary noise in a stored result.</summary>
    private const decimal Noise = 0.000001m;

    /// <summary>Forms pasted as values beyond these were pasted in one go.</summary>
    private const int MostForms = 3;

    /// <summary>Formulas whose saved result is not what they compute: told unless the cell was told already.</summary>
    /// <param name="figures">The budget's figures.</param>
    /// <param name="read">The workbook.</param>
    /// <param name="told">What the rule book says; a cell that one of its errors is about is not told again.</param>
    /// <param name="mended">The figures with every decided cause put right: a typed total that is right then is not wrong.</param>
    public static IEnumerable<Finding> Compare(
        BudgetFigures figures, ReadWorkbook read, IReadOnlyList<Finding> told, BudgetFigures mended)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(mended);
        var known = told.Where(finding => finding.Severity == Severity.Error).SelectMany(finding => finding.Ties.Prepend(finding))
            .Select(finding => finding.Place.Address).ToHashSet();
        var overwritten = Overwritten(figures, mended, read)
            .Where(finding => finding.Severity == Severity.Info || !known.Contains(finding.Place.Address)).ToArray();
        return overwritten.Where(finding => finding.Severity != Severity.Info)
            .Concat(Agreeing(overwritten.Where(finding => finding.Severity == Severity.Info)
                .GroupBy(finding => finding.Place.Address?.Form).Select(form => form.ToArray()).ToArray()))
            .Concat(Stale(figures, read));
    }

    /// <summary>Totals pasted as values come in numbers and do no harm today; a whole workbook pasted so is one deed.</summary>
    private static IEnumerable<Finding> Agreeing(Finding[][] forms)
    {
        if (forms.Length <= MostForms) return forms.Select(Agreeing);
        var all = forms.SelectMany(form => form).ToArray();
        var first = all[0];
        return
        [
            FormulaFindings.OverwrittenAgreeingAll.At(first.Place, ("forms", new FindingValue.Count(forms.Length)),
                ("count", new FindingValue.Count(all.Length)), ("actual", first.Actual), ("expected", first.Expected),
                ("difference", first.Difference)) with
            {
                Related = [.. all.Skip(1).Select(finding => finding.Place)],
            },
        ];
    }

    /// <summary>One finding for each form.</summary>
    private static Finding Agreeing(Finding[] form)
    {
        if (form.Length == 1) return form[0];
        var (first, count) = (form[0], new FindingValue.Count(form.Length));
        return FormulaFindings.OverwrittenAgreeingMany.At(
            first.Place, ("count", count), ("actual", first.Actual), ("expected", first.Expected), ("difference", first.Difference))
            with
        { Related = [.. form.Skip(1).Select(finding => finding.Place)] };
    }

    private static IEnumerable<Finding> Overwritten(BudgetFigures figures, BudgetFigures mended, ReadWorkbook read)
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
                    if (form.Column(column)!.WithoutBase is { Length: > 0 } word && figures.IsWithoutBase(form, row, form.Column(column)!))
                    {
                        yield return InsteadOfWord(read, form, new CellAddress(form.Id, row.Key, column), typed, word);
                        continue;
                    }

                    var right = typed.Meets(computed.Value) ? computed.Value : Mended(mended, form, row.Key, column) ?? computed.Value;
                    yield return Overwritten(
                        read, form, new CellAddress(form.Id, row.Key, column), typed, typed.Meets(right) ? right : computed.Value);
                }
            }
        }
    }

    /// <summary>What a total comes to when what is told elsewhere is put right; null where that cannot be told.</summary>
    private static Measure? Mended(BudgetFigures mended, FormDefinition form, RowKey key, ColumnId column) =>
        mended.View(form)[key] is { } row && mended.Compute(form, row, column) is { } formula
            && mended.Evaluate(formula, new RowContext(form, row, column)) is { IsKnown: true } known ? known.Value : null;

    /// <summary>A rate typed where there is nothing to compare with: the form's word belongs there, not 0.</summary>
    private static Finding InsteadOfWord(ReadWorkbook read, FormDefinition form, CellAddress address, Measure typed, string word) =>
        FormulaFindings.Overwritten.At(
            read.Places.GetValueOrDefault(address) ?? new Place(Address: address),
            ("actual", FindingValue.Of(form, typed)), ("expected", new FindingValue.Text(word)));

    private static Finding Overwritten(ReadWorkbook read, FormDefinition form, CellAddress address, Measure typed, Measure computed)
    {
        // a typed total that agrees does no harm today; one that differs breaks a relation, which returns the workbook
        var kind = typed.Meets(computed) ? FormulaFindings.OverwrittenAgreeing : FormulaFindings.Overwritten;
        return kind.At(
            read.Places.GetValueOrDefault(address) ?? new Place(Address: address),
            ("actual", FindingValue.Of(form, typed)), ("expected", FindingValue.Of(form, computed)),
            ("difference", new FindingValue.Count(form.Number(typed - computed))));
    }

    /// <summary>One finding for each form: stale results come in numbers and have one cause.</summary>
    private static IEnumerable<Finding> Stale(BudgetFigures figures, ReadWorkbook read)
    {
        // hardly any workbook has one, and then its formulas need not be sorted by form
        if (!read.CachedResults.Any(cached => IsStale(figures, cached))) yield break;
        foreach (var form in read.CachedResults.GroupBy(cached => cached.Key.Form))
        {
            var declared = figures.Book.Pack[form.Key];
            var stale = form.Where(cached => IsStale(figures, cached)).ToArray();
            if (stale.Length == 0) continue;
            var (address, shown) = (stale[0].Key, stale[0].Value);
            yield return FormulaFindings.Stale.At(
                read.Places.GetValueOrDefault(address) ?? new Place(Address: address),
                ("count", new FindingValue.Count(stale.Length)),
                ("actual", FindingValue.Of(declared, declared.Column(address.Column)!, shown)),
                ("expected", FindingValue.Of(
                    declared, declared.Column(address.Column)!, declared.Number(figures.Value(address).Value))))
                with
            {
                Related =
                    [.. stale.Skip(1).Select(cached => read.Places.GetValueOrDefault(cached.Key) ?? new Place(Address: cached.Key))]
            };
        }
    }

    private static bool IsStale(BudgetFigures figures, KeyValuePair<CellAddress, decimal> cached) =>
        figures.Value(cached.Key) is { IsKnown: true } known
        && IsStale(figures.Book.Pack[cached.Key.Form], cached.Key, cached.Value, known.Value);

    /// <summary>True when a cell shows something else than it must, beyond its last digit.</summary>
    private static bool IsStale(FormDefinition form, CellAddress address, decimal shown, Measure known) =>
        Math.Abs(form.Number(known) - shown) > form.HalfPrintedDigit(form.Column(address.Column)!) + Noise;

}
