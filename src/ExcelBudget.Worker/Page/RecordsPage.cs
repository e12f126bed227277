using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>记录。Who did what through the page, and what runs left for the clerk.</summary>
internal static class RecordsPage
{
    private const int MostActions = 200;
    private const int MostRuns = 30;

    public static IResult Show(Desk who, AccessLedger access, RunShelf runs)
    {
        var files = runs.All().Where(file => !file.Name.EndsWith(".json", StringComparison.Ordinal)).Take(MostRuns).ToArray();
        return Layout.Page("记录", who, "/records", Html.Of($"""
            <h1>记录</h1>
            <section id="runs" class="card" data-live aria-labelledby="runs-title"><h2 id="runs-title">下发报告、催报名单和通知</h2>
            {Runs(files)}</section>
            <section id="actions" data-live aria-label="操作记录"><h2>谁做了什么</h2>{Actions(access.Actions(MostActions))}</section>
            """));
    }

    private static Html Runs(RunFile[] files) => files.Length == 0
        ? Html.Of($"""<p class="quiet">还没有。</p>""")
        : Html.Of($"""
            <ul class="rows">{Html.Each(files, file => Html.Of($"""
                <li><a href="/api/runs/file?id={Uri.EscapeDataString(file.Id)}" download>{file.Name}</a>
                <span class="quiet">{file.Id.Split('/')[1]}　{PageWords.Moment(file.At)}</span></li>
                """))}</ul>
            """);

    private static Html Actions(IReadOnlyList<ActionTaken> actions) => actions.Count == 0
        ? Html.Of($"""<p class="empty">还没有人在网页上办过事。</p>""")
        : Html.Of($"""
            <div class="scroll card-table" tabindex="0" role="region" aria-label="操作记录"><table class="grid stack"><thead><tr>
            <th scope="col">时间</th><th scope="col">谁</th><th scope="col">做了什么</th><th scope="col">对象</th><th scope="col">详情</th>
            </tr></thead><tbody>{Html.Each(actions, action => Html.Of($"""
                <tr><td class="day">{PageWords.Moment(action.At)}</td><th scope="row" class="short">{action.Person}</th>
                <td class="short">{action.Act}</td>
                <td data-label="对象">{action.Subject}</td><td>{Detail(action)}</td></tr>
                """))}</tbody></table></div>
            """);

    // the check sum of a file that was handed in says nothing to people
    private static string Detail(ActionTaken action) => action.Detail.Length == 64 && action.Detail.All(char.IsAsciiHexDigitLower)
        ? "" : SafeText.Line(action.Detail);
}
