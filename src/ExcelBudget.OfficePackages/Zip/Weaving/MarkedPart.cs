using System.Buffers;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>A place of a part whose bytes stand further up as well.</summary>
/// <param name="At">Where they begin.</param>
/// <param name="Source">Where they began before.</param>
public readonly record struct PieceMark(int At, int Source);

/// <summary>
/// Deflates a part whose writer knows what repeats in it: rows of tables, of which every part has others. Nothing is taken for granted: a
/// mark is a place to look at first, and without one it is looked for in a hurry. The same bytes with the same marks give the same.
/// </summary>
public static class MarkedPart
{
    private const int FirstRoom = 1 << 15;

    [ThreadStatic]
    private static PieceList? PiecesOfThread;

    /// <summary>Deflates a part.</summary>
    /// <param name="name">Name in the package.</param>
    /// <param name="part">The part.</param>
    /// <param name="marks">Places whose bytes stand further up as well, in order.</param>
    public static PackedPart Pack(string name, ReadOnlySpan<byte> part, ReadOnlySpan<PieceMark> marks)
    {
        var pieces = PiecesOfThread ??= new PieceList(FirstRoom);
        pieces.Clear();
        new PieceFinder(part, marks, pieces).Cut();
        return new PackedPart(name, Crc32.Append(0, part), part.Length, Told(pieces, new DeflateCode(pieces.Counts)));
    }

    private static byte[] Told(PieceList pieces, DeflateCode code)
    {
        // a piece takes at most 15 bits twice, and 5 and 13 more
        var room = ArrayPool<byte>.Shared.Rent((8 * code.Header.Length) + (pieces.Count * 6) + 64);
        try
        {
            var sink = new DeflateSink(room, code);
            pieces.Tell(ref sink);
            return room.AsSpan(0, sink.Close()).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
