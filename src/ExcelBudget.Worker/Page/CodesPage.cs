using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Codes;

namespace ExcelBudget.Worker.Page;

/// <summary>查科目。</summary>
internal static class CodesPage
{
    public static IResult Show(Desk who, string? q, PackStore packs)
    {
        var county = who.County?.Units is [var unit, ..] ? unit.Pack : null;
        var pack = county is null ? null : packs.Find(county);
        pack ??= packs.Packs is [var first, ..] ? first : null;
        var found = pack is null || string.IsNullOrWhiteSpace(q) ? [] : CodeSearch.Find(pack.RuleBook.Pack, q);
        return Layout.Page("查科目", who, "/codes", Html.Of($"""
            <h1>查科目</h1>
            <form class="filter" action="/codes" data-search role="search" aria-label="查科目">
            <label>查找 <input type="search" name="q" value="{q}" placeholder="编码、名称或拼音首字母，如 xzyx" autocomplete="off"></label>
            <button>查找</button></form>
            <section id="codes" data-live aria-label="科目">
            {Html.When(!string.IsNullOrWhiteSpace(q) && found.Count == 0, () => Html.Of(
                $"""<p class="empty">没有找到“{q}”。可以输入编码的开头、名称的一部分，或拼音首字母。</p>"""))}
            {Html.When(found.Count > 0, () => Html.Of($"""
                <p class="quiet">{(found.Count < CodeSearch.Most ? $"{found.Count} 个" : $"最前面的 {CodeSearch.Most} 个，可以写得再细一些")}</p>
                <div class="scroll card-table" tabindex="0" role="region" aria-label="找到的科目">
                <table class="grid stack"><thead><tr><th scope="col">编码</th><th scope="col">名称</th>
                <th scope="col">上级</th><th scope="col">分类</th></tr></thead><tbody>{Html.Each(found, Row)}</tbody></table></div>
                """))}</section>
            """));
    }

    private static Html Row(FoundCode code) => Html.Of($"""
        <tr><td class="code">{code.Code}</td><th scope="row">{code.Name}{Html.When(code.LastYear is not null, () => Html.Of(
            $"""<span class="late">只用到 {code.LastYear ?? 0} 年</span>"""))}</th>
        <td data-label="上级">{string.Join(" › ", code.Above)}</td><td data-label="分类">{code.List}</td></tr>
        """);
}
