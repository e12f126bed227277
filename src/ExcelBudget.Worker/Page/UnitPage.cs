using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Api;
using ExcelBudget.Worker.Ledger;

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
            <p>{unit.Code}　{county.Department(unit.Department)?.Name}　{contact.Person} {contact.Phone}</p></div>
            <section id="standing" data-live aria-label="进度">{Standing(who, unit)}</section>
            {Html.When(who.Visitor.IsClerk, () => ForClerk(who, county, unit))}
            <section id="versions" data-live aria-labelledby="versions-title"><h2 id="versions-title">历次报送</h2>
            {Versions(who, unit)}</section>
            """));
    }

    /// <summary>Where a unit stands in each step.</summary>
    public static Html Standing(Desk who, CountyUnit unit) => Html.Of($"""
        <ul class="rows">{Html.Each(who.Board.Statuses.Where(status => status.Unit.Code == unit.Code), status => Html.Of($"""
            <li><span><strong>{status.Step.Name}</strong>　截止 {Words.Day(status.Due)}</span>
            <span>{Words.Badge(status.State)}{(status.DaysLate > 0 ? $"　逾期 {status.DaysLate} 天" : "")}{Issued(who, status)}</span></li>
            """))}</ul>
        """);

    /// <summary>What it handed in, the latest first.</summary>
    public static Html Versions(Desk who, CountyUnit unit)
    {
        var returns = UnitEndpoints.Returns(who, unit.Code);
        var number = 0;
        var told = returns.Select(file => (file, Number: file.Kind == SubmissionKind.Workbook ? ++number : 0)).Reverse().ToArray();
        if (told.Length == 0) return Html.Of($"""<p class="quiet">还没有报送过。</p>""");
        return Html.Each(
            told.Select((pair, at) => (pair.file, pair.Number, IsLast: at == 0)),
            each => Version(who, each.file, each.Number, each.IsLast));
    }

    private static Html Issued(Desk who, UnitStatus status)
    {
        var row = who.Board.Ledger.Issued(who.County!.Year)
            .LastOrDefault(each => each.UnitCode == status.Unit.Code && each.Step == status.Step.Name);
        return Html.When(row is not null, () => Html.Of($"""
            　<a href="/api/units/{Uri.EscapeDataString(status.Unit.Code)}/issued/{Uri.EscapeDataString(row!.WorkbookId)}"
            download>下载工作簿</a>
            """));
    }

    private static Html Version(Desk who, HandedIn file, int number, bool isLast)
    {
        var findings = who.Shelf.Findings(file.Id);
        return Html.Of($"""
            <details class="version" id="v{file.Id}" data-submission="{file.Id}"{Html.When(isLast, () => Html.Of($" open"))}>
            <summary><strong>{(number == 0 ? "情况说明" : $"第 {number} 版")}</strong>{Words.Badge(file.Verdict)}
            <span>{Words.Moment(file.ReceivedAt)}　{file.Step}　{file.Name}</span></summary>
            {Html.When(file.SignOff.IsAny, () => Html.Of($"""<p class="quiet">签字：{file.SignOff.ToString()}</p>"""))}
            {Html.When(file.CheckedBefore is not null, () => Html.Of($"""<p class="quiet">任务窗格：{file.CheckedBefore!.Words}</p>"""))}
            <p class="files">{Html.Each(who.Shelf.Files(file.Id).Where(made => made.Kind != "original"), made => Link(file.Id, made.Kind))}
            {Link(file.Id, ReturnShelf.Archived)}</p>
            {FindingList.Of(findings)}
            {Html.When(findings.Count == 0 && file.Verdict == Verdict.Accepted, () => Html.Of($"""<p class="quiet">没有问题。</p>"""))}
            {Html.When(number > 1, () => Html.Of($"""
                <p><button type="button" class="plain" data-load="/submissions/{file.Id}/changes">与前一版比较</button></p>
                """))}
            </details>
            """);
    }

    private static Html Link(string id, string kind) =>
        Html.Of($"""<a href="/api/submissions/{id}/files/{kind}" download>{Words.FileKind(kind)}</a>""");

    private static Html ForClerk(Desk who, CountyRegister county, CountyUnit unit)
    {
        var own = who.Board.Statuses.Where(status => status.Unit.Code == unit.Code).ToArray();
        var ready = own.LastOrDefault(status => status.State.IsDone() && status.State != UnitState.Published);
        var current = own.FirstOrDefault(status => status.Step == who.Board.Step);
        return Html.Of($"""
            <section id="clerk" data-live aria-label="经办">
            {Html.When(current?.State == UnitState.Returned, () => Html.Of($"""
                <p><button type="button" data-load="/units/{Uri.EscapeDataString(unit.Code)}/waivers">特批……</button></p>
                """))}
            {Html.When(ready is not null, () => Publish(unit, ready!))}
            {Html.When(current is { State: UnitState.NotIssued or UnitState.Issued or UnitState.Returned }, () => Again(unit, current!))}
            {Waivers(who, county, unit)}</section>
            """);
    }

    private static Html Publish(CountyUnit unit, UnitStatus status) => Html.Of($"""
        <details><summary>登记公开（{status.Step.Name}）</summary><form data-post="/api/publications">
        <input type="hidden" name="step" value="{status.Step.Name}"><input type="hidden" name="units[]" value="{unit.Code}">
        <label>公开的网址 <input name="place" type="url" required placeholder="https://"></label>{Fields.Person()}
        <button>登记</button><output></output></form></details>
        """);

    private static Html Again(CountyUnit unit, UnitStatus status) => Html.Of($"""
        <details><summary>{(status.IssuedAt is null ? "下发工作簿" : "重新下发工作簿")}</summary><form data-post="/api/issues">
        <p>{(status.IssuedAt is null ? "按数据集生成工作簿。" : "按现在的数据集另发一本，单位应改用新的一本填报；以前填的不会带过去。")}</p>
        <input type="hidden" name="step" value="{status.Step.Name}"><input type="hidden" name="units[]" value="{unit.Code}">
        <input type="hidden" name="again" value="true" data-flag><button>下发</button><output></output></form></details>
        """);

    private static Html Waivers(Desk who, CountyRegister county, CountyUnit unit)
    {
        var waivers = who.Board.Ledger.Waivers(unit.Code, county.Year);
        return Html.When(waivers.Count > 0, () => Html.Of($"""
            <h2>已特批<span class="count">{waivers.Count}</span></h2><ul>{Html.Each(waivers, waiver => Html.Of(
                $"<li>{waiver.Message}（{waiver.Person}，{Words.Moment(waiver.At)}，{waiver.Reason}）</li>"))}</ul>
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
                <input type="hidden" name="finding" value="{error.Key}">{Fields.Reason("特批的理由")}{Fields.Person()}
                <button>特批这一处</button><output></output></form>
                """))}
            """);
    }

    /// <summary>What changed between two versions.</summary>
    public static Html Changes(VersionChanges? changes)
    {
        if (changes is null) return Html.Of($"""<p class="quiet">原件已不在存档中，或现在读不出来，没有比较。</p>""");
        return Html.Of($"""
            {Html.When(changes.Cells.Count == 0, () => Html.Of($"""<p class="quiet">没有改动单元格。</p>"""))}
            {Html.When(changes.Cells.Count > 0, () => Html.Of($"""
                <table class="grid"><caption>改动的单元格</caption>
                <thead><tr><th scope="col">位置</th><th scope="col">原来</th><th scope="col">现在</th></tr></thead>
                <tbody>{Html.Each(changes.Cells, Cell)}</tbody></table>
                """))}
            {Several("已解决", changes.Solved)}{Several("新出的问题", changes.Added)}
            """);
    }

    private static Html Cell(CellChange cell) => Html.Of($"<tr><td>{cell.Where}</td><td>{cell.Before}</td><td>{cell.After}</td></tr>");

    private static Html Several(string title, IReadOnlyList<Finding> findings) => Html.When(findings.Count > 0, () => Html.Of($"""
        <h3>{title}<span class="count">{findings.Count}</span></h3>
        <ul>{Html.Each(findings, finding => Html.Of($"<li>{finding.Message}</li>"))}</ul>
        """));
}
