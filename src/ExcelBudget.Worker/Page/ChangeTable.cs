using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http;

namespace ExcelBudget.Worker.Page;

/// <summary>改动的单元格。What a cell held before and holds now.</summary>
internal static class ChangeTable
{
    /// <summary>The cells changed since the workbook was issued; nothing when there are none.</summary>
    public static Html SinceIssue(IReadOnlyList<StoredChange> changes) => Html.When(changes.Count > 0, () => Html.Of($"""
        <details class="changes"><summary>下发后改动过的单元格<span class="count">{changes.Count}</span></summary>
        {Of("下发时", [.. changes.Select(Told)])}
        </details>
        """));

    /// <summary>What changed between two versions.</summary>
    /// <param name="changes">The changes; null when a version cannot be read any more.</param>
    public static Html Between(VersionChanges? changes)
    {
        if (changes is null) return Html.Of($"""<p class="quiet">原件已不在存档中，或现在读不出来，没有比较。</p>""");
        return Html.Of($"""
            <h3>改动的单元格<span class="count">{changes.Cells.Count}</span></h3>
            {Html.When(changes.Cells.Count == 0, () => Html.Of($"""<p class="quiet">没有改动单元格。</p>"""))}
            {Html.When(changes.Cells.Count > 0, () => Of("原来", changes.Cells))}
            {Several("已解决", changes.Solved)}{Several("新出的问题", changes.Added)}
            """);
    }

    private static CellChange Told(StoredChange change) => new($"{change.Sheet} {change.Cell}", change.Before ?? "", change.After ?? "");

    private static Html Of(string before, IReadOnlyList<CellChange> cells) => Html.Of($"""
        <table class="grid stack"><thead><tr><th scope="col">位置</th><th scope="col">{before}</th><th scope="col">现在</th></tr></thead>
        <tbody>{Html.Each(cells, cell => Html.Of($"""
            <tr><th scope="row">{cell.Where}</th><td data-label="{before}">{Shown(cell.Before)}</td>
            <td data-label="现在">{Shown(cell.After)}</td></tr>
            """))}</tbody></table>
        """);

    private static Html Shown(string text) => text.Length > 0 ? Html.Of($"{text}") : Html.Of($"""<span class="quiet">（空）</span>""");

    private static Html Several(string title, IReadOnlyList<Finding> findings) => Html.When(findings.Count > 0, () => Html.Of($"""
        <h3>{title}<span class="count">{findings.Count}</span></h3>
        <ul>{Html.Each(findings, finding => Html.Of($"<li>{finding.Message}</li>"))}</ul>
        """));
}
