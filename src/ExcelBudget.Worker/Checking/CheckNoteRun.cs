using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Checking;

/// <summary>One run of <c>check-note</c>.</summary>
internal sealed class CheckNoteRun(WorkbookChecker workbooks, NoteFiles notes, Terminal terminal, TextWriter output)
{
    /// <summary>Checks.</summary>
    /// <param name="note">Path of the note.</param>
    /// <param name="workbook">Path of the workbook.</param>
    /// <param name="json">File for the findings, «-» for standard output, null for none.</param>
    /// <param name="annotated">Folder for the note with comments, null for none.</param>
    /// <returns>The exit code.</returns>
    public int Run(string note, string workbook, string? json, string? annotated)
    {
        if (Problem(note, annotated) is { } wrong) return Refuse(wrong);
        if (Read(workbook, out var problem) is not { } budget) return Refuse(problem!);
        if (notes.Check(note, budget, out problem) is not { } read) return Refuse(problem!);
        terminal.Show(read.Report, budget.PackWhenNeeded);
        if (budget.Report.Count(Severity.Error) is > 0 and var errors)
            terminal.Say($"注意：工作簿尚有 {errors} 处错误，以上按工作簿现有的数核对；请先用 check 查看工作簿。");
        return Write(read, json, annotated) ? Outcome.Code([read.Report], hasProblems: false) : ExitCode.NotDone;
    }

    private static string? Problem(string note, string? annotated)
    {
        if (NoteFiles.Missing(note) is { } missing) return missing;
        var full = Path.GetFullPath(note);
        return annotated is not null
            && string.Equals(full, Path.GetFullPath(Path.Combine(annotated, Path.GetFileName(full))), StringComparison.OrdinalIgnoreCase)
            ? "--annotated 的文件夹就是情况说明所在的文件夹，会盖掉原文件。请另选一个文件夹。"
            : null;
    }

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }

    private CheckedWorkbook? Read(string path, out string? problem)
    {
        var full = Path.GetFullPath(path);
        problem = Directory.Exists(full) ? $"{path} 是文件夹。请给出情况说明所属的那一个工作簿文件。" : File.Exists(full) ? null : $"找不到工作簿：{path}";
        if (problem is not null || workbooks.Check(new WorkbookFile(full, Path.GetFileName(full)), out problem) is not { } file)
            return null;
        if (file.Workbook.Budget is null) problem = $"工作簿 {file.File.Label} 读不出来：{file.Report.Reason!.Sentence}";
        return file.Workbook.Budget is null ? null : file.Workbook;
    }

    private bool Write(CheckedNote read, string? json, string? annotated)
    {
        try
        {
            if (json == "-") output.Write(Encoding.UTF8.GetString(ReportJson.Write([read.Report])));
            else if (json is not null) FileOperations.Replace(Path.GetFullPath(json), ReportJson.Write([read.Report]));
            if (annotated is not null && read.Report.Verdict != Verdict.Unreadable) Annotate(read, annotated);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"结果写不出去：{DiskTrouble.Sentence(e)}。");
            return false;
        }
    }

    private void Annotate(CheckedNote read, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, read.Report.File));
        if (read.Annotated is { } copy) FileOperations.Replace(path, copy);
        terminal.Say(read.Annotated is null ? "没有需要批注的地方，未生成批注文件。" : $"带批注的情况说明：{path}");
    }
}
