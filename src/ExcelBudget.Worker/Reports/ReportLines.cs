using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Worker.Reports;

/// <summary>What a line of a report is, so that a terminal can colour it.</summary>
internal enum LineKind
{
    /// <summary>The line that names a file.</summary>
    File,

    Error,

    /// <summary>A 疑点.</summary>
    Warning,

    Info,

    /// <summary>Details below another line.</summary>
    Detail,
}

/// <summary>One line of a report.</summary>
internal readonly record struct ReportLine(LineKind Kind, string Text);

/// <summary>A report as lines of Chinese text: the file, its findings with errors first, changes, what was not checked.</summary>
internal static class ReportLines
{
    private const int MostRelated = 12;
    private const int MostSuspects = 3;
    private const int MostTried = 20;
    private const int LongestValue = 60;
    private const string Indent = "         ";

    /// <summary>True for a report that names forms, rows or rules, and needs the pack for it.</summary>
    public static bool NeedsNames(CheckReport report) =>
        report.Findings.Count + report.Changes.Count + report.Unchecked.Count + report.Trial.Findings.Count > 0;

    /// <summary>The lines of one file.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="pack">The pack whose words are used; ids stand in for them when it is null.</param>
    public static IEnumerable<ReportLine> Of(CheckReport report, Pack? pack)
    {
        var names = new ReportNames(pack, report.Identity);
        yield return new(LineKind.File, Heading(report));
        if (report.Reason is { } reason) yield return new(LineKind.Error, $"  [{reason.Code}] {reason.Sentence}");
        if (report.Workbook is { } workbook && report.Verdict != Verdict.Unreadable)
            yield return new(LineKind.Info, $"  情况说明与工作簿“{workbook}”核对：{Agreed(report)}");
        if (report.SignOff.IsAny) yield return new(LineKind.Info, $"  签字：{report.SignOff}");
        if (report.ReturnedBecause is { } because) yield return new(LineKind.Error, $"  {because}");
        foreach (var line in report.Findings.OrderByDescending(finding => finding.Severity).SelectMany(finding => Of(finding, names)))
            yield return line;
        if (report.Changes.Count > 0) yield return new(LineKind.Info, $"  改动的预填数 {report.Changes.Count} 处：");
        foreach (var change in report.Changes) yield return new(LineKind.Detail, "    " + Changed(change, names));
        if (report.Unchecked.Count > 0) yield return new(LineKind.Info, $"  未检查 {report.Unchecked.Count} 条：");
        foreach (var (why, rules) in report.NotChecked(names))
            yield return new(LineKind.Detail, $"    {rules}。原因：{why}");
        foreach (var line in Tried(report.Trial, names)) yield return line;
    }

    /// <summary>试行规则 apart from the findings: whoever reads on knows that nothing of it counts.</summary>
    private static IEnumerable<ReportLine> Tried(TrialOutcome trial, ReportNames names)
    {
        if (trial.Findings.Count == 0) yield break;
        yield return new(LineKind.Info, $"  试行规则发现 {trial.Findings.Count} 处（只供财政局试验规则，不影响结果，不用改动）：");
        foreach (var finding in trial.Findings.Take(MostTried))
        {
            var place = names.Of(finding.Place);
            yield return new(LineKind.Detail, $"    {(place.Length == 0 ? "" : place + "：")}{finding.Message}（{finding.Rule}）");
        }

        if (trial.Findings.Count > MostTried) yield return new(LineKind.Detail, "    ……全部写在检查结果里");
    }

    /// <summary>The last line, when more than one file was looked at.</summary>
    public static string Summary(IReadOnlyCollection<CheckReport> reports) =>
        $"共 {reports.Count} 份：通过 {Count(reports, Verdict.Accepted)}，退回 {Count(reports, Verdict.Returned)}，"
            + $"无法读取 {Count(reports, Verdict.Unreadable)}。";

    private static string Heading(CheckReport report)
    {
        var whose = report.Identity is { } identity ? $"  {identity.UnitCode} {identity.UnitName} {identity.Year}年" : "";
        var counts = report.Verdict == Verdict.Unreadable
            ? ""
            : "  " + report.Counts();
        return $"{report.File}{whose}  {report.Verdict.Title()}{counts}";
    }

