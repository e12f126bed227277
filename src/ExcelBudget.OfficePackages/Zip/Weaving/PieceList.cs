namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>Pieces of a part, kept until the code that tells them is known.</summary>
/// <param name="room">For how many pieces there is room at first.</param>
internal sealed class PieceList(int room) : IPieceSink
{
    private const uint IsMatch = 1u << 31;
    private const int DistanceBits = 15;

    private uint[] _pieces = new uint[room];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How often each symbol is used.</summary>
    public DeflateCounts Counts { get; private set; } = new();

    /// <summary>Begins anew.</summary>
    public void Clear() => (Count, Counts) = (0, new DeflateCounts());

    /// <inheritdoc />
    public void Literal(byte literal)
    {
        Counts.Literal(literal);
        Add(literal);
    }

    /// <inheritdoc />
    public void Match(int length, int distance)
    {
        Counts.Match(length, distance);
        Add(IsMatch | ((uint)length << DistanceBits) | (uint)(distance - 1));
    }

    /// <summary>Tells them.</summary>
    public void Tell(ref DeflateSink sink)
    {
        foreach (var piece in _pieces.AsSpan(0, Count))
        {
            if (piece < IsMatch) sink.Literal((byte)piece);
            else sink.Match((int)((piece & ~IsMatch) >> DistanceBits), (int)(piece & ((1u << DistanceBits) - 1)) + 1);
        }
    }

    private void Add(uint piece)
    {
        if (Count == _pieces.Length) Array.Resize(ref _pieces, 2 * Count);
        _pieces[Count++] = piece;
    }
}
