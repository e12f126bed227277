using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Page;

/// <summary>试检。Drop a workbook or a note, see what is wrong with it, hand it in.</summary>
internal static class CheckPage
{
    private const string Endings = ".xlsx,.xlsm,.xls,.et,.ods,.docx";

    public static IResult Show(Desk who, Uploads uploads) => Layout.Page("试检", who, "/check", Html.Of($"""
        <h1>试检</h1>
        <p>把填好的工作簿或改好的情况说明拖到下面，几秒钟就能看到有没有问题。试检不算报送，文件也不保存。</p>
        {Drop(uploads, "check")}
        <section id="result" aria-live="polite" aria-label="检查结果"></section>
        """));

    /// <summary>The place where a file is dropped.</summary>
    /// <param name="uploads">The limit.</param>
    /// <param name="purpose">check or hand-in.</param>
    public static Html Drop(Uploads uploads, string purpose) => Html.Of($"""
            <div class="drop" data-drop="{purpose}" data-most="{uploads.MostBytes}">
            <label for="file"><strong>{(purpose == "check" ? "拖入要试检的文件" : "拖入要报送的文件")}，或点这里选择</strong>
            <span>工作簿（.xlsx）或情况说明（.docx），最大 {uploads.MostBytes >> 20} MB</span></label>
            <input id="file" type="file" accept="{Endings}">
            <progress hidden max="1" value="0" aria-label="上传进度"></progress>
            </div>
            """);

    /// <summary>What a check found.</summary>
    /// <param name="report">The check.</param>
    /// <param name="who">Who asked.</param>
    /// <param name="remark">What was seen besides; null for nothing.</param>
    public static Html Result(CheckReport report, Desk who, string? remark = null)
    {
        var told = StoredReport.Read(ReportJson.Write([report]));
        return Html.Of($"""
            <div class="verdict {Tone(report.Verdict)}" data-verdict="{Tone(report.Verdict)}"><h2>{Title(report)}</h2>
            <p>{report.File}{Html.When(report.Identity is not null, () => Html.Of(
                $"　{report.Identity!.UnitCode} {report.Identity.UnitName}　{report.Identity.Year} 年"))}</p>
            {Html.When(report.Reason is not null, () => Html.Of($"<p>{report.Reason!.Sentence}</p>"))}
            {Html.When(remark is not null, () => Html.Of($"<p>{remark}</p>"))}
            {Html.When(report.Workbook is not null, () => Html.Of(
                $"""<p class="quiet">与工作簿“{report.Workbook}”核对，相符 {report.Agreed ?? 0} 处。</p>"""))}
            {Html.When(report.ReturnedBecause is not null, () => Html.Of($"<p>{report.ReturnedBecause}</p>"))}
            {HandIn(report, who)}</div>
            {FindingList.Of(told.Findings)}
            {ChangeTable.SinceIssue(told.Changes)}
            {Unchecked(report)}
            """);
    }

    private static Html HandIn(CheckReport report, Desk who)
    {
        var department = report.Identity is { } whose ? who.County?.Unit(whose.UnitCode)?.Department : null;
        return Html.When(report.Verdict != Verdict.Unreadable && who.Visitor.SeesDepartment(department), () => Html.Of($"""
            <p><button type="button" data-hand-in="{department}">
            {(report.Verdict == Verdict.Accepted ? "报送这一份" : "仍要报送（会被退回）")}</button></p>
            <output class="receipt"></output>
            """));
    }

    private static string Title(CheckReport report) => report.Verdict switch
    {
        Verdict.Accepted when report.OpenQuestions() > 0 => $"没有错误，有 {report.OpenQuestions()} 处疑点请核对",
        Verdict.Accepted => "没有发现错误",
        Verdict.Returned => $"有 {report.Count(Severity.Error)} 处错误",
        _ => "这个文件读不出来",
    };

    private static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "accepted",
        Verdict.Returned => "returned",
        _ => "held",
    };

    private static Html Unchecked(CheckReport report) => Html.When(report.Unchecked.Count > 0, () => Html.Of($"""
        <details><summary>没有检查的（{report.Unchecked.Count} 项）</summary><ul>
        {Html.Each(report.UncheckedByCause(), group => Html.Of($"<li>{group.Reason}（{group.Rules.Count} 项）</li>"))}
        </ul></details>
        """));
}
