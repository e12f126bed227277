using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>What people do to a workbook, in the words of a sitting: cells as «C3!D8», a sheet by the beginning of its name.</summary>
internal static partial class DeskDeeds
{
    /// <summary>A number typed.</summary>
    public static Desk N(this Desk desk, string cell, decimal number) => desk.Number(desk.At(cell), number);

    /// <summary>A text typed.</summary>
    public static Desk T(this Desk desk, string cell, string text) => desk.Text(desk.At(cell), text);

    /// <summary>A formula typed, without a result.</summary>
    public static Desk F(this Desk desk, string cell, string formula) => desk.Formula(desk.At(cell), formula);

    /// <summary>A formula typed, with the result it was saved with.</summary>
    public static Desk F(this Desk desk, string cell, string formula, decimal result) => desk.Saved(desk.At(cell), formula, result);

    /// <summary>A number in a number format.</summary>
    public static Desk S(this Desk desk, string cell, decimal number, string format) => desk.Formatted(desk.At(cell), number, format);

    /// <summary>An error value.</summary>
    public static Desk E(this Desk desk, string cell, string error) => desk.Error(desk.At(cell), error);

    /// <summary>Cells cleared.</summary>
    public static Desk X(this Desk desk, params string[] cells) =>
        cells.Aggregate(desk, (done, cell) => done.Cleared(done.At(cell)));

    /// <summary>The numbers of an area multiplied; what is no typed number stays.</summary>
    public static Desk Times(this Desk desk, string area, decimal factor) => desk.Each(area, (done, at, cell) =>
        cell is { Kind: FlatCellKind.Number, HasFormula: false } ? done.Number(at, cell.Number!.Value * factor) : done);

    /// <summary>The numbers of an area rounded.</summary>
    public static Desk RoundedTo(this Desk desk, string area, int decimals) => desk.Each(area, (done, at, cell) =>
        cell is { Kind: FlatCellKind.Number, HasFormula: false } ? done.Number(at, Math.Round(cell.Number!.Value, decimals)) : done);

    /// <summary>The numbers of an area typed as texts.</summary>
    public static Desk AsTexts(this Desk desk, string area) => desk.Each(area, (done, at, cell) =>
        cell is { Kind: FlatCellKind.Number, HasFormula: false } ? done.Text(at, cell.Text) : done);

    /// <summary>The results of formulas pasted over them.</summary>
    public static Desk AsValues(this Desk desk, string area) => desk.Each(area, (done, at, cell) =>
        cell is { HasFormula: true, Kind: FlatCellKind.Number } ? done.Number(at, cell.Number!.Value) : done);

    /// <summary>An area copied to another place, blanks too; formulas as their results.</summary>
    public static Desk Copied(this Desk desk, string area, string to)
    {
        var (sheet, range) = desk.Area(area);
        var start = desk.At(to);
        var first = Of(start);
        var from = desk.Sheet(sheet);
        for (var row = range.FirstRow; row <= range.LastRow; row++)
        {
            for (var column = range.FirstColumn; column <= range.LastColumn; column++)
            {
                var at = new CellReference(first.Row + row - range.FirstRow, first.Column + column - range.FirstColumn);
                var place = new Place(start.Sheet, at.ToString());
                desk = from[row, column] switch
                {
                    null => desk.Cleared(place),
                    { Kind: FlatCellKind.Number, Number: { } number } => desk.Number(place, number),
                    { Text: var text } => desk.Text(place, text),
                };
            }
        }

        return desk;
    }

    /// <summary>The typed cells of two rows exchanged; formulas stay.</summary>
    public static Desk Exchanged(this Desk desk, string name, int one, int other)
    {
        var sheet = desk.Sheet(desk.Named(name));
        foreach (var column in Enumerable.Range(1, sheet.Cells.Max(cell => cell.Column)))
        {
            var (first, second) = (sheet[one, column], sheet[other, column]);
            if (first is { HasFormula: true } || second is { HasFormula: true }) continue;
            desk = Put(desk, sheet.Name, one, column, second);
            desk = Put(desk, sheet.Name, other, column, first);
        }

        return desk;
    }

