using System.Security.Cryptography;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Checking;

/// <summary>A workbook that was read from disk and checked.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Content">Its bytes; empty when it was too large to read.</param>
/// <param name="Workbook">What became of it.</param>
internal sealed record CheckedFile(WorkbookFile File, ReadOnlyMemory<byte> Content, CheckedWorkbook Workbook)
{
    private byte[]? _digest;

    /// <summary>The memory its bytes lie in, which can be used again when nobody looks at them any more; null where it cannot.</summary>
    public ArraySegment<byte>? Rented { get; init; }

    public CheckReport Report => Workbook.Report;

    /// <summary>
    /// The file without its bytes, which lie on the disk: a run over a thousand workbooks keeps their results only. This one is not to be
    /// used any more.
    /// </summary>
    public CheckedFile ToKeep()
    {
        if (Content.IsEmpty) return this;
        var kept = this with
        {
            Content = default,
            Rented = null,
            Workbook = Workbook.WithoutContent(),
            _digest = SHA256.HashData(Content.Span),
        };
        Release();
        return kept;
    }

    /// <summary>Gives the memory of its bytes back; nobody may look at them any more.</summary>
    public void Release()
    {
        if (Rented is { } rented) FileBuffers.Return(rented);
    }

    /// <summary>The bytes that were checked, read again where they were not kept.</summary>
    /// <exception cref="IOException">The file has changed since, or cannot be read.</exception>
    public ReadOnlyMemory<byte> ContentAgain()
    {
        if (_digest is null) return Content;
        var content = FileOperations.ReadShared(File.Path);
        return SHA256.HashData(content).AsSpan().SequenceEqual(_digest) ? content
            : throw new IOException($"{File.Path} has changed since it was checked");
    }
}

/// <summary>The edge of one file for the verbs: whatever goes wrong with it becomes its verdict, and the next file is checked.</summary>
internal sealed class WorkbookChecker(IBudgetEngine engine, WorkerSettings settings, ILogger<WorkbookChecker> log)
{
    /// <summary>Reads and checks a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">A Chinese sentence when the disk does not give the file out; null otherwise.</param>
    /// <returns>The result; null when there is a problem.</returns>
    public CheckedFile? Check(WorkbookFile file, out string? problem)
    {
        problem = null;
        try
        {
            if (settings.TooLarge(new FileInfo(file.Path).Length) is { } tooLarge)
                return Unreadable(file, UnreadableReason.TooLarge.With(tooLarge));
            var content = FileOperations.ReadRented(file.Path);
            return Check(file, content) with { Rented = content };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"读不了文件：{file.Path}（{DiskTrouble.Sentence(e)}）";
            return null;
        }
    }

    /// <summary>Nothing more will be asked of a file but what it has in common with others.</summary>
    public void Done(CheckedFile file) => engine.Done(file.Workbook);

    /// <summary>The files seen together; those with something more to say in place of what they were.</summary>
    /// <param name="files">The files of one run, as checked one by one.</param>
    /// <returns>The places of the files that changed; null when they could not be compared, which is then in the log.</returns>
    public IReadOnlyList<int>? SeeTogether(List<CheckedFile> files)
    {
        try
        {
            var again = engine.Together([.. files.Select(file => file.Workbook)], at => files[at].ContentAgain());
            foreach (var (at, workbook) in again) files[at] = files[at] with { Workbook = workbook };
            return [.. again.Keys.Order()];
        }
        catch (Exception e)
        {
            log.LogError(e, "比较各工作簿的绩效目标时出错");
            return null;
        }
    }

    /// <summary>Makes a document of a checked workbook; null when there is none or making it failed, which is then in the log.</summary>
    public byte[]? Make(CheckedFile file, Func<IBudgetEngine, byte[]?> document)
    {
        try
        {
            return document(engine);
        }
        catch (Exception e)
        {
            log.LogError(e, "生成 {File} 的文档时出错", file.File.Path);
            return null;
        }
    }

    private static CheckedFile Unreadable(WorkbookFile file, UnreadableReason reason) => new(
        file, default, new(new CheckReport { File = file.Label, Verdict = Verdict.Unreadable, Reason = reason }, null));

    private CheckedFile Check(WorkbookFile file, ArraySegment<byte> content)
    {
        try
        {
            return new(file, content.AsMemory(), engine.Check(file.Label, content.AsMemory()));
        }
        catch (Exception e)
        {
            log.LogError(e, "检查 {File} 时出错", file.Path);
            return Unreadable(file, UnreadableReason.InternalError);
        }
    }
}
