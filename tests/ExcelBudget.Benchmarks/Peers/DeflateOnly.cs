using System.IO.Compression;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The floor of writing: the finished bytes of the parts that change, deflated and nothing else.</summary>
internal sealed class DeflateOnly(string parts, CompressionLevel level) : IPeer
{
    private readonly byte[][] _parts = [.. Directory.EnumerateFiles(parts).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    private long _length;

    public void Once()
    {
        _length = 0;
        foreach (var part in _parts)
        {
            using var target = new MemoryStream(part.Length / 4);
            using (var deflate = new DeflateStream(target, level, leaveOpen: true)) deflate.Write(part);
            _length += target.Length;
        }
    }

    public byte[] Output() => BitConverter.GetBytes(_length);
}
