using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.County.Status;

/// <summary>One run of <c>history</c>.</summary>
internal sealed class HistoryRun(Terminal terminal, CountyLedger ledger)
{
    // the whole of it stands in the workbook
    private const int MostLines = 12;
    private const int LongestText = 60;

    /// <summary>Tells.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string unit, int year, IReadOnlyList<HistoryVersion> versions, string? workbook)
    {
        foreach (var issued in ledger.Issued(year).Where(row => row.UnitCode == unit))
            terminal.Say($"{Moment(issued.At)}　下发（{issued.Step}）　编号 {issued.WorkbookId}　{issued.Path}");
        foreach (var version in versions) Tell(version);
        foreach (var waiver in ledger.Waivers(unit, year))
            terminal.Say($"{Moment(waiver.At)}　特批（{waiver.Person}：{waiver.Reason}）　{waiver.Message}");
        if (versions.Count == 0) terminal.Say($"{unit} {year} 年度没有报送过。");
        if (workbook is null) return ExitCode.Clean;
        try
        {
            FileOperations.Replace(Path.GetFullPath(workbook), Book(unit, year, versions));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"写不出文件：{DiskTrouble.Sentence(fault)}。");
            return ExitCode.NotDone;
        }

        terminal.Say($"历次报送：{Path.GetFullPath(workbook)}");
        return ExitCode.Clean;
    }

    private void Tell(HistoryVersion version)
    {
        var file = version.File;
        var what = version.Number == 0 ? "情况说明" : $"第 {version.Number} 版";
        var step = file.Step.Length == 0 ? "" : $"（{file.Step}）";
        terminal.Say($"{Moment(file.ReceivedAt)}　{what}{step}　{file.Verdict?.Title()}　{file.Name}　编号 {file.Id}");
        if (file.SignOff.IsAny) terminal.Say($"    签字：{file.SignOff}");
        if (file.CheckedBefore is { } earlier) terminal.Say($"    任务窗格自检：{earlier.Words}");
        if (version.Changes is { } changes)
        {
            Several("改动", [.. changes.Cells.Select(cell => $"{cell.Where}：{Shown(cell.Before)} → {Shown(cell.After)}")]);
            Several("已解决", [.. changes.Solved.Select(finding => ReportWords.Short(finding.Message, LongestText))]);
            Several(version.Number == 1 ? "问题" : "新问题",
                [.. changes.Added.Select(finding => ReportWords.Short(finding.Message, LongestText))]);
        }
        else if (version.Number > 0)
        {
            terminal.Say("    原件已不在存档中，或现在读不出来，没有比较。");
        }

        Several("答复", [.. version.Answers.Select(pair => $"{ReportWords.Short(pair.Finding, LongestText)} —— {pair.Answer}")]);
        Several("产出", [.. version.Outputs.Select(output => output.FinalPath)]);
    }

    private void Several(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        terminal.Say($"    {title} {lines.Count} 处：");
        foreach (var line in lines.Take(MostLines)) terminal.Say("      " + line);
        if (lines.Count > MostLines) terminal.Say($"      ……另有 {lines.Count - MostLines} 处，见 --xlsx 的表。");
    }

    private static byte[] Book(string unit, int year, IReadOnlyList<HistoryVersion> versions)
    {
        var rows = versions.SelectMany(Rows).ToArray();
        return TableBookWriter.Write(new TableBook(
        [
            new("历次报送",
                [
                    new("版次", 10, TableColumnKind.Code), new("环节", 10, TableColumnKind.Code), new("收到时间", 18, TableColumnKind.Code),
                    new("结果", 10, TableColumnKind.Code), new("类别", 10, TableColumnKind.Code), new("位置或文件", 50), new("原来", 36),
                        new("现在", 36),
                ],
                rows)
            {
                Title = $"{unit} {year} 年度历次报送",
                Subtitle = $"共 {versions.Count} 份",
                HasFilter = true,
            },
        ]));
    }

    private static IEnumerable<IReadOnlyList<TableCell>> Rows(HistoryVersion version)
    {
        IReadOnlyList<TableCell> beginning =
        [
            TableCell.Of(version.Number == 0 ? "情况说明" : version.Number.ToString(CultureInfo.InvariantCulture)),
                TableCell.Of(version.File.Step),
            TableCell.Of(Moment(version.File.ReceivedAt)),
            TableCell.Of(version.File.Verdict?.Title(), version.File.Verdict == Verdict.Accepted ? CellTone.Good : CellTone.Bad),
        ];
        yield return [.. beginning, TableCell.Of("报送"), TableCell.Of(version.File.Name), TableCell.Blank, TableCell.Blank];
        if (version.File.SignOff is { IsAny: true } signed)
            yield return [.. beginning, TableCell.Of("签字"), TableCell.Of(signed.ToString()), TableCell.Blank, TableCell.Blank];
        if (version.File.CheckedBefore is { } earlier)
            yield return [.. beginning, TableCell.Of("自检"), TableCell.Of(earlier.Words), TableCell.Blank, TableCell.Blank];
        foreach (var cell in version.Changes?.Cells ?? [])
            yield return [.. beginning, TableCell.Of("改动"), TableCell.Of(cell.Where), TableCell.Of(cell.Before), TableCell.Of(cell.After)];
        foreach (var finding in version.Changes?.Solved ?? [])
            yield return [.. beginning, TableCell.Of("已解决", CellTone.Good), TableCell.Of(finding.Message), TableCell.Blank,
                TableCell.Blank];
        foreach (var finding in version.Changes?.Added ?? [])
            yield return [.. beginning, TableCell.Of("新问题", CellTone.Bad), TableCell.Of(finding.Message), TableCell.Blank,
                TableCell.Blank];
        foreach (var (finding, answer) in version.Answers)
            yield return [.. beginning, TableCell.Of("答复"), TableCell.Of(finding), TableCell.Blank, TableCell.Of(answer)];
        foreach (var output in version.Outputs)
            yield return [.. beginning, TableCell.Of("产出"), TableCell.Of(output.FinalPath), TableCell.Blank, TableCell.Of(output.Sha256)];
    }

    private static string Shown(string text) => text.Length == 0 ? "（空）" : ReportWords.Short(text, LongestText);

    private static string Moment(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
