using System.Buffers;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>The bytes of one entry in a rented buffer; give it back by disposing.</summary>
internal readonly struct InflatedPart(byte[] buffer, int length) : IDisposable
{
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
