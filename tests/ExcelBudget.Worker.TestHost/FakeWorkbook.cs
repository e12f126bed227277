using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ExcelBudget.Worker.TestHost;

/// <summary>A zip file that tells <see cref="FakeEngine"/> what to make of it.</summary>
public static class FakeWorkbook
{
    /// <summary>A workbook with a verdict for a unit; the same arguments give the same bytes.</summary>
    /// <param name="order">accepted, returned, encrypted, poison, crash, sleep, eat.</param>
    /// <param name="unit">单位编码.</param>
    /// <param name="version">Anything that tells two workbooks of one unit apart.</param>
    /// <param name="issue">What it knows of itself; null for a workbook that knows nothing.</param>
    public static byte[] Create(string order, string unit = "201", string version = "1", FakeIssue? issue = null)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("order.txt", CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            var known = issue is null ? "" : "|" + JsonSerializer.Serialize(issue);
            stream.Write(Encoding.UTF8.GetBytes($"{order}|{unit}|{version}{known}"));
        }

        return memory.ToArray();
    }

    /// <summary>What a workbook knows of itself.</summary>
    public static FakeIssue Issue(ReadOnlyMemory<byte> content)
    {
        using var zip = new ZipArchive(new MemoryStream(content.ToArray()));
        using var reader = new StreamReader(zip.GetEntry("order.txt")!.Open());
        return reader.ReadToEnd().Split('|') is [_, _, _, var issue] ? JsonSerializer.Deserialize<FakeIssue>(issue)! : new FakeIssue();
    }

    /// <summary>What a workbook orders; null when it is not one.</summary>
    public static string[]? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray()));
            using var reader = new StreamReader(zip.GetEntry("order.txt")!.Open());
            return reader.ReadToEnd().Split('|') is [var order, var unit, var version, ..] ? [order, unit, version] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
