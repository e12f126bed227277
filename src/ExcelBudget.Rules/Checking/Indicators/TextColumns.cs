namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>
/// 表中其余各栏。What a table in one free text prints beside its indicators: 半年目标, 上年实际值, 指标解释, 指标方向. Only where a header names the
/// columns and the row that holds an indicator's name has them all.
/// </summary>
internal sealed class TextColumns
{
    private const int LongestRows = 200;
    private const int FewestColumns = 4;
    private const string Levels = "级指标";

    /// <summary>What may stand between the cells of a row.</summary>
    private static readonly char[] Rules = ['\t', '|', '｜'];
    private static readonly string[] Names = ["三级指标", "指标名称", "绩效指标", "具体指标"];
    private readonly string[] _headers;
    private readonly List<string[]> _rows = [];
    private readonly int _name;

    private TextColumns(string[] headers, int name) => (_headers, _name) = (headers, name);

    /// <summary>The columns of a project's text; null where it is no table with a header.</summary>
    public static TextColumns? Of(ReviewedProject project)
    {
        var rule = Array.Find(Rules, sign => project.Text.Contains(sign, StringComparison.Ordinal));
        if (rule == default) return null;
        var lines = project.Text.Split('\n');
        var head = lines.Length > LongestRows ? -1
            : Array.FindIndex(lines, line => line.Contains(Levels, StringComparison.Ordinal)
                && line.Contains(rule, StringComparison.Ordinal));
        if (head < 0) return null;
        var headers = Cells(lines[head], rule);
        var name = Array.FindIndex(headers, cell => Names.Any(word => cell.Contains(word, StringComparison.Ordinal)));
        if (headers.Length < FewestColumns || name < 0) return null;
        var columns = new TextColumns(headers, name);
        columns._rows.AddRange(lines.Skip(head + 1).Select(line => Cells(line, rule)).Where(cells => cells.Length > name));
        return columns;
    }

    /// <summary>The place of the one column whose header a question fits; -1 where none or several do.</summary>
    public int Find(Func<string, bool> isMeant)
    {
        var first = Array.FindIndex(_headers, header => header.Length > 0 && isMeant(header));
        return first < 0 || Array.FindIndex(_headers, first + 1, header => header.Length > 0 && isMeant(header)) >= 0 ? -1 : first;
    }

    /// <summary>What a header says.</summary>
    public string Header(int column) => _headers[column];

    /// <summary>What stands in a column beside an indicator; empty where the row is not certain.</summary>
    public string Beside(ReviewedIndicator line, int column)
    {
        if (column < 0 || line.Indicator.Name.Length == 0) return "";
        string[]? found = null;
        foreach (var row in _rows)
        {
            if (!row[_name].EndsWith(line.Indicator.Name, StringComparison.Ordinal)) continue;
            if (found is not null) return "";
            found = row;
        }

        return found is not null && column < found.Length ? found[column] : "";
    }

    private static string[] Cells(string line, char rule) => [.. line.TrimEnd('\r').Split(rule).Select(cell => cell.Trim())];
}
