using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.NoteWriting;

/// <summary>One run of <c>note --from</c>: an edited note with the figures and tables of its workbook and its own words.</summary>
internal sealed class ReissueRun(WorkbookChecker workbooks, NoteFiles notes, Terminal terminal)
{
    /// <summary>Writes the note.</summary>
    /// <param name="paths">The workbook; one only.</param>
    /// <param name="folder">Where the note goes.</param>
    /// <param name="from">The edited note.</param>
    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> paths, string folder, string from)
    {
        if (NoteFiles.Missing(from) is { } missing) return Refuse(missing);
        var problems = new List<string>();
        var files = WorkbookFiles.Find(paths, problems);
        if (files.Count > 1) problems.Add($"--from 一次只更新一份情况说明，请只给出它所属的那一个工作簿（现在有 {files.Count} 个）。");
        if (problems.Count > 0) return Refuse([.. problems]);
        if (workbooks.Check(files[0], out var problem) is not { } file) return Refuse(problem!);
        if (file.Report.Reason is { } reason) return Refuse($"{file.File.Label}：{reason.Sentence}");
        if (notes.Read(from, out var refused, out problem) is not { } content) return Refuse(problem ?? refused!.Sentence);
        return Write(
            file, content, Path.GetFullPath(from), Path.GetFullPath(Path.Combine(folder, NoteName.Stem(file.Report.Identity!) + ".docx")));
    }

    private int Refuse(params string[] problems)
    {
        foreach (var problem in problems) terminal.Complain(problem);
        return ExitCode.NotDone;
    }

    private int Write(CheckedFile file, byte[] content, string from, string path)
    {
        if (string.Equals(from, path, StringComparison.OrdinalIgnoreCase)) return Refuse("更新后的情况说明会盖掉 --from 的原文件。请把 --out 换成另一个文件夹。");
        if (notes.Reissue(file.Workbook, content, from) is not { } reissued) return Refuse($"{Path.GetFileName(from)}：未能更新，详情见日志。");
        if (reissued.Note is not { } note) return Refuse($"{Path.GetFileName(from)}：{reissued.Problem}");
        try
        {
            FileOperations.Replace(path, note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"情况说明写不出去（{DiskTrouble.Sentence(e)}）");
        }

        return Say(file, reissued, Path.GetFileName(from), path);
    }

    private int Say(CheckedFile file, ReissuedNote reissued, string from, string path)
    {
        var errors = file.Report.Count(Severity.Error);
        terminal.Say($"{from} + {file.File.Label} → {path}" + (errors == 0 ? "" : $"（注意：工作簿尚有 {errors} 处错误，请先用 check 查看）"));
        foreach (var remark in reissued.Remarks) terminal.Say("  " + remark);
        return Outcome.Code([file.Report], hasProblems: false);
    }
}
