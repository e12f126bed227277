using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>表中的权重。The weights that a table in one free text gives its rows: a column whose header says 权重 or 分值.</summary>
internal static class TextWeights
{
    private const int LongestRows = 200;
    private const decimal MostOfOne = 60m;
    private const decimal Least = 40m;
    private const decimal Most = 200m;

    /// <summary>What may stand between the cells of a row, blanks last.</summary>
    private static readonly char[] Rules = ['\t', '|', '｜', ' '];

    /// <summary>The weights in order; empty where the text has no such column, or a row's place in it is not certain.</summary>
    public static IReadOnlyList<decimal> In(string text)
    {
        if (!text.Contains("权重", StringComparison.Ordinal) && !text.Contains("分值", StringComparison.Ordinal)) return [];
        var lines = text.Split('\n');
        if (lines.Length > LongestRows) return [];
        var head = Array.FindIndex(lines, IsHead);
        if (head < 0) return [];
        var sign = Array.Find(Rules, rule => lines[head].Contains(rule, StringComparison.Ordinal));
        var columns = Cells(lines[head], sign);
        var place = Array.FindLastIndex(columns, IsHeader);
        var weights = new List<decimal>();
        foreach (var line in lines.Skip(head + 1))
        {
            var cells = Cells(line, sign);
            if (cells.Length < 2 || IsHead(line) || Array.Exists(cells, cell => cell is "合计" or "总计" or "小计")) continue;
            // blanks between cells lose the empty ones in front: counted from the end
            var at = sign != ' ' ? place : cells.Length - (columns.Length - place);
            if (at < 0 || at >= cells.Length) return [];
            if (FigureReader.Read(cells[at].TrimEnd('%', '％', '分')) is not { IsFigure: true } figure) return [];
            weights.Add(figure.Number);
        }

        // other columns hold larger figures
        return weights.TrueForAll(weight => weight is >= 0m and <= MostOfOne) && weights.Sum() is >= Least and <= Most ? weights : [];
    }

    private static bool IsHead(string line) => line.Contains("级指标", StringComparison.Ordinal)
        && (line.Contains("权重", StringComparison.Ordinal) || line.Contains("分值", StringComparison.Ordinal));

    private static bool IsHeader(string cell) =>
        cell.Contains("权重", StringComparison.Ordinal) || cell.Contains("分值", StringComparison.Ordinal);

    private static string[] Cells(string line, char sign) => sign == ' '
        ? line.Split(sign, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [.. line.Split(sign).Select(cell => cell.Trim())];
}
