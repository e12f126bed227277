using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>本部门。What a department has to do: what is due, its workbooks, handing in, what was found, the note.</summary>
internal static class DepartmentPage
{
    public static IResult Show(Desk who, Uploads uploads)
    {
        if (who.County is not { } county || county.Department(who.Visitor.Department) is not { } department)
            return Layout.NotFound(who, "部门");
        var units = county.Units.Where(unit => unit.Department == department.Code).ToArray();
        var (person, phone) = county.Office;
        return Layout.Page(department.Name, who, "/", Html.Of($"""
            <h1>{department.Name}</h1>
            <section id="due" data-live aria-label="要办的事">{Due(who)}</section>
            {CheckPage.Drop(uploads, "hand-in")}
            <section id="result" aria-live="polite" aria-label="报送结果"></section>
            {Html.Each(units, unit => Html.Of($"""
                <article><h2><a href="/units/{Uri.EscapeDataString(unit.Code)}">{unit.Name}</a></h2>
                <section id="standing-{unit.Code}" class="card" data-live aria-label="{unit.Name}的进度">
                {UnitPage.Standing(who, unit)}</section>
                <section id="versions-{unit.Code}" class="card" data-live aria-label="{unit.Name}的报送">
                {VersionPiece.All(who, unit)}</section></article>
                """))}
            <section class="card" aria-labelledby="out-title"><h2 id="out-title">导出</h2><p class="files">
            <a href="/api/findings.xlsx" download>检查发现（Excel）</a>
            <a href="/api/submissions.xlsx" download>报送清单（Excel）</a></p></section>
            {Html.When(person.Length + phone.Length > 0, () => Html.Of(
                $"""<p class="quiet">有疑问请联系{county.Issuer}：{person} {phone}</p>"""))}
            """));
    }

    /// <summary>The next thing to do, in one sentence.</summary>
    private static Html Due(Desk who)
    {
        var own = who.Board.Statuses.Where(status => status.Department.Code == who.Visitor.Department && status.Step == who.Board.Step)
            .ToArray();
        var open = own.Where(status => status.State is UnitState.Issued or UnitState.Returned).ToArray();
        if (own.Length == 0) return Html.Nothing;
        if (open.Length == 0) return Html.Of($"""<p class="quiet">{own[0].Step.Name}：没有要报送的。{Asked(own)}</p>""");
        var due = open.Min(status => status.Due);
        return Html.Of($"""
            <p class="todo"><strong>{own[0].Step.Name}：{open.Length} 个单位要报送，{PageWords.Day(due)} 截止。</strong>
            先下载工作簿，在 Excel 或 WPS 里填好，再拖到下面报送。拿不准的先到<a href="/check">试检</a>看看有没有问题。</p>
            """);
    }

    private static string Asked(IEnumerable<UnitStatus> own) => own.Sum(status => status.OpenQuestions) is > 0 and var count
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"还有 {count} 处疑点请答复。") : "";
}
