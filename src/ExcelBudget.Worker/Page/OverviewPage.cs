using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Page;

/// <summary>总览。The county at a glance, and what the clerk does for all of it.</summary>
internal static class OverviewPage
{
    private const int MostLate = 12;

    public static IResult Show(Desk who, ILedger ledger)
    {
        if (who.County is not { } county || who.Board.Step is not { } step) return Start(who);
        var open = who.Board.Statuses.Where(status => status.Step == step).ToArray();
        return Layout.Page("总览", who, "/", Html.Of($"""
            <div class="title"><h1>{step.Name}</h1>
            <p>{Words.Day(step.Dates.Opens)} 至 {Words.Day(step.Dates.Due)}　共 {open.Length} 个单位
            <a href="/api/status.xlsx" download>下载进度表（Excel）</a></p></div>
            <section id="counts" data-live aria-label="各状态的单位数">{Counts(step, open)}</section>
            <div class="columns">
            <section id="late" data-live aria-labelledby="late-title">{Late(open, who)}</section>
            <section id="days" data-live aria-labelledby="days-title"><h2 id="days-title">每天报送</h2>
            {Chart.Of(who.Board.Ledger.HandedIn(county.Year), who.Board.Today)}</section>
            </div>
            {Html.When(who.Visitor.IsClerk, () => ForClerk(who, county, step, open, ledger))}
            <section id="steps" data-live aria-labelledby="steps-title"><h2 id="steps-title">各环节</h2>{Steps(who)}</section>
            """));
    }

    private static IResult Start(Desk who) => Layout.Page("总览", who, "/", Html.Of($"""
        <h1>还没有县级名册</h1>
        <p>名册写明有哪些部门和单位、每个环节哪天开放、哪天截止。用命令 <code>excelbudget county init</code> 生成空白名册，填好后放在数据文件夹里，这里就会显示全县的进度。</p>
        <p>没有名册也可以先<a href="/check">试检一本工作簿</a>。</p>
        """));

    private static Html Counts(CalendarStep step, UnitStatus[] open)
    {
        var states = UnitStates.All.Select(state => (State: state, Count: open.Count(status => status.State == state))).ToArray();
        var done = 0m;
        var total = Math.Max(1, open.Length);
        var bars = states.Where(pair => pair.Count > 0).Select(pair =>
        {
            var (x, width) = (done, 100m * pair.Count / total);
            done += width;
            return (pair.State, x, width);
        }).ToArray();
        return Html.Of($"""
            <svg class="share" width="100%" height="14" aria-hidden="true">
            {Html.Each(bars, bar => Html.Of($"""<rect class="{bar.State.Code()}" x="{bar.x}%" width="{bar.width}%" height="14"/>"""))}
            </svg>
            <ul class="cards">{Html.Each(states, pair => Card(step, pair.State, pair.Count))}</ul>
            """);
    }

    private static Html Card(CalendarStep step, UnitState state, int count) => Html.Of($"""
        <li class="{(count == 0 ? "none" : "")}"><a href="/units?step={Uri.EscapeDataString(step.Name)}&amp;state={state.Code()}">
        <span class="figure">{count}</span><span class="word"><i class="dot {state.Code()}"></i>{state.Title()}</span></a></li>
        """);

    private static Html Late(UnitStatus[] open, Desk who)
    {
        var late = open.Where(status => status.DaysLate > 0 && !status.State.IsDone())
            .OrderByDescending(status => status.DaysLate).ToArray();
        return Html.Of($"""
            <h2 id="late-title">逾期未报<span class="count">{late.Length}</span></h2>
            {Html.When(late.Length == 0, () => Html.Of($"""<p class="quiet">没有逾期的单位。</p>"""))}
            <ul class="rows">{Html.Each(late.Take(MostLate), status => Html.Of($"""
                <li>{UnitLink.To(status, who)}<span>{Words.Badge(status.State)}　逾期 {status.DaysLate} 天</span></li>
                """))}</ul>
            {Html.When(late.Length > MostLate, () => Html.Of($"""<p><a href="/units?late=true">全部 {late.Length} 个</a></p>"""))}
            """);
    }

