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
    private readonly Dictionary<WorkbookFile, string> _lines = [];

    /// <summary>Writes a note for each workbook that can be read, also for one with errors, and says so.</summary>
    /// <returns>The exit code.</returns>
    public int Run(IEnumerable<string> paths)
    {
        var files = WorkbookFiles.Find(paths, _problems);
        foreach (var problem in _problems) terminal.Complain(problem);
        if (files.Count == 0) return ExitCode.NotDone;
        terminal.Through("正在生成情况说明", files, Write, file => terminal.Say(_lines[file]));
        return Outcome.Code(_reports, _problems.Count > 0);
    }

    private void Write(WorkbookFile file)
    {
        if (checker.Check(file, out var problem) is not { } read)
        {
            _problems.Add(problem!);
            _lines[file] = problem!;
            return;
        }

        _reports.Add(read.Report);
        _lines[file] = read.Report.Reason is { } reason ? $"{file.Label}：{reason.Sentence}" : Write(read);
    }

    private string Write(CheckedFile file)
    {
        var note = file.Report.Identity is null ? null : checker.Make(file, engine => engine.Note(file.Workbook));
        if (note is null) return Problem($"{file.File.Label}：未能生成情况说明，详情见日志。");
        var path = _names.Next(NoteName.Stem(file.Report.Identity!) + ".docx");
        try
        {
            FileOperations.Replace(path, note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem($"{file.File.Label}：情况说明写不出去（{DiskTrouble.Sentence(e)}）");
        }

        var errors = file.Report.Count(Severity.Error);
        return $"{file.File.Label} → {path}" + (errors == 0 ? "" : $"（注意：工作簿尚有 {errors} 处错误，请先用 check 查看）");
    }

    private string Problem(string sentence)
    {
        _problems.Add(sentence);
        return sentence;
    }
}
