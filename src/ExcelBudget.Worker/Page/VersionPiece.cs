using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Api;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Page;

/// <summary>版次。What a unit handed in, and what came of each; the latest in full, the others by a link to a page of their own.</summary>
internal static class VersionPiece
{
    /// <summary>All versions, the latest first.</summary>
    public static Html All(Desk who, CountyUnit unit)
    {
        var told = Numbered(who, unit.Code);
        if (told.Count == 0) return Html.Of($"""<p class="quiet">还没有报送过。</p>""");
        return Html.Of($"""
            {One(who, told[^1], told)}
            {Html.When(told.Count > 1, () => Html.Of($"""
                <h3>更早的</h3><ul class="rows">{Html.Each(told.SkipLast(1).Reverse(), Line)}</ul>
                """))}
            """);
    }

    /// <summary>The versions of a unit with the numbers people count them by, oldest first; a note has none.</summary>
    public static IReadOnlyList<(HandedIn File, int Number)> Numbered(Desk who, string unit)
    {
        var number = 0;
        return [.. UnitEndpoints.Returns(who, unit).Select(file => (file, file.Kind == SubmissionKind.Workbook ? ++number : 0))];
    }

    /// <summary>What a version is called.</summary>
    public static string Title(int number) => number == 0
        ? "情况说明" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"第 {number} 版");

    /// <summary>One version in full.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="version">The version.</param>
    /// <param name="all">All of its unit, oldest first.</param>
    public static Html One(Desk who, (HandedIn File, int Number) version, IReadOnlyList<(HandedIn File, int Number)> all)
    {
        var (file, number) = version;
        var report = who.Shelf.Report(file.Id);
        var isOwn = who.Visitor.Role == AccessRole.Department;
        var answers = who.Answers.Of(file).ToDictionary(question => question.Finding.Key, StringComparer.Ordinal);
        return Html.Of($"""
            <div class="version" id="v{file.Id}" data-submission="{file.Id}">
            <p class="of"><strong>{Title(number)}</strong>{PageWords.Badge(file.Verdict)}
            <span class="quiet">{PageWords.Moment(file.ReceivedAt)}　{file.Step}　{file.Name}</span></p>
            {Html.When(file.SignOff.IsAny, () => Html.Of($"""<p class="quiet">签字：{file.SignOff.ToString()}</p>"""))}
            {Html.When(file.CheckedBefore is not null, () => Html.Of($"""
                <p class="quiet">任务窗格自检：{file.CheckedBefore!.Words}</p>
                """))}
            <p class="files">{Html.Each(Shown(who, file), made => Link(file.Id, made.Kind))}
            {Link(file.Id, ReturnShelf.Archived)}
            {Html.When(file.Kind == SubmissionKind.Workbook, () => Html.Of($"""
                <a href="/pane/preview.html?submission={file.Id}">对着表格看问题</a>
                """))}</p>
            {Html.When(isOwn && number > 0 && number == all.Max(each => each.Number), () => HowToAnswer(file, report))}
            {FindingList.Of(report.Findings, finding => Answer(who, file, answers.GetValueOrDefault(finding.Key)))}
            {Html.When(report.Findings.Count == 0 && file.Verdict == Verdict.Accepted, () => Html.Of($"""<p class="quiet">没有问题。</p>"""))}
            {ChangeTable.SinceIssue(report.Changes)}
            {Compare(file, number, all)}
            </div>
            """);
    }

    private static Html Line((HandedIn File, int Number) version) => Html.Of($"""
        <li><span><a href="/submissions/{version.File.Id}">{Title(version.Number)}</a>　{PageWords.Badge(version.File.Verdict)}</span>
        <span class="quiet">{PageWords.Moment(version.File.ReceivedAt)}　{version.File.Step}　{version.File.Name}</span></li>
        """);

    // a department answers in the workbook, which the pane does for it in the browser
    private static Html HowToAnswer(HandedIn file, StoredReport report)
    {
        var open = report.Findings.Count(finding => finding is { Severity: "warning", Answer: not { Length: > 0 } });
        return Html.When(open > 0, () => Html.Of($"""
            <p class="todo">{open} 处疑点请答复：<a href="/pane/preview.html?submission={file.Id}">对着表格看问题</a>，
            在疑点下面写答复，点“写入答复”，再到“交表”交上来。也可以在批注后的文件的“检查结果”表里写，再报送。</p>
            """));
    }

    private static Html Answer(Desk who, HandedIn file, AnsweredQuestion? question)
    {
        if (question is null) return Html.Nothing;
        if (question.Accepted is { } accepted)
            return Html.Of($"""<p class="good">✓ 已认可（{accepted.Person}，{PageWords.Moment(accepted.At)}）</p>""");
        return Html.When(who.Visitor.IsClerk, () => Html.Of($"""
            <form class="inline" data-post="/api/submissions/{file.Id}/answers">
            <input type="hidden" name="finding" value="{question.Finding.Key}">{FormFields.Person()}
            <button>认可这个答复</button><output></output></form>
            """));
    }

    // the original is told from the archive, and JSON is for whoever hands it on
    private static IEnumerable<(string Kind, string Name)> Shown(Desk who, HandedIn file) => who.Shelf.Files(file.Id)
        .Where(made => made.Kind != "original" && (who.Visitor.IsClerk || made.Kind != "findings"));

    private static Html Compare(HandedIn file, int number, IReadOnlyList<(HandedIn File, int Number)> all)
    {
        var earlier = all.Where(each => each.Number > 0 && each.Number < number).Reverse().ToArray();
        return Html.When(earlier.Length > 0, () => Html.Of($"""
            <form class="inline" data-piece="/submissions/{file.Id}/changes"><label>与 <select name="from">{Html.Each(earlier, each =>
                Html.Of($"""<option value="{each.File.Id}">{Title(each.Number)}</option>"""))}</select> 比较</label>
            <button class="plain">看差别</button></form><div class="piece" aria-live="polite"></div>
            """));
    }

    private static Html Link(string id, string kind) =>
        Html.Of($"""<a href="/api/submissions/{id}/files/{kind}" download>{PageWords.FileKind(kind)}</a>""");
}
