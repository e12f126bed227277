using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Page;

/// <summary>总览。The county at a glance, and what the clerk does for all of it.</summary>
internal static class OverviewPage
{
    private const int MostLate = 12;
    private const int MostCategories = 10;

    public static IResult Show(Desk who, ILedger ledger)
    {
        if (who.County is not { } county || who.Board.Step is not { } step) return StartPage.Show(who);
        var open = who.Board.Statuses.Where(status => status.Step == step).ToArray();
        return Layout.Page("总览", who, "/", Html.Of($"""
            <div class="title"><h1>{step.Name}</h1>
            <p>{PageWords.Day(step.Dates.Opens)} 至 {PageWords.Day(step.Dates.Due)}　共 {open.Length} 个单位
            {Html.When(!who.Visitor.IsClerk, () => Html.Of($"""<a href="/api/status.xlsx" download>下载进度表（Excel）</a>"""))}</p></div>
            <section id="counts" data-live aria-label="各状态的单位数">{Counts(step, open)}</section>
            <div class="columns"><div>
            <section id="late" data-live aria-labelledby="late-title">{Late(open, who)}</section>
            {Html.When(who.Visitor.IsClerk, () => Categories(who, step, open))}
            </div><div>
            <section id="days" data-live aria-labelledby="days-title"><h2 id="days-title">每天报送</h2>
            {Chart.Of(who.Board.Ledger.HandedIn(county.Year), who.Board.Today)}</section>
            {Html.When(who.Visitor.IsClerk, () => Html.Of($"""
                <section id="waiting" class="card" data-live aria-label="等经办人处理的">{Held(ledger)}{Answers(who, open)}</section>
                """))}
            </div></div>
            {Html.When(who.Visitor.IsClerk, () => Html.Of($"""
                <section id="do" aria-labelledby="do-title"><h2 id="do-title">经办</h2>{Actions(county, step)}</section>
                """))}
            <section id="steps" data-live aria-labelledby="steps-title"><h2 id="steps-title">各环节</h2>{Steps(who)}
            <p class="more"><a href="/departments">按部门看</a></p></section>
            """));
    }

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
                <li>{UnitLink.To(status, who)}<span>{PageWords.Badge(status.State)}　逾期 {status.DaysLate} 天</span></li>
                """))}</ul>
            {Html.When(late.Length > MostLate, () => Html.Of($"""<p><a href="/units?late=true">全部 {late.Length} 个</a></p>"""))}
            """);
    }

    private static Html Categories(Desk who, CalendarStep step, UnitStatus[] open)
    {
        var returns = open.Where(status => status.Last is not null).Select(status => status.Last!).ToArray();
        var categories = who.Shelf.ByRule(returns).Where(rule => rule.Severity != "info").GroupBy(rule => rule.Category)
            .Select(group => (Category: group.Key, Count: group.Sum(rule => rule.Findings), Units: group
                .SelectMany(rule => rule.Units).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(category => category.Count).ToArray();
        return Html.Of($"""
            <section id="categories" data-live aria-labelledby="categories-title"><h2 id="categories-title">最近报送里的问题</h2>
            {Html.When(categories.Length == 0, () => Html.Of(
                $"""<p class="quiet">{(returns.Length == 0 ? "还没有报送。" : "没有错误和疑点。")}</p>"""))}
            <ul class="bars">{Html.Each(categories.Take(MostCategories), category => Bar(category, categories[0].Count, step))}</ul>
            {Html.When(categories.Length > 0, () => Html.Of(
                $"""<p class="more"><a href="/findings?step={Uri.EscapeDataString(step.Name)}">按规则看全县的问题</a></p>"""))}</section>
            """);
    }

    private static Html Bar((string Category, int Count, int Units) category, int most, CalendarStep step) => Html.Of($"""
        <li><a href="/findings?step={Uri.EscapeDataString(step.Name)}&amp;category={category.Category}">
        {CategoryWords.Of(category.Category)}</a>
        <svg width="100%" height="8" aria-hidden="true"><rect width="{100m * category.Count / most}%" height="8"/></svg>
        <span>{category.Count} 处，{category.Units} 个单位</span></li>
        """);

    private static Html Answers(Desk who, UnitStatus[] open)
    {
        var answers = who.Answers;
        var waiting = open.Where(status => status.Last is not null)
            .Select(status => (Status: status, Count: answers.Waiting(status.Last!))).Where(pair => pair.Count > 0).ToArray();
        return Html.Of($"""
            <h2>待认可的答复<span class="count">{waiting.Sum(pair => pair.Count)}</span></h2>
            {Html.When(waiting.Length == 0, () => Html.Of($"""<p class="quiet">没有等待认可的答复。</p>"""))}
            <ul class="rows">{Html.Each(waiting.Take(MostLate), pair => Html.Of(
                $"<li>{UnitLink.To(pair.Status, who)}<span>{pair.Count} 处</span></li>"))}</ul>
            """);
    }

    private static Html Held(ILedger ledger)
    {
        var held = ledger.Held();
        return Html.Of($"""
            <h2>待核的文件<span class="count">{held.Count}</span></h2>
            {Html.When(held.Count == 0, () => Html.Of($"""<p class="quiet">没有要核实的文件。</p>"""))}
            <ul class="rows">{Html.Each(held, file => Html.Of($"""
                <li><details><summary>{file.Name}　{file.UnitName}</summary>
                <form data-post="/api/held/{file.Id}/release"><p>{HoldWords.Of(file.Hold)}</p>
                {FormFields.Reason("放行的理由")}{FormFields.Person()}<button>核实无误，放行</button><output></output></form></details></li>
                """))}</ul>
            """);
    }

    private static Html Actions(CountyRegister county, CalendarStep step)
    {
        var steps = FormFields.Steps(county.Steps, step);
        var named = Uri.EscapeDataString(step.Name);
        return Html.Of($"""
            <div class="doing">
            <form data-post="/api/issues" class="inline">{steps}
            <button>下发还没有下发的单位</button><output></output></form>
            <form data-post="/api/reminders" class="inline">{steps}
            <button>催报</button><output></output></form>
            </div>
            <div id="job" class="job" hidden><label>下发 <span></span><progress max="1" value="0"></progress></label>
            <button type="button">停止</button></div>
            <details><summary>登记公开：全部已通过的单位</summary><form data-post="/api/publications">
            {steps}
            <label>公开的网址 <input name="place" type="url" required placeholder="https://"></label>{FormFields.Person()}
            <button>登记</button><output></output></form></details>
            <h3>导出（{step.Name}）</h3><p class="files"><a href="/api/status.xlsx" download>进度表</a>
            <a href="/api/findings.xlsx?step={named}" download>检查发现</a><a href="/api/submissions.xlsx?step={named}" download>报送清单</a>
            <a href="/api/package.zip?step={named}" download>公开包（情况说明和工作簿）</a></p>
            """);
    }

    private static Html Steps(Desk who) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="各环节的进度"><table class="grid stack"><thead><tr><th scope="col">环节</th>
        {Html.Each(UnitStates.All, state => Html.Of($"""<th scope="col" class="number">{state.Title()}</th>"""))}
        <th scope="col" class="number">逾期</th></tr></thead><tbody>
        {Html.Each(who.Board.Statuses.GroupBy(status => status.Step), Row)}</tbody></table></div>
        """);

    private static Html Row(IGrouping<CalendarStep, UnitStatus> step) => Html.Of($"""
        <tr><th scope="row"><a href="/units?step={Uri.EscapeDataString(step.Key.Name)}">{step.Key.Name}</a></th>
        {Html.Each(UnitStates.All, state => FormFields.Number(state.Title(), step.Count(status => status.State == state)))}
        {FormFields.Number("逾期", step.Count(status => status.DaysLate > 0))}</tr>
        """);
}
