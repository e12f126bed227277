using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// Reads the official forms of a sheet, one below the other: title, lines above and below it, headings, rows, formulas, the page. What
/// it cannot see it guesses from names, and says so.
/// </summary>
/// <param name="sheet">The sheet.</param>
/// <param name="words">What words of headings say.</param>
internal sealed partial class DraftReader(DraftSheet sheet, DraftWords words)
{
    private const int Reach = 8;
    private const int LongestSheetName = 31;

    private readonly DraftPatterns _patterns = words.Patterns;

    /// <summary>The forms of the sheet; none for a cover or a table of contents.</summary>
    /// <param name="number">The place of the first from 1, for its id where no number is printed.</param>
    public IReadOnlyList<DraftForm> Read(int number)
    {
        var starts = new List<(int Title, int Column, int Top)>();
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            if (TitleIn(row) is { } title && TopBelow(row) is > 0 and var top) starts.Add((row, title.Column, row = top));
        }

        var forms = new List<DraftForm>();
        for (var place = 0; place < starts.Count; place++)
        {
            var from = place == 0 ? 1 : EndBefore(starts[place].Title) + 1;
            var to = place + 1 < starts.Count ? EndBefore(starts[place + 1].Title) : sheet.LastRow;
            if (Form(starts[place], from, to, number + forms.Count, starts.Count > 1) is { } form) forms.Add(form);
        }

