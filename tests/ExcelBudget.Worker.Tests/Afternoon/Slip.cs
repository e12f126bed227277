using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>One slip of hand or eye in one cell of a workbook.</summary>
/// <param name="At">The cell.</param>
/// <param name="Name">What was done, for failure messages.</param>
/// <param name="Do">Does it.</param>
internal sealed record Slip(Place At, string Name, Func<Desk, Desk> Do)
{
    /// <summary>Key of the project whose row it is; null elsewhere.</summary>
    public string? Project =>
        At.Address is { } cell && RowKeys.IsInner(cell.Row) ? RowKeys.OwnerOf(cell.Row).Value : At.Address?.Row.Value;

    /// <summary>The cell as it was issued.</summary>
    public Desk Undo(Desk desk, Desk issued) => CellReference.TryParse(At.Cell, out var at)
        && issued.Sheet(At.Sheet!)[at.Row, at.Column] is { } cell ? desk.As(At, cell) : desk.Cleared(At);

    /// <summary>A few slips of one sitting, the same for the same seed.</summary>
    /// <param name="read">The workbook as issued.</param>
    /// <param name="seed">Which sitting.</param>
    public static IReadOnlyList<Slip> Some(ReadWorkbook read, int seed)
    {
        var random = new Random(seed);
        var cells = read.Budget.Forms.SelectMany(form => form.Rows.SelectMany(row => row.Cells.Select(
            cell => (Address: new CellAddress(form.Form, row.Key, cell.Key), cell.Value))))
            .Where(cell => read.Places.ContainsKey(cell.Address));
        var entered = cells.Where(cell => IsEntered(read, cell.Address)).ToArray();
        return [.. Enumerable.Range(0, 1 + (seed % 4)).Select(_ => entered[random.Next(entered.Length)]).DistinctBy(cell => cell.Address)
            .Select(cell => Of(read, cell.Address, cell.Value, random))];
    }

    private static bool IsEntered(ReadWorkbook read, CellAddress address)
    {
        var form = read.RuleBook.Pack[address.Form];
        return form.Column(address.Column)?.Kind is CellKind.Amount or CellKind.Text or CellKind.Code or CellKind.Number;
    }

    private static Slip Of(ReadWorkbook read, CellAddress address, CellValue value, Random random)
    {
        var (form, place) = (read.RuleBook.Pack[address.Form], read.Places[address]);
        if (value.AsMeasure() is { } measure) return OfFigure(place, form.Number(measure), random);
        var text = value.AsText() ?? "";
        if (form.Tree?.Column == address.Column)
        {
            var code = random.Next(3) switch { 0 => text + " ", 1 => text + "-科目", _ => text[..^1] + (text[^1] == '9' ? '8' : '9') };
            return new Slip(place, $"code {code}", desk => desk.Text(place, code));
        }

        var written = random.Next(3) switch { 0 => "", 1 => "<p>" + text + "</p>", _ => text.Replace('2', '1') };
        return written.Length == 0
            ? new Slip(place, "text cleared", desk => desk.Cleared(place))
            : new Slip(place, $"text {written}", desk => desk.Text(place, written));
    }

    private static Slip OfFigure(Place place, decimal number, Random random) => random.Next(12) switch
    {
        6 => new Slip(place, "in 元", desk => desk.Number(place, number * 10_000m)),
        7 => new Slip(place, "digits changed places", desk => desk.Number(place, Swapped(number))),
        8 => new Slip(place, "in brackets", desk => desk.Text(place, $"({number})")),
        9 => new Slip(place, "full-width", desk => desk.Text(place, string.Concat($"{number}".Select(
            sign => sign == '.' ? '．' : (char)(sign - '0' + '０'))))),
        10 => new Slip(place, "formula into another file", desk => desk.Formula(place, "[1]测算!A1")),
        11 => new Slip(place, "rounded", desk => desk.Number(place, Math.Ceiling(number))),
        0 => new Slip(place, "cleared", desk => desk.Cleared(place)),
        1 => new Slip(place, "ten times", desk => desk.Number(place, number * 10m)),
        2 => new Slip(place, "minus", desk => desk.Number(place, -number)),
        3 => new Slip(place, "as text", desk => desk.Text(place, $"{number}万元")),
        4 => new Slip(place, "no figure", desk => desk.Text(place, "约" + number)),
        _ => new Slip(place, "one more", desk => desk.Number(place, number + 1m)),
    };

    /// <summary>The first two digits that differ, exchanged; one more where none do.</summary>
    private static decimal Swapped(decimal number)
    {
        var digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        for (var at = 0; at + 1 < digits.Length; at++)
        {
            if (!char.IsDigit(digits[at]) || !char.IsDigit(digits[at + 1]) || digits[at] == digits[at + 1]) continue;
            (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
            return decimal.Parse(new string(digits), System.Globalization.CultureInfo.InvariantCulture);
        }

        return number + 1m;
    }
}
