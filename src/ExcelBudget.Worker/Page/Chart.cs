using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Page;

/// <summary>
/// 每天的报送。Returned and accepted workbooks of the last days as bars; the same figures stand in a table for who hears the page.
/// </summary>
internal static class Chart
{
    private const int Days = 21;
    private const int Height = 120;

    public static Html Of(IEnumerable<HandedIn> returns, DateOnly today)
    {
        var counts = returns.Where(file => file is { Kind: SubmissionKind.Workbook, Verdict: Verdict.Accepted or Verdict.Returned })
            .GroupBy(file => DateOnly.FromDateTime(file.ReceivedAt.ToLocalTime().DateTime))
            .ToDictionary(
                day => day.Key, day => (Good: day.Count(file => file.Verdict == Verdict.Accepted), Bad: day.Count(file =>
                    file.Verdict == Verdict.Returned)));
        var days = Enumerable.Range(0, Days).Select(back => today.AddDays(back - Days + 1)).ToArray();
        if (!days.Any(counts.ContainsKey)) return Html.Of($"""<p class="quiet">最近 {Days} 天没有报送。</p>""");
        var most = Math.Max(1, days.Max(day => counts.TryGetValue(day, out var count) ? count.Good + count.Bad : 0));
        var told = days.Where(counts.ContainsKey).ToArray();
        return Html.Of($"""
            <svg class="chart" width="100%" height="{Height + 24}" role="img" aria-label="最近 {Days} 天每天报送的工作簿，通过和退回">
            <line class="axis" x1="0" x2="100%" y1="{Height}.5" y2="{Height}.5"/>
            <text class="most" x="0" y="12">{most} 份</text>
            {Html.Each(days.Select((day, at) => (day, at)), pair => Bar(pair.at, counts.GetValueOrDefault(pair.day), most))}
            <text x="0" y="{Height + 18}">{PageWords.ShortDay(days[0])}</text>
            <text x="50%" y="{Height + 18}" text-anchor="middle">{PageWords.ShortDay(days[Days / 2])}</text>
            <text x="100%" y="{Height + 18}" text-anchor="end">{PageWords.ShortDay(today)}</text>
            </svg>
            <p class="legend"><span class="key good"></span>通过　<span class="key bad"></span>退回</p>
            <table class="unseen"><caption>每天报送的工作簿</caption><thead><tr><th>日期</th><th>通过</th><th>退回</th></tr></thead><tbody>
            {Html.Each(told, day => Html.Of(
                $"<tr><td>{PageWords.Day(day)}</td><td>{counts[day].Good}</td><td>{counts[day].Bad}</td></tr>"))}
            </tbody></table>
            """);
    }

    private static Html Bar(int at, (int Good, int Bad) count, int most)
    {
        if (count.Good + count.Bad == 0) return Html.Nothing;
        const decimal Step = 100m / Days;
        var (good, bad) = (Height * 0.85m * count.Good / most, Height * 0.85m * count.Bad / most);
        var (x, width) = ((at * Step) + (Step * 0.15m), Step * 0.7m);
        return Html.Of($"""
            <rect class="good" x="{x}%" width="{width}%" y="{Height - good}" height="{good}"/>
            <rect class="bad" x="{x}%" width="{width}%" y="{Height - good - bad}" height="{bad}"/>
            """);
    }
}