    private static Html ForClerk(Desk who, CountyRegister county, CalendarStep step, UnitStatus[] open, ILedger ledger)
    {
        var returns = open.Where(status => status.Last is not null).Select(status => status.Last!).ToArray();
        var categories = who.Shelf.ByRule(returns).Where(rule => rule.Severity != "info").GroupBy(rule => rule.Category)
            .Select(group => (Title: CategoryWords.Of(group.Key), Count: group.Sum(rule => rule.Findings), Units: group
                .SelectMany(rule => rule.Units).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(category => category.Count).ToArray();
        return Html.Of($"""
            <div class="columns">
            <section id="categories" data-live aria-labelledby="categories-title"><h2 id="categories-title">最近报送里的问题</h2>
            {Html.When(categories.Length == 0, () => Html.Of(
                $"""<p class="quiet">{(returns.Length == 0 ? "还没有报送。" : "没有错误和疑点。")}</p>"""))}
            <ul class="bars">{Html.Each(categories, category => Bar(category, categories[0].Count))}</ul></section>
            <section id="held" data-live aria-labelledby="held-title">{Held(ledger)}</section>
            </div>
            <section aria-labelledby="do-title"><h2 id="do-title">经办</h2>{Actions(county, step)}</section>
            """);
    }

    private static Html Bar((string Title, int Count, int Units) category, int most) => Html.Of($"""
        <li><span>{category.Title}</span>
        <svg width="100%" height="8" aria-hidden="true"><rect width="{100m * category.Count / most}%" height="8"/></svg>
        <span>{category.Count} 处，{category.Units} 个单位</span></li>
        """);

    private static Html Held(ILedger ledger)
    {
        var held = ledger.Held();
        return Html.Of($"""
            <h2 id="held-title">待核的文件<span class="count">{held.Count}</span></h2>
            {Html.When(held.Count == 0, () => Html.Of($"""<p class="quiet">没有要核实的文件。</p>"""))}
            <ul class="rows">{Html.Each(held, file => Html.Of($"""
                <li><details><summary>{file.Name}　{file.UnitName}</summary>
                <form data-post="/api/held/{file.Id}/release"><p>{HoldWords.Of(file.Hold)}</p>
                {Fields.Reason("放行的理由")}{Fields.Person()}<button>核实无误，放行</button><output></output></form></details></li>
                """))}</ul>
            """);
    }

    private static Html Actions(CountyRegister county, CalendarStep step)
    {
        var options = Html.Each(county.Steps, each => each == step
            ? Html.Of($"""<option selected>{each.Name}</option>""") : Html.Of($"""<option>{each.Name}</option>"""));
        return Html.Of($"""
            <div class="doing">
            <form data-post="/api/issues" class="inline"><label>环节 <select name="step">{options}</select></label>
            <button>下发还没有下发的单位</button><output></output></form>
            <form data-post="/api/reminders" class="inline"><label>环节 <select name="step">{options}</select></label>
            <button>催报</button><output></output></form>
            </div>
            <div id="job" class="job" hidden><label>下发 <span></span><progress max="1" value="0"></progress></label>
            <button type="button">停止</button></div>
            """);
    }

    private static Html Steps(Desk who) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="各环节的进度"><table class="grid"><thead><tr><th scope="col">环节</th>
        {Html.Each(UnitStates.All, state => Html.Of($"""<th scope="col" class="number">{state.Title()}</th>"""))}
        <th scope="col" class="number">逾期</th></tr></thead><tbody>
        {Html.Each(who.Board.Statuses.GroupBy(status => status.Step), Row)}</tbody></table></div>
        """);

    private static Html Row(IGrouping<CalendarStep, UnitStatus> step) => Html.Of($"""
        <tr><th scope="row"><a href="/units?step={Uri.EscapeDataString(step.Key.Name)}">{step.Key.Name}</a></th>
        {Html.Each(UnitStates.All, state => Number(step.Count(status => status.State == state)))}
        {Number(step.Count(status => status.DaysLate > 0))}</tr>
        """);

    private static Html Number(int count) => count == 0
        ? Html.Of($"""<td class="number quiet">0</td>""") : Html.Of($"""<td class="number">{count}</td>""");
}
