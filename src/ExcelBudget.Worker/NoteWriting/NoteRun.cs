using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.NoteWriting;

/// <summary>One run of <c>note</c>.</summary>
internal sealed class NoteRun(WorkbookChecker checker, Terminal terminal, string folder)
{
    private readonly UniqueNames _names = new(folder);
    private readonly List<CheckReport> _reports = [];
    private readonly List<string> _problems = [];

    /// <summary>Writes a note for each workbook that can be read, also for one with errors, and says so.</summary>
    /// <returns>The exit code.</returns>
    public int Run(IEnumerable<string> paths)
    {
        var files = WorkbookFiles.Find(paths, _problems);
        foreach (var problem in _problems) terminal.Complain(problem);
        if (files.Count == 0) return ExitCode.NotDone;
        terminal.Through("正在生成情况说明", files, Make, (file, made) => terminal.Say(Write(file, made)));
        return Outcome.Code(_reports, _problems.Count > 0);
    }

    private MadeNote Make(WorkbookFile file)
    {
        if (checker.Check(file, out var problem) is not { } read) return new(null, null, problem);
        var note = read.Report is { Reason: null, Identity: not null } ? checker.Make(read, engine => engine.Note(read.Workbook)) : null;
        checker.Done(read);
        read.Release();
        return new(read.Report, note, null);
    }

    /// <summary>Writes a note in its turn: the second of two alike is named after the first.</summary>
    private string Write(WorkbookFile file, MadeNote made)
    {
        if (made.Report is not { } report) return Problem(made.Problem!);
        _reports.Add(report);
        if (report.Reason is { } reason) return $"{file.Label}：{reason.Sentence}";
        if (made.Note is null) return Problem($"{file.Label}：未能生成情况说明，详情见日志。");
        var path = _names.Next(NoteName.Stem(report.Identity!) + ".docx");
        try
        {
            FileOperations.Replace(path, made.Note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem($"{file.Label}：情况说明写不出去（{DiskTrouble.Sentence(e)}）");
        }

        var errors = report.Count(Severity.Error);
        return $"{file.Label} → {path}" + (errors == 0 ? "" : $"（注意：工作簿尚有 {errors} 处错误，请先用 check 查看）");
    }

    /// <summary>What came of one workbook.</summary>
    /// <param name="Report">Its report; null when the disk did not give it out.</param>
    /// <param name="Note">Its note; null when there is none.</param>
    /// <param name="Problem">Why the disk did not give it out.</param>
    private sealed record MadeNote(CheckReport? Report, byte[]? Note, string? Problem);

    private string Problem(string sentence)
    {
        _problems.Add(sentence);
        return sentence;
    }
}
