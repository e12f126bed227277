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
        return Layout.Page(department.Name, who, "/", Html.Of($"""
            <h1>{department.Name}</h1>
            <p>先下载工作簿，在 Excel 或 WPS 里填好，再拖到下面报送。拿不准的先到<a href="/check">试检</a>看看有没有问题。</p>
            {CheckPage.Drop(uploads, "hand-in")}
            <section id="result" aria-live="polite" aria-label="报送结果"></section>
            {Html.Each(units, unit => Html.Of($"""
                <article><h2><a href="/units/{Uri.EscapeDataString(unit.Code)}">{unit.Name}</a></h2>
                <section id="standing-{unit.Code}" data-live aria-label="{unit.Name}的进度">
                {UnitPage.Standing(who, unit)}</section>
                <section id="versions-{unit.Code}" data-live aria-label="{unit.Name}的历次报送">
                {UnitPage.Versions(who, unit)}</section></article>
                """))}
            """));
    }
}
