using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Checking;

/// <summary>One run of <c>check</c>.</summary>
internal sealed class CheckRun(WorkbookChecker checker, Terminal terminal, TextWriter output)
{
    private readonly List<CheckedFile> _read = [];
    private readonly List<string> _problems = [];

    /// <summary>Checks.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="json">File for the findings, «-» for standard output, null for none.</param>
    /// <param name="annotated">Folder for annotated copies, null for none.</param>
    /// <returns>The exit code.</returns>
    public int Run(IEnumerable<string> paths, string? json, string? annotated)
    {
        var files = WorkbookFiles.Find(paths, _problems);
        var overwrites = annotated is not null && Overwrites(files, annotated);
        if (overwrites) _problems.Add("--annotated 的文件夹就是工作簿所在的文件夹，会盖掉原文件。请另选一个文件夹。");
        foreach (var problem in _problems) terminal.Complain(problem);
        if (files.Count == 0 || overwrites) return ExitCode.NotDone;
        terminal.Through("正在检查", files, file => Check(file, isLast: annotated is null), Show);
        ShowTogether();
        var reports = _read.Select(file => file.Report).ToArray();
        if (reports.Length > 1) terminal.Say(ReportLines.Summary(reports));
        var written = Write(reports, json, annotated);
        return written ? Outcome.Code(reports, _problems.Count > 0) : ExitCode.NotDone;
    }

    /// <summary>What shows only when all workbooks are seen together, behind what each of them showed.</summary>
    private void ShowTogether()
    {
        var before = _read.Select(file => file.Report.Findings).ToArray();
        if (checker.SeeTogether(_read) is not { } changed)
        {
            _problems.Add("这一批工作簿合起来太大，没有能够互相比较（绩效目标、指标有没有抄自别的单位），上面的结果只是逐个检查的结果。"
                + "请分成几批再检查，或把设置 Inspection:MaxMegabytes 调大。");
            terminal.Complain(_problems[^1]);
            return;
        }

        foreach (var at in changed)
        {
            var known = before[at].ToHashSet();
            foreach (var finding in _read[at].Report.Findings.Where(finding => !known.Contains(finding)))
                terminal.Say($"{_read[at].File.Label}：{finding.Message}");
        }
    }

    private static bool Overwrites(IEnumerable<WorkbookFile> files, string annotated) =>
        files.Any(file =>
            string.Equals(file.Path, Path.GetFullPath(Path.Combine(annotated, file.Label)), StringComparison.OrdinalIgnoreCase));

    private (CheckedFile? Read, string? Problem) Check(WorkbookFile file, bool isLast)
    {
        if (checker.Check(file, out var problem) is not { } read) return (null, problem);
        if (isLast) checker.Done(read);
        return (read.ToKeep(), null);
    }

    private void Show(WorkbookFile file, (CheckedFile? Read, string? Problem) result)
    {
        if (result.Read is { } read)
        {
            _read.Add(read);
            terminal.Show(read.Report, read.Workbook.PackWhenNeeded);
            return;
        }

        _problems.Add(result.Problem!);
        terminal.Complain(result.Problem!);
    }

    private bool Write(IReadOnlyCollection<CheckReport> reports, string? json, string? annotated)
    {
        try
        {
            if (json == "-") output.Write(Encoding.UTF8.GetString(ReportJson.Write(reports)));
            else if (json is not null) FileOperations.Replace(Path.GetFullPath(json), ReportJson.Write(reports));
            if (annotated is not null) Annotate(annotated);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"结果写不出去：{DiskTrouble.Sentence(e)}。");
            return false;
        }
    }

    private void Annotate(string folder)
    {
        var names = new UniqueNames(folder);
        foreach (var file in _read.Where(file => file.Report.Verdict != Verdict.Unreadable))
        {
            var copy = checker.Make(file, engine => engine.Annotate(file.Workbook, file.ContentAgain()));
            var path = names.Next(file.Workbook.Converted is null ? file.File.Label : Path.ChangeExtension(file.File.Label, ".xlsx"));
            if (copy is not null) FileOperations.Replace(path, copy);
            terminal.Say(copy is null ? $"未能生成批注工作簿：{file.File.Label}" : $"批注工作簿：{path}");
        }
    }
}
