using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// Reads an official form: title, lines above and below it, the tree of headings from merged cells, 栏次, labels, code rows and
/// formulas. What it
/// cannot see it guesses from names, and says so.
/// </summary>
public sealed partial class DraftReader
{
    private const int MostHeaderRows = 5;
    private const int MostRows = 200;

    private readonly FlatSheet _sheet;
    private readonly DraftWords _words;
    private readonly Func<int, double?> _widthOf;
    private int _year;

    private DraftReader(FlatSheet sheet, DraftWords words, Func<int, double?> widthOf) =>
        (_sheet, _words, _widthOf) = (sheet, words, widthOf);

    /// <summary>The form on a sheet; null for a sheet that holds none (cover, contents).</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="number">Its place from 1, for its id where no number is printed.</param>
    /// <param name="words">What words of headings say.</param>
    /// <param name="widthOf">Width of a sheet column in characters; null where the sheet does not say.</param>
    public static DraftForm? Read(FlatSheet sheet, int number, DraftWords words, Func<int, double?> widthOf)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new DraftReader(sheet, words, widthOf).Read(number);
    }

    /// <summary>Years of the form as the pack fills them in: the latest is the budget's.</summary>
    private void FindYear(int title, int bottom)
    {
        var years = Enumerable.Range(title, bottom - title + 1).SelectMany(row => Texts(row)).SelectMany(cell =>
            YearIn().Matches(cell.Text))
            .Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).Where(year => year is > 2000 and < 2100).ToArray();
        _year = years.Length > 0 ? years.Max() : 0;
    }

    private string Filled(string text) => _year == 0 ? text : text
        .Replace((_year - 1).ToString(CultureInfo.InvariantCulture), "{lastYear}", StringComparison.Ordinal)
        .Replace(_year.ToString(CultureInfo.InvariantCulture), "{year}", StringComparison.Ordinal);

    private DraftForm? Read(int number)
    {
        var rows = Enumerable.Range(1, Math.Min(_sheet.LastRow, MostRows)).Where(row => Texts(row).Count > 0).ToArray();
        var title = rows.FirstOrDefault(row => Texts(row) is [var only] && TitleLike().IsMatch(Plain(only.Text))
            && !NumberLike().IsMatch(Plain(only.Text)));
        if (title == 0) return null;
        var top = rows.FirstOrDefault(row => row > title && Texts(row).Count >= 2 && !Texts(row).Any(cell => IsSecondLine(cell.Text)));
        if (top == 0 || !IsHeader(top)) return null;
        var above = rows.Where(row => row < title).SelectMany(Texts).Select(cell => Plain(cell.Text))
            .FirstOrDefault(text => NumberLike().IsMatch(text));
        var second = rows.Where(row => row > title && row < top).SelectMany(Texts).ToArray();
        var (first, last) = Edges(top);
        var bottom = HeaderBottom(top, first, last);
        FindYear(title, bottom);
        var form = new DraftForm
        {
            Id = IdOf(above, number),
            Title = YearBefore().Replace(Plain(_sheet[title, Texts(title)[0].Column]!.Text), ""),
            Sheet = _sheet.Name,
            NumberLine = above,
            SecondLine = SecondLine(second, first, last),
            Money = second.Select(cell => MoneyIn().Match(Plain(cell.Text))).FirstOrDefault(match => match.Success)?.Groups[1].Value,
        };
        form.Columns = Columns(top, bottom, first, last);
        var data = bottom + 1;
        if (ColumnNumbers(data, form)) data++;
        DraftRows.Read(_sheet, form, data, _words);
        return form;
    }

    /// <summary>Cells with words in a row; a merged area counts once.</summary>
    private List<FlatCell> Texts(int row) => [.. _sheet.Row(row).ToArray().Where(cell => cell.Text.Trim().Length > 0 && !cell.HasFormula)];

    private static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static bool IsSecondLine(string text) => SecondLike().IsMatch(Plain(text));

    /// <summary>A header has several headings, and no number stands in it.</summary>
    private bool IsHeader(int row) => Texts(row).All(cell => cell.Kind == FlatCellKind.Text);

    private static string IdOf(string? above, int number)
    {
        var digits = above is null ? "" : string.Concat(above.Where(char.IsAsciiDigit));
        return "B" + (digits.Length > 0 ? digits : number.ToString(CultureInfo.InvariantCulture));
    }

    private (int First, int Last) Edges(int top)
    {
        var cells = Texts(top);
        var last = cells.Max(cell => Area(top, cell.Column).LastColumn);
        return (cells.Min(cell => cell.Column), last);
    }

    private CellRange Area(int row, int column) => _sheet.Merges.FirstOrDefault(merge =>
        merge.Contains(row, column)) is { LastRow: > 0 } area
        ? area : new CellRange(row, column, row, column);

    /// <summary>As far as areas reach down from the first row, and below every heading that spans several columns.</summary>
    private int HeaderBottom(int top, int first, int last)
    {
        var bottom = top;
        for (var row = top; row <= bottom && row < top + MostHeaderRows; row++)
        {
            for (var column = first; column <= last; column++)
            {
                var area = Area(row, column);
                bottom = Math.Max(bottom, area.LastRow);
                if (area.LastColumn > area.FirstColumn && area.LastRow == row && _sheet[area.FirstRow, area.FirstColumn] is { } cell
                    && cell.Text.Trim().Length > 0) bottom = Math.Max(bottom, row + 1);
            }
        }

        return bottom;
    }

    private List<DraftColumn> Columns(int top, int bottom, int first, int last)
    {
        var columns = new List<DraftColumn>();
        for (var at = first; at <= last; at++)
        {
            var path = new List<string>();
            var seen = new HashSet<CellReference>();
            for (var row = top; row <= bottom; row++)
            {
                var area = Area(row, at);
                if (seen.Add(area.TopLeft) && _sheet[area.FirstRow, area.FirstColumn] is { } cell
                    && Plain(cell.Text) is { Length: > 0 } text)
                    path.Add(Filled(text));
            }

            if (path.Count == 0) path.Add("　");
            columns.Add(new DraftColumn { At = at, Path = path, Width = Math.Round(_widthOf(at) ?? 14, 0) });
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var name = DraftRows.Name(column.Title);
            if (!ids.Add(name)) ids.Add(name = DraftRows.Name(string.Concat(column.Path)));
            for (var more = 2; columns.Exists(other => other.Id == name); more++)
                name = DraftRows.Name(column.Title) + more.ToString(CultureInfo.InvariantCulture);
            column.Id = name;
        }

        return columns;
    }

    /// <summary>A row of 1, 2, 3 below the headings numbers the columns.</summary>
    private bool ColumnNumbers(int row, DraftForm form)
    {
        var numbers = form.Columns.Select(column => _sheet[row, column.At]?.Text.Trim() ?? "").ToArray();
        var printed = numbers.Where(text => text.Length > 0 && text.All(char.IsAsciiDigit)).ToArray();
        if (printed.Length < 2 || !printed.SequenceEqual(Enumerable.Range(1, printed.Length)
            .Select(number => number.ToString(CultureInfo.InvariantCulture)))) return false;
        for (var index = 0; index < numbers.Length; index++)
        {
            if (numbers[index].Length > 0 && numbers[index].All(char.IsAsciiDigit)) form.Columns[index].Id = numbers[index];
        }

        return form.HasColumnNumbers = true;
    }

    private string[] SecondLine(FlatCell[] cells, int first, int last)
    {
        string[] line = ["", "", ""];
        foreach (var cell in cells)
        {
            var text = MoneyIn().Replace(Plain(cell.Text), match =>
                match.Value.Replace(match.Groups[1].Value, "{money}", StringComparison.Ordinal));
            if (!text.Contains("{money}", StringComparison.Ordinal))
                text = Named().Replace(text, match => match.Groups[1].Value + "{unitName}");
            text = Filled(text);
            var place = (cell.Column - first) * 3 / Math.Max(1, last - first + 1);
            line[text.Contains("{money}", StringComparison.Ordinal) ? 2 : Math.Clamp(place, 0, 2)] = text;
        }

        return line;
    }

    [GeneratedRegex("^.{2,60}表(?:（.*）|\\(.*\\))?$")]
    private static partial Regex TitleLike();

    [GeneratedRegex(@"^(?:附[件表]|\p{L}{0,6}表)?[一二三四五六七八九十\d][\d一二三四五六七八九十\-—.]*$"
        + @"|^\p{L}{0,6}表[\d一二三四五六七八九十\-—.]+$|^\p{L}{0,8}\d[\d\-—.]*表$")]
    private static partial Regex NumberLike();

    [GeneratedRegex("单位[：:]|部门[：:]|名称[：:]|编制日期|填报日期|年度[：:]|^[（(]?\\d{4}年度?[）)]?$")]
    private static partial Regex SecondLike();

    [GeneratedRegex("单位[：:](万元|元|人民币万元)")]
    private static partial Regex MoneyIn();

    [GeneratedRegex(@"20\d{2}(?=年)")]
    private static partial Regex YearIn();

    [GeneratedRegex(@"^.{0,20}?20\d{2}年度?")]
    private static partial Regex YearBefore();

    [GeneratedRegex("^((?:部门|单位|单位名称|部门名称|编制单位|编制部门|填报单位)[：:]).*$")]
    private static partial Regex Named();
}
