using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Budgets with one amount changed, and what the rule book says of each.</summary>
internal static class SingleSlips
{
    private const decimal TenThousandYuan = 10_000m;

    /// <summary>The kinds of change: one unit more, 元 for 万元, sign flipped, two digits exchanged.</summary>
    public static IReadOnlyDictionary<string, Func<decimal, decimal?>> Kinds { get; } = new Dictionary<string,
        Func<decimal, decimal?>>(StringComparer.Ordinal)
    {
        ["plus one"] = yuan => yuan + TenThousandYuan,
        ["unit slip"] = yuan => yuan * 10_000m,
        ["sign flip"] = yuan => -yuan,
        ["digits exchanged"] = Exchanged,
    };

    /// <summary>Every entered amount of a budget.</summary>
    public static IReadOnlyList<CellAddress> EnteredAmounts(Budget budget) =>
    [
        .. from content in budget.Forms
           from row in content.Rows
           from cell in row.Cells
           where cell.Value is CellValue.Amount
           select new CellAddress(content.Form, row.Key, cell.Key),
    ];

    /// <summary>
    /// Relations whose gap moves with an amount, and forms that show other figures for it: told by trying, not by following formulas.
    /// </summary>
    public static (IReadOnlySet<string> Rules, IReadOnlySet<FormId> Forms) Reach(Budget before, Budget after)
    {
        var (old, now) = (new BudgetFigures(Hebei.Book, before), new BudgetFigures(Hebei.Book, after));
        var gaps = Gaps(old);
        var rules = Gaps(now).Where(gap => gaps.GetValueOrDefault(gap.Key) != gap.Value).Select(gap => gap.Key.Rule)
            .ToHashSet(StringComparer.Ordinal);
        var forms = Hebei.Book.Pack.Forms.Where(form => Shown(old, form).SequenceEqual(Shown(now, form)) is false).Select(form => form.Id)
            .ToHashSet();
        return (rules, forms);
    }

    /// <summary>The budget with one amount changed; null when the kind leaves it as it is.</summary>
    public static Budget? Change(Budget budget, CellAddress address, string kind)
    {
        var old = (CellValue.Amount)budget[address]!;
        return Kinds[kind](old.Yuan) is { } yuan && yuan != old.Yuan ? Edit.Set(budget, address, old with { Yuan = yuan }) : null;
    }

    /// <summary>Relations that a budget breaks, whatever is said of them.</summary>
    public static bool BreaksARelation(Budget budget, Severity severity) =>
        new RelationChecker(new BudgetFigures(Hebei.Book, budget)).Check()
            .Any(result => result.Tie == Tie.Broken && result.Relation.Declaration.Severity == severity);

    private static Dictionary<(string Rule, RowKey? Row, ColumnId? Column), decimal> Gaps(BudgetFigures figures) =>
        new RelationChecker(figures).Check()
            .ToDictionary(
            result => (result.Relation.Declaration.Id, result.Row, result.Context.Column), result =>
            result.Left.Value - result.Right.Value);

    private static IEnumerable<decimal> Shown(BudgetFigures figures, FormDefinition form) =>
        from row in figures.View(form).Rows
        from column in form.Columns
        where column.IsFigure
        select figures.Value(form, row, column.Id).Value.Value;

    private static decimal? Exchanged(decimal yuan)
    {
        var shown = Figures.Plain(yuan / TenThousandYuan);
        var digits = shown.Replace(".", "", StringComparison.Ordinal);
        var at = Enumerable.Range(0, Math.Max(0, digits.Length - 1))
            .FirstOrDefault(index => digits[index] != digits[index + 1] && digits[index] != '0' && digits[index + 1] != '0', -1);
        if (at < 0) return null;
        var exchanged = digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..];
        var point = shown.IndexOf('.', StringComparison.Ordinal);
        return decimal.Parse(point < 0 ? exchanged : exchanged.Insert(point, "."), CultureInfo.InvariantCulture) * TenThousandYuan;
    }
}
