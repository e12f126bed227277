using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>Takes bits, the first lowest, into a room that is large enough: its caller reckons it.</summary>
/// <param name="room">Where the bytes go; eight bytes more than will be written.</param>
internal ref struct BitSink(Span<byte> room)
{
    private readonly Span<byte> _room = room;
    private ulong _bits;
    private int _count;
    private int _at;

    /// <summary>Takes bits.</summary>
    /// <param name="bits">The bits, nothing above them.</param>
    /// <param name="count">How many, at most 56.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ulong bits, int count)
    {
        _bits |= bits << _count;
        _count += count;
        BinaryPrimitives.WriteUInt64LittleEndian(_room[_at..], _bits);
        var whole = _count >> 3;
        _at += whole;
        _bits >>= whole << 3;
        _count &= 7;
    }

    /// <summary>Fills the last byte up.</summary>
    /// <returns>How many bytes were written.</returns>
    public int Close()
    {
        if (_count > 0) Put(0, 8 - _count);
        return _at;
    }
}
