using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Codes;

namespace ExcelBudget.Worker.Page;

/// <summary>部门。How far the units of each department are in a step.</summary>
internal static class DepartmentsPage
{
    public static IResult Show(Desk who, string? q, string? step, bool late)
    {
        if (who.County is not { } county) return Results.Redirect("/");
        var known = (step is { Length: > 0 } name ? county.Step(name) : null) ?? who.Board.Step!;
        var found = who.Board.Statuses.Where(status => status.Step == known).GroupBy(status => status.Department)
            .Where(group => Matches(group.Key, q) && (!late || group.Any(status => status.DaysLate > 0))).ToArray();
        return Layout.Page("部门", who, "/departments", Html.Of($"""
            <h1>部门</h1>
            <form class="filter" action="/departments" data-search role="search" aria-label="筛选部门">
            <label>查找 <input type="search" name="q" value="{q}" placeholder="名称、编码或拼音首字母" autocomplete="off"></label>
            {FormFields.Steps(county.Steps, known)}
            <label class="check"><input type="checkbox" name="late" value="true"{FormFields.Checked(late)}> 只看逾期</label>
            <button>筛选</button></form>
            <section id="departments" data-live aria-label="部门列表">{Table(found, known, who)}</section>
            """));
    }

    private static Html Table(IGrouping<CountyDepartment, UnitStatus>[] found, CalendarStep step, Desk who) => found.Length == 0
        ? Html.Of($"""<p class="empty">没有这样的部门。</p>""")
        : Html.Of($"""
            <p class="quiet">{step.Name}　{found.Length} 个部门</p>
            <div class="scroll card-table" tabindex="0" role="region" aria-label="部门列表"><table class="grid stack"><thead><tr>
            <th scope="col">部门</th><th scope="col" class="number">单位</th>
            {Html.Each(UnitStates.All, state => Html.Of($"""<th scope="col" class="number">{state.Title()}</th>"""))}
            <th scope="col" class="number">逾期</th>{Html.When(who.Visitor.IsClerk, () => Html.Of($"""<th scope="col">联系人</th>"""))}
            </tr></thead>
            <tbody>{Html.Each(found, group => Row(group, step, who))}</tbody></table></div>
            """);

    private static bool Matches(CountyDepartment department, string? q)
    {
        var typed = q?.Trim().ToLowerInvariant() ?? "";
        return typed.Length == 0 || department.Code.StartsWith(typed, StringComparison.Ordinal)
            || department.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
            || (typed.All(char.IsAsciiLetter) && PinyinInitials.IndexOf(department.Name, typed) >= 0);
    }

    private static Html Row(IGrouping<CountyDepartment, UnitStatus> department, CalendarStep step, Desk who) => Html.Of($"""
        <tr><th scope="row"><a href="/units?step={Uri.EscapeDataString(step.Name)}&amp;q={Uri.EscapeDataString(department.Key.Name)}">
        {department.Key.Name}</a></th><td class="number" data-label="单位">{department.Count()}</td>
        {Html.Each(UnitStates.All, state => FormFields.Number(state.Title(), department.Count(status => status.State == state)))}
        {FormFields.Number("逾期", department.Count(status => status.DaysLate > 0))}
        {Html.When(who.Visitor.IsClerk, () => Html.Of(
            $"""<td data-label="联系人">{department.Key.Contact} {department.Key.Phone}</td>"""))}</tr>
        """);
}
