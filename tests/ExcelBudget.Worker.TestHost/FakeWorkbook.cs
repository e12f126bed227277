using System.IO.Compression;
using System.Text;

namespace ExcelBudget.Worker.TestHost;

/// <summary>A zip file that tells <see cref="FakeEngine"/> what to make of it.</summary>
public static class FakeWorkbook
{
    /// <summary>A workbook with a verdict for a unit; the same arguments give the same bytes.</summary>
    /// <param name="order">accepted, returned, encrypted, poison, kill.</param>
    /// <param name="unit">单位编码.</param>
    /// <param name="version">Anything that tells two workbooks of one unit apart.</param>
    public static byte[] Create(string order, string unit = "201", string version = "1")
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("order.txt", CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes($"{order}|{unit}|{version}"));
        }

        return memory.ToArray();
    }

    /// <summary>What a workbook orders; null when it is not one.</summary>
    public static string[]? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray()));
            using var reader = new StreamReader(zip.GetEntry("order.txt")!.Open());
            return reader.ReadToEnd().Split('|');
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
