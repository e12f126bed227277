using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Checkers.Amounts;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// 数量级差错 (catalogue YR-10). A figure ten to ten thousand times what the ties ask for is told as such, in the words of the pack:
/// the check unitSlip speaks of one cell, unitSlipArea of a whole form or column. A pack without them tells the broken ties alone.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="influences">The cells.</param>
internal sealed class SlipFindings(BudgetFigures figures, CellLabels labels, Influences influences)
{
    private static readonly Dictionary<decimal, string> Times = new()
    {
        [10_000m] = "一万倍",
        [1_000m] = "一千倍",
        [100m] = "一百倍",
        [10m] = "十倍",
        [0.1m] = "十分之一",
        [0.01m] = "百分之一",
        [0.001m] = "千分之一",
        [0.0001m] = "万分之一",
    };

    /// <summary>«一万倍»: a factor as it is said.</summary>
    public static string TimesOf(decimal factor) => Times[factor];

    /// <summary>The finding of one cell as a slip of scale.</summary>
    public Finding Of(Suspect suspect, Finding finding)
    {
        var cell = influences[suspect.Cell];
        var figure = influences.Value(suspect.Cell).Value;
        if (Declared(UnitSlipChecker.Cell, cell.Form) is not { } check || Slips.Factor(figure, figure + suspect.Change) is not { } factor)
        {
            return finding;
        }
        var unit = labels.Unit(cell);
        return Told(finding, check, Slots(cell, factor, finding.Actual + unit, finding.Expected + unit, finding.Ties.Count));
    }

    /// <summary>The finding of a whole form or column as a slip of scale.</summary>
    public Finding Of(ScaledArea area, Finding finding)
    {
        var first = influences[area.Cells[0]];
        var place = first with { Row = new RowKey(""), Column = area.IsWholeForm ? new ColumnId("") : first.Column };
        var stands = finding with { Place = new Place(Address: place), Project = null, Expected = null, Actual = null, Difference = null };
        return Declared(UnitSlipChecker.Area, first.Form) is { } check
            ? Told(stands, check, Slots(place, area.Factor, "", "", area.Cells.Count))
            : stands;
    }

    private static Finding Told(Finding finding, TextCheckDeclaration check, Dictionary<string, string> slots) => finding with
    {
        Rule = check.Id,
        Category = check.Category,
        Severity = check.Severity,
        Message = MessageSlots.Fill(check.Message, slots),
        Basis = check.Basis,
    };

    private TextCheckDeclaration? Declared(string checker, FormId form) =>
        figures.Book.Pack.TextChecks.FirstOrDefault(check => check.Checker == checker && (check.Form == "*" || check.Form == form.Value));

    private Dictionary<string, string> Slots(CellAddress place, decimal factor, string actual, string expected, int count)
    {
        var form = figures.Book.Pack[place.Form];
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = place.Column.Value.Length == 0 ? form.Title : $"{form.Title}的{labels.Column(place)}",
            ["row"] = place.Row.Value.Length == 0 ? "" : labels.Row(place),
            ["column"] = place.Column.Value.Length == 0 ? "" : labels.Column(place),
            ["code"] = place.Row.Value,
            ["project"] = labels.Project(place),
            ["actual"] = actual,
            ["expected"] = expected,
            ["match"] = Times[factor],
            ["count"] = count.ToString(CultureInfo.InvariantCulture),
        };
    }
}
