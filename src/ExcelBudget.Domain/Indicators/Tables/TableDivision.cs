using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>How the cells of a pasted table are divided.</summary>
internal enum Division
{
    /// <summary>Tabs or strokes: empty cells keep their place.</summary>
    Tabs,

    /// <summary>Blanks: empty cells are lost.</summary>
    Blanks,

    /// <summary>One cell after the other without any end of a row: empty cells are lost, rows are found by what stands in them.</summary>
    Stream,
}

/// <summary>
/// Says by its lines alone how the cells of a text are divided, and by which signs. Most texts are no tables: they are refused here,
/// before anything is read in them.
/// </summary>
internal sealed class TableDivision(string text, List<(int Start, int End)> lines)
{
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int FewestTokens = 12;
    private const int FewestWide = 2;

    /// <summary>The division; null when the text is plainly no table.</summary>
    public static (Division Division, string Signs)? Of(string text, List<(int Start, int End)> lines) =>
        new TableDivision(text, lines).Find();

    private (Division Division, string Signs)? Find()
    {
        if (text.Contains('\t', StringComparison.Ordinal)) return Tabbed();
        if (OtherDivider.Of(text, lines) is { } other) return (Division.Tabs, other);
        if (lines.Count <= 2)
        {
            // 数量指标：储备饲草 ≥2000吨: an outline in one line
            var isStream = text.AsSpan().Count(' ') >= FewestTokens && !text.Contains("标:", StringComparison.Ordinal)
                && StartsWithFigures(" \n\u2029");
            return isStream ? (Division.Stream, " \n\u2029") : null;
        }

        var (blanked, paired, wide) = (0, 0, 0);
        foreach (var (start, end) in lines)
        {
            var said = text.AsSpan(start, end - start);
            var blanks = said.Count(' ');
            if (blanks == 0) continue;
            paired++;
            if (blanks < FewestCells - 1) continue;
            blanked++;
            if (IsWide(said)) wide++;
        }

        // names and figures are found without columns; words behind a name are not
        var isTable = wide >= FewestWide || lines.Exists(EndsInHan);
        if (isTable && blanked >= FewestRows && blanked * 2 >= lines.Count - Headings()) return (Division.Blanks, " ");
        if (paired > FewestRows && paired * 4 >= lines.Count * 3 && lines.Exists(EndsInWords)) return (Division.Blanks, " ");
        return blanked == 0 && lines.Count >= FewestTokens && IsOneBelow() ? (Division.Stream, "\n\u2029") : null;
    }

    /// <summary>True for a line with more than a name and its target behind its levels.</summary>
    private static bool IsWide(ReadOnlySpan<char> line)
    {
        var cells = 0;
        foreach (var range in line.Split(' '))
        {
            var cell = line[range];
            // 产 出 指 标 has many blanks and one word
            if (cell.Length > 0 && !cell.EndsWith("指标") && (cells > 0 || cell.Length > 1)) cells++;
        }

        return cells > 2;
    }

    private (Division Division, string Signs)? Tabbed()
    {
        var tabbed = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Contains('\t'));
        // levels may stand on lines of their own, each with one row below it
        if (tabbed >= FewestRows - 1 && tabbed * 2 >= lines.Count - Headings()) return (Division.Tabs, "\t");
        return lines.Count <= 2 && text.AsSpan().Count('\t') >= FewestTokens ? (Division.Stream, "\t\n\u2029") : null;
    }

    private int Headings() => lines.Count(IsHeading);

    private bool IsHeading((int Start, int End) line)
    {
        var (start, end) = Bare(line);
        return end > start && text.AsSpan(start, end - start).IndexOf('\t') < 0 && LevelCell.Read(text, start, end) is not null;
    }

    private bool IsHeader((int Start, int End) line) => Bare(line) is var (start, end) && HeaderWords.Read(text, start, end) is not null;

    private (int Start, int End) Bare((int Start, int End) line)
    {
        var (start, end) = line;
        while (start < end && TextScan.IsSpace(text[start])) start++;
        while (end > start && TextScan.IsSpace(text[end - 1])) end--;
        return (start, end);
    }

    private bool EndsInWords((int Start, int End) line)
    {
        var said = text.AsSpan(line.Start, line.End - line.Start).TrimEnd();
        var word = said[(said.LastIndexOf(' ') + 1)..];
        return word.Length > 2 && word.Length < said.Length && word.IndexOfAnyInRange('0', '9') < 0;
    }

    /// <summary>成本控制 严格按预算执行: the last word is no figure.</summary>
    private bool EndsInHan((int Start, int End) line)
    {
        var said = text.AsSpan(line.Start, line.End - line.Start).TrimEnd();
        var blank = said.LastIndexOf(' ');
        return blank > 0 && TextScan.IsHan(said[blank + 1]) && !said.EndsWith("指标");
    }

    /// <summary>
    /// Cells one below the other: headers lead, or one line in eight is a figure. Where nearly every second line is one and no line is a
    /// sign or a figure without its unit, names and targets alternate: the outline reader pairs them.
    /// </summary>
    private bool IsOneBelow()
    {
        if (lines.Take(FewestCells).All(IsHeader)) return true;
        var (figures, bare) = (0, 0);
        foreach (var line in lines)
        {
            var (start, end) = Bare(line);
            // 1.培训 begins with a mark
            if (!IsFigure(start)) continue;
            figures++;
            if (end - start == 1 || char.IsAsciiDigit(text[end - 1]) || text[end - 1] == '分') bare++;
        }

        return figures * 8 >= lines.Count && (bare > 0 || figures * 3 <= lines.Count);
    }

    /// <summary>True where one cell in eight or more is a sign or a figure: names and targets share no cell.</summary>
    private bool StartsWithFigures(string signs)
    {
        var (cells, figures) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && !signs.Contains(text[at - 1], StringComparison.Ordinal)) continue;
            cells++;
            if (IsFigure(at)) figures++;
        }

        return figures * 8 >= cells;
    }

    private bool IsFigure(int at) => text[at] is '≥' or '≤' or '=' or '>' or '<'
        || (char.IsAsciiDigit(text[at]) && ListMarkReader.Read(text, at).Length == 0);
}
