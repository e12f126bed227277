using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Worker.Reports;

/// <summary>The few words in which reports are told to people.</summary>
internal static class ReportWords
{
    /// <summary>Beyond these a list of what was not checked says only how long it is.</summary>
    private const int MostRules = 6;

    /// <summary>Number of findings of a severity.</summary>
    public static int Count(this CheckReport report, Severity severity) => report.Findings.Count(finding => finding.Severity == severity);

    /// <summary>通过, 退回 or 无法读取.</summary>
    public static string Title(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "通过",
        Verdict.Returned => "退回",
        _ => "无法读取",
    };

    /// <summary>错误, 疑点 or 提示.</summary>
    public static string Title(this Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "疑点",
        _ => "提示",
    };

    /// <summary>A value in one line of at most so many characters.</summary>
    public static string Short(string value, int longest)
    {
        var line = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return TextCut.Beginning(line, longest, "……");
    }

    /// <summary>Number of 疑点 without an answer that fits.</summary>
    public static int OpenQuestions(this CheckReport report) => report.Findings.Count(finding => finding.IsOpenQuestion);

    /// <summary>«错误 2，疑点 3（未答复 1），提示 0».</summary>
    public static string Counts(this CheckReport report)
    {
        var (warnings, open) = (report.Count(Severity.Warning), report.OpenQuestions());
        var unanswered = open == warnings ? "" : open == 0 ? "（均已答复）" : string.Create(CultureInfo.InvariantCulture, $"（未答复 {open}）");
        return string.Create(
            CultureInfo.InvariantCulture, $"错误 {report.Count(Severity.Error)}，疑点 {warnings}{unanswered}，提示 {report.Count(Severity.Info)}");
    }

    /// <summary>What is to be said of an answer given for other figures; null when it fits or there is none.</summary>
    public static string? AnswerDoubt(this Finding finding) => finding.AnswerWasFor is { } was ? $"情况已变化，请核对：答复时{Words(was)}。" : null;

    private static string Words(AnsweredFigures was)
    {
        var words = new[] { was.Actual.Length == 0 ? "" : "该处为 " + was.Actual, was.Expected.Length == 0 ? "" : "应为 " + was.Expected };
        return string.Join('，', words.Where(word => word.Length > 0)) is { Length: > 0 } said ? said : "没有具体数";
    }

    /// <summary>未检查 by cause: what each group of rules looks at in the words of the forms, and how many there are.</summary>
    public static IEnumerable<(string Reason, string Rules)> NotChecked(this CheckReport report, ReportNames names) =>
        report.UncheckedByCause()
            .Select(group => (group.Reason, Told([.. group.Rules.Select(names.Rule).Distinct(StringComparer.Ordinal)])));

    private static string Told(string[] rules) => rules.Length <= MostRules ? string.Join('；', rules)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join('；', rules.Take(MostRules))}等 {rules.Length} 项检查");
}
