using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>还没有县级名册。What stands in the place of the county while there is no county file, or none that can be used.</summary>
internal static class StartPage
{
    private const int MostFaults = 20;

    public static IResult Show(Desk who) => who.Visitor.IsClerk
        ? ForClerk(who)
        : Layout.Page("还没有县级名册", who, "/", Html.Of($"""
            <div class="card start"><h1>还没有县级名册</h1>
            <p>财政局还没有放好今年的县级名册，暂时看不到进度，也不能在网页上报送。放好以后刷新本页就行。</p>
            {Html.When(who.Visitor.Role == AccessRole.Department, () => Html.Of(
                $"""<p>现在可以先<a href="/check">试检一本工作簿</a>，看看有没有问题。</p>"""))}</div>
            """));

    private static IResult ForClerk(Desk who)
    {
        var faults = who.Board.Reading?.Faults.Where(fault => fault.Severity == Severity.Error).ToArray() ?? [];
        var title = faults.Length == 0 ? "还没有县级名册" : "县级名册还不能用";
        return Layout.Page(title, who, "/", Html.Of($"""
            <div class="card start"><h1>{title}</h1>
            {(faults.Length == 0 ? HowToBegin(who.Board.File) : Faults(faults, who.Board.File))}
            <p>没有名册也可以先<a href="/check">试检一本工作簿</a>、<a href="/codes">查科目</a>。</p></div>
            """));
    }

    private static Html HowToBegin(string file) => Html.Of($"""
        <p>名册写明有哪些部门和单位、每个环节哪天开放、哪天截止。有了它，这里就显示全县的进度。</p>
        <ol><li>在命令行运行 <code>excelbudget county init</code>，得到空白名册和一份填好的示例。</li>
        <li>照示例填好，用 <code>excelbudget county check</code> 加文件名看一遍有没有填错。</li>
        <li>存为 <code class="path">{file}</code>，再刷新本页。不用重新启动。</li></ol>
        """);

    private static Html Faults(DatasetFault[] faults, string file) => Html.Of($"""
        <p>名册 <code class="path">{file}</code> 里有 {faults.Length} 处要改，改好保存后刷新本页。不用重新启动。</p>
        <ul>{Html.Each(faults.Take(MostFaults), fault => Html.Of($"<li>{fault.ToString()}</li>"))}</ul>
        """);
}
