namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>合计, 注：…, 绩效目标表（续）. Lines of the form around its rows: no indicators, whatever stands in them.</summary>
internal static class RemarkRows
{
    private const int LongestTitle = 16;
    private static readonly string[] Sums = Vocabulary.Of("sumRows");
    private static readonly string[] SideTitles = Vocabulary.Of("sideTitles");
    private static readonly string[] Remarks = Vocabulary.Of("remarkRows");

    /// <summary>True for 合计⇥⇥⇥100.</summary>
    public static bool IsSum(string text, PastedRow row)
    {
        var first = row.Cells.FirstOrDefault(part => !part.IsEmpty);
        return Array.IndexOf(Sums, text[first.Start..first.End]) >= 0;
    }

    /// <summary>Where the remark or the title of a line stands; null when the line is something else.</summary>
    public static (int Start, int End)? Find(string text, PastedRow row)
    {
        if (IsRemark(text.AsSpan(row.Start, row.End - row.Start).TrimStart())) return (row.Start, row.End);
        return row.Only is { } only && IsTitle(text[only.Start..only.End]) ? (only.Start, only.End) : null;
    }

    private static bool IsTitle(string said)
    {
        // 绩效目标表（续）
        if (said.EndsWith(')') && said.LastIndexOf('(') is > 1 and var open) said = said[..open].TrimEnd();
        return Array.Exists(SideTitles, title => title.Contains(said, StringComparison.Ordinal))
            || Array.Exists(Remarks, word => said.StartsWith(word, StringComparison.Ordinal))
            || (said.Length <= LongestTitle && (said.TrimEnd(':').EndsWith("指标", StringComparison.Ordinal) || said.EndsWith('表')));
    }

    /// <summary>说明：绩效指标由项目单位填报: whatever stands in such a line.</summary>
    private static bool IsRemark(ReadOnlySpan<char> said)
    {
        foreach (var word in Remarks)
        {
            if (said.StartsWith(word, StringComparison.Ordinal) && said[word.Length..].TrimStart(' ') is [':', ..]) return true;
        }

        return false;
    }
}
