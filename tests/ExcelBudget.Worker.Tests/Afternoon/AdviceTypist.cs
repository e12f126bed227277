using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>
/// Types what findings advise, as an accountant does who knows nothing but the report: the issued value where it says so, the value
/// that is expected in a cell of figures or codes. What a report leaves to her judgement (a text, a missing unit) is undone.
/// </summary>
/// <param name="read">The workbook as issued: kinds of columns.</param>
internal sealed class AdviceTypist(ReadWorkbook read)
{
    private static readonly string[] PutBack = ["下发", "原来", "恢复", "改回", "填回"];

    /// <summary>The desk after typing, and the cells that were typed in; the others are left to the caller.</summary>
    /// <param name="desk">The workbook as handed in.</param>
    /// <param name="report">What was said of it.</param>
    /// <param name="told">The findings to follow.</param>
    public (Desk Desk, HashSet<(string Sheet, string Cell)> Typed) Follow(Desk desk, CheckReport report, IEnumerable<Finding> told)
    {
        var typed = new HashSet<(string, string)>();
        var before = report.Changes.Where(change => change.Place is { Sheet: not null, Cell: not null })
            .DistinctBy(change => change.Place.Cell + change.Place.Sheet)
            .ToDictionary(change => (change.Place.Sheet!, change.Place.Cell!));
        foreach (var finding in told)
        {
            if (finding.Place is not { Sheet: { } sheet, Cell: { } cell }) continue;
            if (PutBack.Any(word => finding.Message.Contains(word, StringComparison.Ordinal)) && before.ContainsKey((sheet, cell)))
            {
                foreach (var place in finding.Related.Prepend(finding.Place))
                {
                    if (place is { Sheet: { } at, Cell: { } own } && before.TryGetValue((at, own), out var change)
                        && (place == finding.Place || finding.Ties.Count > 0) && IsFigureOrCode(place.Address))
                        desk = Typed(desk, place, change.Before, IsCode(place.Address), typed);
                }
            }
            else if (finding.Expected is { } expected && IsFigureOrCode(finding.Place.Address))
            {
                desk = Typed(desk, finding.Place, expected.ToString(), IsCode(finding.Place.Address), typed);
            }
        }

        return (desk, typed);
    }

    private static Desk Typed(Desk desk, Place place, string value, bool isCode, HashSet<(string, string)> typed)
    {
        if (!typed.Add((place.Sheet!, place.Cell!))) return desk;
        var at = place with { Address = null };
        return value.Length == 0 ? desk.Cleared(at)
            : !isCode && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? desk.Number(at, number) : desk.Text(at, value);
    }

    private bool IsCode(CellAddress? address) => address is { } cell
        && read.RuleBook.Pack.Form(cell.Form)?.Column(cell.Column) is { Kind: CellKind.Code };

    private bool IsFigureOrCode(CellAddress? address) => address is { } cell
        && read.RuleBook.Pack.Form(cell.Form)?.Column(cell.Column) is { Kind: CellKind.Amount or CellKind.Number or CellKind.Code };
}
