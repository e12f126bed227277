using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>一个单位。Where it stands, every version it handed in, what came of each, and what the clerk does about it.</summary>
internal static class UnitPage
{
    public static IResult Show(Desk who, string code)
    {
        if (who.County is not { } county || who.Unit(code) is not { } unit) return Layout.NotFound(who, "单位");
        var contact = county.ContactOf(unit);
        return Layout.Page(unit.Name, who, who.Visitor.IsClerk ? "/units" : "/", Html.Of($"""
            <div class="title"><h1>{unit.Name}</h1>
            <p><span>{unit.Code}</span><span>{county.Department(unit.Department)?.Name}</span>
            <span>{contact.Person} {contact.Phone}</span></p></div>
            <section id="standing" class="card" data-live aria-label="进度">{Standing(who, unit)}</section>
            {Html.When(who.Visitor.IsClerk, () => ForClerk(who, county, unit))}
            <section id="versions" class="card" data-live aria-labelledby="versions-title"><h2 id="versions-title">报送</h2>
            {VersionPiece.All(who, unit)}</section>
            """));
    }

    /// <summary>Where a unit stands in each step.</summary>
    public static Html Standing(Desk who, CountyUnit unit) => Html.Of($"""
        <ul class="rows">{Html.Each(who.Board.Statuses.Where(status => status.Unit.Code == unit.Code), status => Html.Of($"""
            <li><span><strong>{status.Step.Name}</strong>　截止 {PageWords.Day(status.Due)}{Left(who, status)}</span>
            <span class="state">{PageWords.Badge(status.State)}{Downloads(who, status)}</span></li>
            """))}</ul>
        """);

    private static Html Left(Desk who, UnitStatus status)
    {
        var days = status.Due.DayNumber - who.Board.Today.DayNumber;
        if (status.DaysLate > 0) return Html.Of($"""<span class="late">逾期 {status.DaysLate} 天</span>""");
        if (status.State.IsDone() || status.State == UnitState.NotIssued || days < 0) return Html.Nothing;
        return days == 0 ? Html.Of($"""<span class="soon">今天截止</span>""") : Html.Of($"""<span class="quiet">　还有 {days} 天</span>""");
    }

    private static Html Downloads(Desk who, UnitStatus status)
    {
        var row = who.Board.Ledger.Issued(who.County!.Year)
            .LastOrDefault(each => each.UnitCode == status.Unit.Code && each.Step == status.Step.Name);
        var unit = Uri.EscapeDataString(status.Unit.Code);
        return Html.Of($"""
            {Html.When(row is not null, () => Html.Of(
                $"""<a href="/api/units/{unit}/issued/{Uri.EscapeDataString(row!.WorkbookId)}" download>下载工作簿</a>"""))}
            {Html.When(status.State.IsDone(), () => Html.Of(
                $"""<a href="/api/package.zip?step={Uri.EscapeDataString(status.Step.Name)}&amp;unit={unit}" download>下载公开包</a>"""))}
            """);
    }

    private static Html ForClerk(Desk who, CountyRegister county, CountyUnit unit)
    {
        var own = who.Board.Statuses.Where(status => status.Unit.Code == unit.Code).ToArray();
        var ready = own.LastOrDefault(status => status.State.IsDone() && status.State != UnitState.Published);
        var current = own.FirstOrDefault(status => status.Step == who.Board.Step);
        return Html.Of($"""
            <section id="clerk" class="card" data-live aria-label="经办">
            {Html.When(current?.State == UnitState.Returned, () => Html.Of($"""
                <div><button type="button" data-load="/units/{Uri.EscapeDataString(unit.Code)}/waivers">特批……</button></div>
                """))}
            {Html.When(ready is not null, () => Publish(unit, ready!))}
            {Html.When(current is { State: UnitState.NotIssued or UnitState.Issued or UnitState.Returned }, () => Again(unit, current!))}
            {Html.When(current is { State: UnitState.Issued or UnitState.Held or UnitState.Returned }, () => Remind(unit, current!))}
            {Waivers(who, county, unit)}</section>
            """);
    }

    private static Html Publish(CountyUnit unit, UnitStatus status) => Html.Of($"""
        <details id="do-publish"><summary>登记公开（{status.Step.Name}）</summary><form data-post="/api/publications">{Which(unit, status)}
        <label>公开的网址 <input name="place" type="url" required placeholder="https://"></label>{FormFields.Person()}
        <button>登记</button><output></output></form></details>
        """);

    private static Html Again(CountyUnit unit, UnitStatus status) => Html.Of($"""
        <details id="do-again"><summary>{(status.IssuedAt is null ? "下发工作簿" : "重新下发工作簿")}</summary><form data-post="/api/issues">
        <p>{(status.IssuedAt is null ? "按数据集生成工作簿。" : "按现在的数据集另发一本，单位应改用新的一本填报；以前填的不会带过去。")}</p>{Which(unit, status)}
        <input type="hidden" name="again" value="true" data-flag><button>下发</button><output></output></form></details>
        """);

    private static Html Remind(CountyUnit unit, UnitStatus status) => Html.Of($"""
        <details id="do-remind"><summary>催报</summary><form data-post="/api/reminders"><p>写一份催报通知，登记在台账里；一天只记一次。</p>
        {Which(unit, status)}<button>催报</button><output></output></form></details>
        """);

    private static Html Which(CountyUnit unit, UnitStatus status) => Html.Of($"""
        <input type="hidden" name="step" value="{status.Step.Name}"><input type="hidden" name="units[]" value="{unit.Code}">
        """);

    private static Html Waivers(Desk who, CountyRegister county, CountyUnit unit)
    {
        var waivers = who.Board.Ledger.Waivers(unit.Code, county.Year);
        return Html.When(waivers.Count > 0, () => Html.Of($"""
            <h2>已特批<span class="count">{waivers.Count}</span></h2><ul>{Html.Each(waivers, waiver => Html.Of(
                $"<li>{waiver.Message}（{waiver.Person}，{PageWords.Moment(waiver.At)}，{waiver.Reason}）</li>"))}</ul>
            """));
    }

    /// <summary>The errors that may be waived, each with its form.</summary>
    public static Html Waivable(string unit, WaivableReturn? last)
    {
        if (last is null || last.Errors.Count == 0) return Html.Of($"""<p class="quiet">没有可以特批的错误。</p>""");
        return Html.Of($"""
            <p>特批只对现在这个数有效；登记以后原件会自动重新检查，理由写进检查报告。</p>
            {Html.Each(last.Errors, error => Html.Of($"""
                <form class="waive" data-post="/api/units/{Uri.EscapeDataString(unit)}/waivers"><p>{error.Finding.Message}</p>
                <input type="hidden" name="finding" value="{error.Key}">{FormFields.Reason("特批的理由")}{FormFields.Person()}
                <button>特批这一处</button><output></output></form>
                """))}
            """);
    }
}
