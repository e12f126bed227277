using System.Security.Cryptography;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>A file that was sent, whole and on the disk, until it is moved or thrown away.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Name">Its name as sent.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hex.</param>
internal sealed record Upload(string Path, string Name, string Sha256) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => File.Delete(Path);
}

/// <summary>
/// Takes in what is sent as the body of a request: onto the disk as it comes, so that a slow sender costs a file and no memory. What was
/// not sent to its end is thrown away; what a killed worker left behind goes at the next start.
/// </summary>
internal sealed class Uploads
{
    private const int LongestName = 200;
    private const string Ending = ".part";
    private readonly string _folder;

    public Uploads(WorkerSettings settings)
    {
        _folder = Path.Combine(settings.Root, "work", "uploads");
        MostBytes = settings.Limits.FileBytes;
        if (!Directory.Exists(_folder)) return;
        foreach (var left in Directory.EnumerateFiles(_folder, "*" + Ending)) File.Delete(left);
    }

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MostBytes { get; }

    /// <summary>What is wrong with a file's name, a sentence in Chinese; null when it can be used.</summary>
    public static string? Refusal(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "请用参数 name 写明文件名。";
        if (name.Length > LongestName) return $"文件名太长，不能超过 {LongestName} 个字。";
        if (name.Contains('/', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) || name is "." or "..")
            return "文件名里不能有文件夹。";
        if (name.EnumerateRunes().Any(SafeText.IsHidden)) return "文件名里有看不见的字符，请改名后再上传。";
        return IgnoredNames.Matches(name) ? "这是编辑或下载时的临时文件，请选择工作簿本身。" : null;
    }

    /// <summary>A file of one's own to write into and send; it is gone when it is closed.</summary>
    public FileStream Aside()
    {
        Directory.CreateDirectory(_folder);
        return new FileStream(NewPath(), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    /// <summary>Takes the body of a request.</summary>
    /// <param name="body">The body.</param>
    /// <param name="name">The file's name, which was not refused.</param>
    /// <param name="stop">The sender has gone.</param>
    /// <returns>The file; null when it is larger than it may be.</returns>
    public async Task<Upload?> TakeAsync(Stream body, string name, CancellationToken stop)
    {
        Directory.CreateDirectory(_folder);
        var path = NewPath();
        var isWhole = false;
        try
        {
            var hash = await WriteAsync(body, path, stop);
            isWhole = hash is not null;
            return hash is null ? null : new Upload(path, SafeName.Normalised(name), hash);
        }
        finally
        {
            if (!isWhole) File.Delete(path);
        }
    }

    private string NewPath() => Path.Combine(_folder, $"{Guid.NewGuid():N}{Ending}");

    private async Task<string?> WriteAsync(Stream body, string path, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var part = new byte[81_920];
        int read;
        while ((read = await body.ReadAsync(part, stop)) > 0)
        {
            if (file.Position + read > MostBytes) return null;
            hash.AppendData(part, 0, read);
            await file.WriteAsync(part.AsMemory(0, read), stop);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