    private static string Agreed(CheckReport report) =>
        (report.Agreed is { } agreed ? $"{agreed} 处数字相符" : "已完成")
            + (report.Findings.Count == 0 ? "，没有发现问题。" : $"，下列 {report.Findings.Count} 处请核对。");

    private static IEnumerable<ReportLine> Of(Finding finding, ReportNames names)
    {
        var place = names.Of(finding.Place);
        var project = finding.Project is null ? "" : $"项目 {finding.Project}：";
        yield return new(
            Kind(finding.Severity), $"  [{finding.Severity.Title()}] {(place.Length == 0 ? "" : place + "：")}{project}{finding.Message}");
        foreach (var line in Details(finding, names)) yield return new(LineKind.Detail, Indent + line);
    }

    private static IEnumerable<string> Details(Finding finding, ReportNames names)
    {
        if (Figures(finding) is { Length: > 0 } figures) yield return figures;
        // the words by which the sheet 校验 has it, where the sentence does not say them
        if (finding.Ties.Count == 0 && names.Relation(finding.Rule) is { } title
            && !finding.Message.Contains(title, StringComparison.Ordinal))
            yield return $"校验表上的关系：{title}";
        if (finding.Ties.Count > 0) yield return $"由此不符的关系 {finding.Ties.Count} 项：";
        foreach (var tie in finding.Ties)
        {
            yield return $"· {names.Tie(tie, finding)}（"
                + $"{string.Join("：", new[] { names.Of(tie.Place), Figures(tie) }.Where(part => part.Length > 0))}）";
        }
        if (finding.Related.Count > 0) yield return (IsSuspected(finding) ? "也可能是：" : "相关：") + Related(finding, names);
        if (finding.Basis is not null) yield return $"依据：{finding.Basis}（{finding.Rule}）";
        if (finding.Answer is not null) yield return $"答复：{finding.Answer}{(finding.AnswerDoubt() is { } doubt ? $"（{doubt}）" : "")}";
    }

    /// <summary>True when the related cells are other suspects; what was changed together is one cause, and all of it is meant.</summary>
    internal static bool IsSuspected(Finding finding) => finding.Ties.Count > 0 && finding.Expected is not null;

    private static string Changed(Change change, ReportNames names)
    {
        var meaning = names.Meaning(change.Place);
        var words = change.Place.Cell is null || meaning.Length == 0 ? "" : $"（{meaning}）";
        return $"{names.Of(change.Place)}{words}：{Shown(change.Before)} → {Shown(change.After)}";
    }

    private static string Figures(Finding finding) => string.Join("，", new[]
    {
        finding.Expected is null ? "" : $"应为 {finding.Expected}",
        finding.Actual is null ? "" : $"实为 {Shown(finding.Actual.ToString())}",
        finding.Difference is null ? "" : $"相差 {finding.Difference}",
    }.Where(part => part.Length > 0));

    private static string Shown(string value) => value.Length == 0 ? "（空）" : ReportWords.Short(value, LongestValue);

    private static LineKind Kind(Severity severity) => severity switch
    {
        Severity.Error => LineKind.Error,
        Severity.Warning => LineKind.Warning,
        _ => LineKind.Info,
    };

    private static int Count(IEnumerable<CheckReport> reports, Verdict verdict) => reports.Count(report => report.Verdict == verdict);

    /// <summary>
    /// The likeliest causes: at most three are suspects, more help nobody. Cells that share a fault are all named, as far as a line goes.
    /// </summary>
    private static string Related(Finding finding, ReportNames names)
    {
        var isSuspected = IsSuspected(finding);
        var most = isSuspected ? MostSuspects : MostRelated;
        var named = string.Join("；", finding.Related.Take(most).Select(names.Of));
        return finding.Related.Count <= most || isSuspected ? named : $"{named}；……（共 {finding.Related.Count} 处，都写在检查结果里）";
    }
}
