using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Page;

/// <summary>What the list of rules is asked for.</summary>
/// <param name="Step">环节; null for the open one.</param>
/// <param name="Severity">error, warning or info; null or empty for errors and 疑点.</param>
/// <param name="Category">A category; null or empty for all.</param>
internal readonly record struct FindingsQuery(string? Step, string? Severity, string? Category);

/// <summary>问题。What is found over the county: which rule, how often, in which units.</summary>
internal static class FindingsPage
{
    private static readonly string[] Severities = ["error", "warning", "info"];

    public static IResult Show(Desk who, FindingsQuery query)
    {
        if (who.County is not { } county) return Results.Redirect("/");
        var step = (query.Step is { Length: > 0 } name ? county.Step(name) : null) ?? who.Board.Step!;
        var statuses = who.Board.Statuses.Where(status => status.Step == step && status.Last is not null).ToArray();
        var all = who.Shelf.ByRule(statuses.Select(status => status.Last!));
        var found = all.Where(rule => Matches(rule, query)).ToArray();
        var units = statuses.ToDictionary(status => status.Unit.Code, StringComparer.Ordinal);
        return Layout.Page("问题", who, "/findings", Html.Of($"""
            <div class="title"><h1>问题</h1><p>每个单位最近一次报送，共 {statuses.Length} 份
            <a href="/api/findings.xlsx?step={Uri.EscapeDataString(step.Name)}" download>导出检查发现（Excel）</a></p></div>
            <form class="filter" action="/findings" data-search role="search" aria-label="筛选问题">
            {FormFields.Steps(county.Steps, step)}
            <label>级别 <select name="severity"><option value="">错误和疑点</option>
            {Html.Each(Severities, each => FormFields.Option(each, FindingList.Title(each), each == query.Severity))}</select></label>
            <label>检查内容 <select name="category"><option value="">全部</option>
            {Html.Each(all.Select(rule => rule.Category).Distinct(), each =>
                FormFields.Option(each, CategoryWords.Of(each), each == query.Category))}</select></label>
            <button>筛选</button></form>
            <section id="rules" data-live aria-label="各项规则的发现">{Table(found, units, who)}</section>
            """));
    }

    private static bool Matches(RuleCount rule, FindingsQuery query) =>
        (query.Severity is { Length: > 0 } severity ? rule.Severity == severity : rule.Severity != "info")
        && (query.Category is not { Length: > 0 } category || rule.Category == category);

    private static Html Table(RuleCount[] found, Dictionary<string, UnitStatus> units, Desk who) => found.Length == 0
        ? Html.Of($"""<p class="empty">没有这样的问题。</p>""")
        : Html.Of($"""
            <p class="quiet">{found.Length} 条规则，{found.Sum(rule => rule.Findings)} 处</p>
            <div class="scroll card-table" tabindex="0" role="region" aria-label="各项规则的发现"><table class="grid stack"><thead><tr>
            <th scope="col">例</th><th scope="col">级别</th><th scope="col">检查内容</th><th scope="col">规则</th>
            <th scope="col" class="number">处数</th><th scope="col">单位</th></tr></thead><tbody>
            {Html.Each(found, rule => Row(rule, units, who))}</tbody></table></div>
            """);

    private static Html Row(RuleCount rule, Dictionary<string, UnitStatus> units, Desk who) => Html.Of($"""
        <tr><th scope="row">{rule.Example}</th>
        <td><span class="badge {(rule.Severity == "error" ? "returned" : rule.Severity == "warning" ? "held" : "")}">
        {FindingList.Title(rule.Severity)}</span></td>
        <td data-label="检查内容">{CategoryWords.Of(rule.Category)}</td><td data-label="规则" class="code">{rule.Rule}</td>
        <td class="number" data-label="处数">{rule.Findings}</td>
        <td><details><summary>{rule.Units.Count} 个单位</summary><ul class="plain">{Html.Each(
            rule.Units.Where(units.ContainsKey), code => Html.Of($"<li>{UnitLink.To(units[code], who)}</li>"))}</ul></details></td></tr>
        """);
}