    /// <summary>A row inserted, with what is typed into it.</summary>
    public static Desk Row(this Desk desk, string name, int row, params (string Column, object Typed)[] typed)
    {
        desk = desk.Following(desk.Named(name), at => at >= row ? at + 1 : at).RowAbove(desk.Named(name), row);
        foreach (var (column, value) in typed)
        {
            var cell = string.Create(CultureInfo.InvariantCulture, $"{name}!{column}{row}");
            desk = value switch
            {
                string text when text.StartsWith('=') => desk.F(cell, text[1..]),
                string text => desk.T(cell, text),
                _ => desk.N(cell, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            };
        }

        return desk;
    }

    /// <summary>A row deleted.</summary>
    public static Desk NoRow(this Desk desk, string name, int row) =>
        desk.Following(desk.Named(name), at => at > row ? at - 1 : at).WithoutRow(desk.Named(name), row);

    /// <summary>Cells merged.</summary>
    public static Desk Merge(this Desk desk, string area) => desk.Merged(desk.Area(area).Sheet, area[(area.IndexOf('!') + 1)..]);

    /// <summary>A sheet deleted.</summary>
    public static Desk NoSheet(this Desk desk, string name) => desk.WithoutSheets(sheet => sheet.Name == desk.Named(name));

    /// <summary>A sheet renamed.</summary>
    public static Desk Rename(this Desk desk, string name, string to) => desk.Renamed(desk.Named(name), to);

    /// <summary>A column inserted, with what is typed into it.</summary>
    public static Desk Column(this Desk desk, string name, int column, params (int Row, object Typed)[] typed)
    {
        desk = desk.ColumnBefore(desk.Named(name), column);
        foreach (var (row, value) in typed)
        {
            var place = new Place(desk.Named(name), new CellReference(row, column).ToString());
            desk = value is string text ? desk.Text(place, text)
                : desk.Number(place, Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        }

        return desk;
    }

    /// <summary>The text of a cell with words replaced.</summary>
    public static Desk Said(this Desk desk, string cell, string words, string by)
    {
        var at = desk.At(cell);
        var reference = Of(at);
        var text = desk.Sheet(at.Sheet!)[reference.Row, reference.Column]!.Text;
        if (!text.Contains(words, StringComparison.Ordinal)) throw new ArgumentException($"{cell} says «{text}»");
        return desk.Text(at, text.Replace(words, by, StringComparison.Ordinal));
    }

    /// <summary>Formulas that follow the rows of a sheet as they move, as every spreadsheet program does.</summary>
    private static Desk Following(this Desk desk, string name, Func<int, int> move) => new(desk.Book with
    {
        Sheets = [.. desk.Book.Sheets.Select(sheet => new FlatSheet(
            sheet.Name, sheet.Cells.Select(cell => Following(cell, sheet.Name == name, name, move)), sheet.Merges, sheet.Visibility))],
    });

    private static FlatCell Following(FlatCell cell, bool isOwn, string name, Func<int, int> move)
    {
        if (cell.Formula is not { } formula || (!isOwn && !formula.Contains(name, StringComparison.Ordinal))) return cell;
        var inOwn = isOwn;
        var moved = Reference().Replace(formula, match =>
        {
            if (match.Groups["text"].Success) return match.Value;
            // the second corner of a range stands on the sheet of the first
            if (!match.Groups["colon"].Success)
                inOwn = match.Groups["sheet"].Success ? match.Groups["sheet"].Value.Trim('\'') == name : isOwn;
            if (!inOwn) return match.Value;
            var row = move(int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture));
            return match.Groups["before"].Value + row.ToString(CultureInfo.InvariantCulture);
        });
        return moved == formula ? cell : cell is { Kind: FlatCellKind.Number, Number: { } result }
            ? FlatCell.OfNumber(cell.Row, cell.Column, result, moved) : FlatCell.OfText(cell.Row, cell.Column, cell.Text, moved);
    }

    [GeneratedRegex(
        @"(?<text>""[^""]*"")|(?<before>(?<colon>:)?(?:(?<sheet>'[^']+'|[\w\p{L}]+)!)?\$?\b[A-Z]{1,3}\$?)(?<row>\d{1,7})(?![\w(])")]
    private static partial Regex Reference();

    private static Desk Put(Desk desk, string sheet, int row, int column, FlatCell? cell)
    {
        var place = new Place(sheet, new CellReference(row, column).ToString());
        return cell switch
        {
            null => desk.Cleared(place),
            { Kind: FlatCellKind.Number, Number: { } number } => desk.Number(place, number),
            { Text: var text } => desk.Text(place, text),
        };
    }

    private static Desk Each(this Desk desk, string area, Func<Desk, Place, FlatCell, Desk> deed)
    {
        var (sheet, range) = desk.Area(area);
        return desk.Sheet(sheet).Cells.Where(cell => range.Contains(cell.Row, cell.Column)).ToArray()
            .Aggregate(desk, (done, cell) => deed(done, new Place(sheet, cell.Reference.ToString()), cell));
    }

    private static (string Sheet, CellRange Range) Area(this Desk desk, string area)
    {
        var parts = area.Split('!');
        return CellRange.TryParse(parts[1], out var range) ? (desk.Named(parts[0]), range)
            : throw new ArgumentException($"{area} is no area");
    }

    private static CellReference Of(Place place) =>
        CellReference.TryParse(place.Cell, out var at) ? at : throw new ArgumentException($"{place} is no cell");

    private static Place At(this Desk desk, string cell) => new(desk.Named(cell.Split('!')[0]), cell.Split('!')[1]);

    private static string Named(this Desk desk, string name) =>
        desk.Book.Sheets.First(sheet => sheet.Name.StartsWith(name, StringComparison.Ordinal)).Name;
}
