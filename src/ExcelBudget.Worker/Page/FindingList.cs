using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Page;

/// <summary>检查发现。Findings as a list: what is wrong, at which cell, what it should be, and room for the sheet around it.</summary>
internal static class FindingList
{
    private static readonly (string Severity, string Title)[] Kinds = [("error", "错误"), ("warning", "疑点"), ("info", "提示")];

    /// <summary>Word of a severity; the code itself when it is new.</summary>
    public static string Title(string severity) => Kinds.FirstOrDefault(kind => kind.Severity == severity).Title ?? severity;

    /// <summary>The list.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="below">What stands below a finding; null for nothing.</param>
    public static Html Of(IReadOnlyList<StoredFinding> findings, Func<StoredFinding, Html>? below = null) => Html.Each(Kinds, kind =>
    {
        var own = findings.Where(finding => finding.Severity == kind.Severity).ToArray();
        return Html.When(own.Length > 0, () => Html.Of($"""
            <h3>{kind.Title}<span class="count">{own.Length}</span></h3>
            <ol class="findings {kind.Severity}">{Html.Each(own, finding => One(finding, below))}</ol>
            """));
    });

    private static Html One(StoredFinding finding, Func<StoredFinding, Html>? below) => Html.Of($"""
        <li class="finding" data-rule="{finding.Rule}" data-sheet="{finding.Sheet}" data-cell="{finding.Cell}">
        <p>{finding.Message}</p>
        <p class="where"><span class="tag">{CategoryWords.Of(finding.Category)}</span>{Where(finding)}{Figures(finding)}</p>
        {Ties(finding)}
        {Html.When(finding.Basis is { Length: > 0 }, () => Html.Of($"""<p class="quiet">依据：{finding.Basis}</p>"""))}
        {Html.When(finding.Answer is { Length: > 0 }, () => Html.Of($"""<p class="answer"><span>答复：</span>{finding.Answer}</p>"""))}
        {below?.Invoke(finding) ?? Html.Nothing}
        {Html.When(finding.Cell is not null, () => Html.Of($"""<div class="sheet" hidden></div>"""))}
        </li>
        """);

    private static Html Where(StoredFinding finding)
    {
        if (finding.Paragraph is { } paragraph) return Html.Of($"""<span class="cell">第 {paragraph} 段</span>""");
        return Html.When(finding.Sheet is not null, () => Html.Of($"""<span class="cell">{finding.Sheet} {finding.Cell}</span>"""));
    }

    private static Html Ties(StoredFinding finding) => Html.When(finding.Ties is { Count: > 0 }, () => Html.Of($"""
        <details><summary>由此不符的关系（{finding.Ties!.Count} 项）</summary><ul>
        {Html.Each(finding.Ties, tie => Html.Of($"<li>{tie.Message}</li>"))}</ul></details>
        """));

    private static Html Figures(StoredFinding finding) => Html.When(
        finding.Expected is not null || finding.Actual is not null, () => Html.Of($"""
            <span>{(finding.Actual is { } actual ? $"现为 {actual}" : "")}
            {(finding.Expected is { } expected ? $"应为 {expected}" : "")}</span>
            """));
}
