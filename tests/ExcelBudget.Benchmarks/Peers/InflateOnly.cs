using System.IO.Compression;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The floor of reading: every part inflated and nothing else.</summary>
internal sealed class InflateOnly(MaterialFolder folder) : IPeer
{
    private readonly byte[] _workbook = File.ReadAllBytes(folder.Workbook);
    private readonly byte[] _scratch = new byte[1 << 16];
    private long _length;

    public void Once()
    {
        _length = 0;
        using var zip = new ZipArchive(new MemoryStream(_workbook), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(_scratch)) > 0;) _length += read;
        }
    }

    public byte[] Output() => BitConverter.GetBytes(_length);
}