        return forms;
    }

    /// <summary>A row that holds a title and nothing but a number or a line of its kind beside it.</summary>
    private FlatCell? TitleIn(int row)
    {
        if (!sheet.ShowsRow(row)) return null;
        var cells = sheet.Words(row);
        var title = cells.Where(IsTitle).ToArray();
        if (title.Length == 0 && cells is [var only] && sheet.IsWide(row, only.Column) && _patterns.Is("bareTitle", only.Text))
            return only;
        return title.Length == 1 && cells.All(cell => cell == title[0] || IsBeside(cell.Text)) ? title[0] : null;
    }

    private bool IsTitle(FlatCell cell) => _patterns.Is("title", WithoutMoney(cell.Text)) && !_patterns.Is("number", cell.Text);

    private bool IsBeside(string text) => _patterns.Is("number", text) || _patterns.Is("second", text) || _patterns.Is("money", text);

    /// <summary>The first row of headings below a title; 0 where none follows.</summary>
    private int TopBelow(int title)
    {
        for (var row = title + 1; row <= Math.Min(sheet.LastRow, title + Reach); row++)
        {
            if (!sheet.ShowsRow(row)) continue;
            var cells = sheet.Words(row);
            if (cells.Count == 0) continue;
            if (cells.Exists(cell => IsTitle(cell) && cell.Text.Length > 6)) return 0;
            if (IsLine(cells) || (cells.Count == 1 && !HasFieldBeside(cells[0]))) continue;
            if (sheet.Cells(row).Exists(cell => cell.Kind != FlatCellKind.Text)) return 0;
            return row;
        }

        return 0;
    }

    /// <summary>单位, 年度 and unit of money in one row; what stands with them belongs to them.</summary>
    private bool IsLine(List<FlatCell> cells) => cells.Exists(cell => IsBeside(cell.Text))
        && cells.Count(cell => !IsBeside(cell.Text)) <= 1 && cells.Count <= 4;

    /// <summary>项目名称 with a merged blank beside it begins a block.</summary>
    private bool HasFieldBeside(FlatCell cell) => _patterns.Is("projectRows", cell.Text)
        && sheet.IsWide(cell.Row, sheet.Area(cell.Row, cell.Column).LastColumn + 1);

    /// <summary>The last row above a title that does not belong to it: number and unit lines do.</summary>
    private int EndBefore(int title)
    {
        var row = title - 1;
        while (row > 0 && sheet.Words(row) is var cells && cells.Count > 0 && cells.TrueForAll(cell => IsBeside(cell.Text))) row--;
        return row;
    }

    private DraftForm? Form((int Title, int Column, int Top) start, int from, int to, int number, bool isOneOfMany)
    {
        var above = Rows(from, start.Title).SelectMany(row => sheet.Words(row)).Where(cell => cell.Row < start.Title
            || cell.Column != start.Column).ToArray();
        var below = Rows(start.Title + 1, start.Top - 1).SelectMany(row => sheet.Words(row)).ToArray();
        var numberLine = above.Select(cell => DraftPatterns.Plain(cell.Text)).FirstOrDefault(text => _patterns.Is("number", text));
        var printed = sheet[start.Title, start.Column]!.Text;
        var header = DraftHeader.Of(sheet, _patterns, start.Top, to);
        var lines = below.Concat(above.Where(cell => !_patterns.Is("number", cell.Text)))
            .Concat(Rows(header.Bottom + 1, to).SelectMany(row => sheet.Words(row)).Where(cell => IsMoneyLine(cell.Text))).ToArray();
        var year = Year(Rows(from, header.Bottom).SelectMany(row => sheet.Words(row)));
        var title = Title(printed);
        var form = new DraftForm
        {
            Id = IdOf(numberLine, number),
            Title = title,
            PrintedTitle = PrintedTitle(printed, title, year),
            NumberRow = above.FirstOrDefault(cell => _patterns.Is("number", cell.Text))?.Row ?? 0,
            Sheet = SheetName(sheet.Name, title, isOneOfMany),
            Source = sheet.Name,
            TitleRow = start.Title,
            NumberLine = numberLine,
            SecondLine = SecondLine(lines, header, year),
            SecondRow = below.Length > 0 ? below[0].Row : 0,
            Money = lines.Select(cell => cell.Text).Append(printed).Select(text => _patterns.Part("money", text)).FirstOrDefault(word =>
                word is not null),
            Header = (start.Top, header.Bottom),
            IsPortrait = sheet.Look.IsPortrait,
            IsOnePage = sheet.Look.IsOnePage,
        };
        foreach (var stray in below.Where(cell => !IsBeside(cell.Text) && !IsLine(sheet.Words(cell.Row))))
            form.Doubts.Add($"表头上面的“{stray.Text.Trim()}”没有采用，需要时写进 secondLine 或 footNotes");
        foreach (var stray in above.Where(cell => !IsBeside(cell.Text) && cell.Row != start.Title).TakeLast(3))
            form.Doubts.Add($"表名上面的“{stray.Text.Trim()}”没有采用，要印的写进 numberLine");
        if (form.Money is not (null or "元" or "万元")) form.Doubts.Add($"金额单位是{form.Money}，只能印元或万元，暂按万元");
        if (sheet.HidesWords) form.Doubts.Add($"工作表“{sheet.Name}”有隐藏的行或列，没有读");
        if (DraftBlocks.Read(sheet, form, start.Top, to, words, year) is { } block)
        {
            form.Block = block;
            return form;
        }

        form.Columns = header.Columns(text => Filled(text, year));
        var first = header.Bottom + 1;
        while (first <= to && (!sheet.ShowsRow(first) || sheet.Cells(first).Count == 0) && first < header.Bottom + 2) first++;
        if (ColumnNumbers(first, form)) first++;
        else first = header.Bottom + 1;
        DraftRows.Read(sheet, form, first, to, words);
        return form;
    }

    private static IEnumerable<int> Rows(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1));

    private bool IsMoneyLine(string text) => _patterns.Is("money", text) && text.Trim().Length < 12;

    /// <summary>The title without unit and year, words of money in brackets neither.</summary>
    private string Title(string printed) => Ordinals.Strip(_patterns.Replaced("yearBefore", WithoutMoney(DraftPatterns.Plain(printed)),
        _ => ""));

    /// <summary>The title with the year in front of it, and the unit where one stands there; null where nothing does.</summary>
    private string? PrintedTitle(string printed, string title, int year)
    {
        var whole = WithoutMoney(DraftPatterns.Plain(printed));
        if (whole == title || year == 0 || !whole.EndsWith(title, StringComparison.Ordinal)) return null;
        var before = whole[..^title.Length];
        var at = before.IndexOf(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return at < 0 ? null : (at > 0 ? "{unitName}" : "") + Filled(before[at..], year) + title;
    }

    private string WithoutMoney(string text) => Bracketed().Replace(text, match => _patterns.Is("money", match.Value) ? "" : match.Value);

    /// <summary>Years of the form as the pack fills them in: the latest is the budget's; 0 where none is told.</summary>
    private int Year(IEnumerable<FlatCell> cells) => cells.SelectMany(cell => _patterns.All("year", cell.Text))
        .Select(text => int.Parse(text, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    /// <summary>A text with the years of the form as slots.</summary>
    internal static string Filled(string text, int year) => year == 0 ? text : text
        .Replace((year - 1).ToString(CultureInfo.InvariantCulture), "{lastYear}", StringComparison.Ordinal)
        .Replace(year.ToString(CultureInfo.InvariantCulture), "{year}", StringComparison.Ordinal);

    private static string IdOf(string? above, int number)
    {
        var digits = above is null ? "" : string.Concat(above.Where(char.IsAsciiDigit));
        return "B" + (digits.Length > 0 ? digits : number.ToString(CultureInfo.InvariantCulture));
    }

    private static string SheetName(string name, string title, bool isOneOfMany)
    {
        var own = string.Concat((isOneOfMany ? title : name).Where(sign => !"[]:*?/\\'".Contains(sign, StringComparison.Ordinal))).Trim();
        return own.Length > LongestSheetName ? own[..LongestSheetName] : own;
    }

    /// <summary>A row of 1, 2, 3 below the headings numbers the columns; «3=1+2» says how one is computed.</summary>
    private bool ColumnNumbers(int row, DraftForm form)
    {
        if (sheet.Cells(row).Exists(cell => cell.HasFormula)) return false;
        var numbers = form.Columns.Select(column => sheet.At(row, column.At)).ToArray();
        var printed = numbers.Where(text => text.Length > 0).ToArray();
        if (printed.Length < 2 || !printed.All(text => _patterns.Is("columnNumber", text))
            || printed.Count(text => text.Any(char.IsAsciiDigit)) < 2) return false;
        for (var index = 0; index < numbers.Length; index++)
        {
            if (Number().Match(numbers[index]) is { Success: true } match && form.Columns.All(other => other.Id != match.Value))
                form.Columns[index].Id = match.Value;
        }

        for (var index = 0; index < numbers.Length; index++)
        {
            if (_patterns.Part("columnSum", numbers[index]) is null) continue;
            var parts = numbers[index].Split('=', '＝')[1].Split('+', '＋');
            if (parts.All(part => form.Columns.Any(column => column.Id == part)))
                form.Columns[index].Compute = string.Join(" + ", parts.Select(part => $"本表[本行,{part}]"));
        }

        return form.HasColumnNumbers = true;
    }

    private string[] SecondLine(FlatCell[] cells, DraftHeader header, int year)
    {
        string[] line = ["", "", ""];
        foreach (var cell in cells.Where(cell => IsBeside(cell.Text) || IsLine(sheet.Words(cell.Row))))
        {
            var text = DraftPatterns.Plain(cell.Text);
            // a name alone at the left is whose budget it is
            if (!IsBeside(cell.Text)) text = char.IsAsciiDigit(text[0]) ? "{unit}" : "{unitName}";
            if (_patterns.Part("money", text) is { } money)
            {
                line[2] = text.Replace(money, "{money}", StringComparison.Ordinal);
                continue;
            }

            if (_patterns.Part("named", text) is { } named) text = text[..named.Length] + "{unitName}";
            text = Filled(text, year);
            var place = Math.Clamp((cell.Column - header.First) * 3 / Math.Max(1, header.Last - header.First + 1), 0, 2);
            if (line[place].Length == 0) line[place] = text;
        }

        return line;
    }

    [GeneratedRegex(@"[（(][^（()）]*[）)]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=^[（(]?)\d{1,2}(?:-\d{1,2})?(?=[）)]?(?:[=＝]|$))|^[甲乙丙丁戊己]$")]
    private static partial Regex Number();
}
