using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Status;

namespace ExcelBudget.Worker.Page;

/// <summary>Days, moments and states as the page shows them.</summary>
internal static class PageWords
{
    public static string Moment(DateTimeOffset at) => at.ToLocalTime().ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A state with its colour; the word always stands beside it.</summary>
    public static Html Badge(UnitState state) => Html.Of($"""<span class="badge {state.Code()}">{state.Title()}</span>""");

    /// <summary>A verdict with its colour.</summary>
    public static Html Badge(Verdict? verdict) => verdict switch
    {
        Verdict.Accepted => Html.Of($"""<span class="badge accepted">通过</span>"""),
        Verdict.Returned => Html.Of($"""<span class="badge returned">退回</span>"""),
        Verdict.Unreadable => Html.Of($"""<span class="badge held">无法读取</span>"""),
        _ => Html.Of($"""<span class="badge issued">正在检查</span>"""),
    };

    /// <summary>A file's kind, as a link says it.</summary>
    public static string FileKind(string kind) => kind switch
    {
        "original" => "工作簿",
        "annotated" => "批注后的文件",
        "note" => "情况说明（Word）",
        "notice" => "退回通知",
        "report" => "检查报告",
        "findings" => "检查结果（JSON）",
        "reason" => "原因",
        "archived" => "报送的原件",
        _ => kind,
    };
}
