using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Checking;

/// <summary>The edge of one note for the verbs: whatever goes wrong with it becomes its verdict or a sentence.</summary>
internal sealed class NoteFiles(IBudgetEngine engine, WorkerSettings settings, ILogger<NoteFiles> log)
{
    /// <summary>A Chinese sentence when there is no such file; null when there is.</summary>
    public static string? Missing(string path) => Directory.Exists(path)
        ? $"{path} 是文件夹。请给出一个情况说明文件（.docx）。"
        : File.Exists(path) ? null : $"找不到情况说明：{path}";

    /// <summary>Reads a note and checks it against a workbook.</summary>
    /// <param name="path">The note.</param>
    /// <param name="workbook">The workbook; it has a budget.</param>
    /// <param name="problem">A Chinese sentence when the disk does not give the file out; null otherwise.</param>
    /// <returns>The result; null when there is a problem.</returns>
    public CheckedNote? Check(string path, CheckedWorkbook workbook, out string? problem)
    {
        var name = Path.GetFileName(path);
        if (Read(path, out var refused, out problem) is not { } content) return refused is null ? null : Unreadable(name, refused);
        try
        {
            return engine.CheckNote(name, content, workbook);
        }
        catch (Exception e)
        {
            log.LogError(e, "核对 {File} 时出错", path);
            return Unreadable(name, UnreadableReason.InternalError);
        }
    }

    /// <summary>Brings an edited note up to date; null when that failed inside, which is then in the log.</summary>
    public ReissuedNote? Reissue(CheckedWorkbook workbook, byte[] content, string path)
    {
        try
        {
            return engine.Reissue(workbook, content);
        }
        catch (Exception e)
        {
            log.LogError(e, "更新 {File} 时出错", path);
            return null;
        }
    }

    /// <summary>The bytes of a note; null when it is refused for its size, or with a problem when the disk does not give it out.</summary>
    public byte[]? Read(string path, out UnreadableReason? refused, out string? problem)
    {
        (refused, problem) = (null, null);
        try
        {
            refused = settings.TooLarge(new FileInfo(path).Length) is { } tooLarge ? UnreadableNote.TooLarge.With(tooLarge) : null;
            return refused is null ? FileOperations.ReadShared(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"读不了文件：{path}（{DiskTrouble.Sentence(e)}）";
            return null;
        }
    }

    private static CheckedNote Unreadable(string name, UnreadableReason reason) =>
        new(new CheckReport { File = name, Verdict = Verdict.Unreadable, Reason = reason }, null);
}
