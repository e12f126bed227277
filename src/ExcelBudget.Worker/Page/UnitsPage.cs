using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Codes;

namespace ExcelBudget.Worker.Page;

/// <summary>What the list of units is asked for.</summary>
/// <param name="Q">Part of a code or a name, or pinyin initials.</param>
/// <param name="Step">环节; null for the open one.</param>
/// <param name="State">Code of a state; null or empty for all.</param>
/// <param name="Late">True for late ones only.</param>
internal readonly record struct UnitsQuery(string? Q, string? Step, string? State, bool Late);

/// <summary>单位。All units of a step, to be filtered and searched.</summary>
internal static class UnitsPage
{
    public static IResult Show(Desk who, UnitsQuery query)
    {
        if (who.County is not { } county) return Results.Redirect("/");
        var step = (query.Step is { Length: > 0 } name ? county.Step(name) : null) ?? who.Board.Step!;
        var found = who.Board.Statuses.Where(status => status.Step == step && Matches(status, query)).ToArray();
        return Layout.Page("单位", who, "/units", Html.Of($"""
            <h1>单位</h1>
            <form class="filter" action="/units" data-search role="search" aria-label="筛选单位">
            <label>查找 <input type="search" name="q" value="{query.Q}" placeholder="名称、编码或拼音首字母" autocomplete="off"></label>
            {FormFields.Steps(county.Steps, step)}
            <label>状态 <select name="state"><option value="">全部</option>
            {Html.Each(UnitStates.All, state =>
                FormFields.Option(state.Code(), state.Title(), state.Code() == query.State))}</select></label>
            <label class="check"><input type="checkbox" name="late" value="true"{FormFields.Checked(query.Late)}> 只看逾期</label>
            <button>筛选</button>
            </form>
            <section id="units" data-live aria-live="off" aria-label="单位列表">{Table(found, step, who)}</section>
            """));
    }

    private static Html Table(UnitStatus[] found, CalendarStep step, Desk who) => found.Length == 0
        ? Html.Of($"""<p class="empty">没有这样的单位。可以少写几个字，或换一个状态。</p>""")
        : Html.Of($"""
            <p class="quiet">{step.Name}　{found.Length} 个单位</p>
            <div class="scroll card-table" tabindex="0" role="region" aria-label="单位列表"><table class="grid stack"><thead><tr>
            <th scope="col">编码</th><th scope="col">单位</th><th scope="col">部门</th><th scope="col">状态</th>
            <th scope="col" class="number">版次</th><th scope="col" class="number">错误</th><th scope="col">截止</th>
            <th scope="col">最近报送</th></tr></thead><tbody>{Html.Each(found, status => Row(status, who))}</tbody></table></div>
            """);

    private static bool Matches(UnitStatus status, UnitsQuery query)
    {
        if (query.Late && status.DaysLate == 0) return false;
        if (query.State is { Length: > 0 } state && status.State.Code() != state) return false;
        var typed = query.Q?.Trim().ToLowerInvariant() ?? "";
        if (typed.Length == 0) return true;
        return status.Unit.Code.StartsWith(typed, StringComparison.Ordinal)
            || status.Unit.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
            || status.Department.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
            || (typed.All(char.IsAsciiLetter) && PinyinInitials.IndexOf(status.Unit.Name, typed) >= 0);
    }

    private static Html Row(UnitStatus status, Desk who) => Html.Of($"""
        <tr><td class="code">{status.Unit.Code}</td><th scope="row">{UnitLink.To(status, who)}</th><td>{status.Department.Name}</td>
        <td>{PageWords.Badge(status.State)}
        {Html.When(status.DaysLate > 0, () => Html.Of($"""<span class="late">逾期 {status.DaysLate} 天</span>"""))}</td>
        <td class="number" data-label="版次">{status.Versions}</td><td class="number" data-label="错误">{status.Errors}</td>
        <td class="day" data-label="截止">{PageWords.Day(status.Due)}</td>
        <td class="day" data-label="最近报送">{(status.Last is { } last ? PageWords.Moment(last.ReceivedAt) : "—")}</td></tr>
        """);
}
