using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Reports;

/// <summary>The few words in which reports are told to people.</summary>
internal static class ReportWords
{
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

    /// <summary>«支出预算表 D9（T3 行20131 栏3）» as far as it is known; empty when nothing is.</summary>
    public static string Title(this Place place)
    {
        var onSheet = string.Join(' ', new[] { place.Sheet, place.Cell }.Where(part => !string.IsNullOrEmpty(part)));
        if (place.Address is not { } address) return onSheet;
        var inForm = address.Form.Value
            + (string.IsNullOrEmpty(address.Row.Value) ? "" : $" 行{address.Row.Value}")
            + (string.IsNullOrEmpty(address.Column.Value) ? "" : $" 栏{address.Column.Value}");
        return onSheet.Length == 0 ? inForm : $"{onSheet}（{inForm}）";
    }
}
