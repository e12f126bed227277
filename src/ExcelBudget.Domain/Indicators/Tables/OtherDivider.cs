using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// 别的分隔符。A table whose cells stand between commas, semicolons or other signs of running text: 一级指标,二级指标,三级指标,目标值 above
/// 产出指标,数量指标,新建公厕,12座. Only where all of the first line are headers, or where every line has as many cells and most begin with a level.
/// </summary>
internal static class OtherDivider
{
    private const int FewestRows = 3;
    private const int FewestHeaders = 3;
    private const int FewestCells = 4;

    /// <summary>Signs that divide cells below headers.</summary>
    private const string Signs = ",;#→&/、\\^_>—-~";

    /// <summary>
    /// Signs that divide cells without headers: others stand between the levels of an outline as well, so that every line must begin
    /// with one.
    /// </summary>
    private const string Strong = ",;#";

    /// <summary>The sign; null where the lines are divided by none, or do not show it.</summary>
    public static string? Of(string text, List<(int Start, int End)> lines)
    {
        if (lines.Count < FewestRows) return null;
        foreach (var sign in Signs)
        {
            var (start, end) = lines[0];
            var cells = text.AsSpan(start, end - start).Count(sign) + 1;
            if (cells < FewestHeaders) continue;
            var same = lines.Count(line => text.AsSpan(line.Start, line.End - line.Start).Count(sign) + 1 == cells);
            var isStrong = Strong.Contains(sign, StringComparison.Ordinal);
            if (AreHeaders(text, lines[0], sign) ? same * 4 >= lines.Count * 3
                : same == lines.Count && cells >= FewestCells
                    && lines.Count(line => LevelEnds(text, line, sign)) is var levels
                    && (isStrong ? levels * 2 > lines.Count : levels == lines.Count)) return sign.ToString();
        }

        return null;
    }

    private static bool AreHeaders(string text, (int Start, int End) line, char sign)
    {
        var headers = 0;
        foreach (var (start, end) in Cells(text, line, sign))
        {
            if (start == end) continue;
            if (HeaderWords.Read(text, start, end) is null && HeaderWords.Glued(text.AsSpan(start, end - start)) == 0) return false;
            headers++;
        }

        return headers >= FewestHeaders;
    }

    private static bool LevelEnds(string text, (int Start, int End) line, char sign) =>
        Cells(text, line, sign) is var cells && cells.Take(2).Any(cell => LevelCell.Read(text, cell.Start, cell.End) is not null);

    private static List<(int Start, int End)> Cells(string text, (int Start, int End) line, char sign)
    {
        var cells = new List<(int, int)>();
        for (var from = line.Start; from <= line.End;)
        {
            var length = text.AsSpan(from, line.End - from).IndexOf(sign);
            var to = length < 0 ? line.End : from + length;
            var (start, end) = (from, to);
            while (start < end && TextScan.IsSpace(text[start])) start++;
            while (end > start && TextScan.IsSpace(text[end - 1])) end--;
            cells.Add((start, end));
            from = to + 1;
        }

        return cells;
    }
}
