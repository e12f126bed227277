namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>Takes a text piece by piece, as deflate tells it.</summary>
internal interface IPieceSink
{
    /// <summary>A byte as it is.</summary>
    void Literal(byte literal);

    /// <summary>Bytes that stand further up as well.</summary>
    /// <param name="length">How many, 3 to 258.</param>
    /// <param name="distance">How far up, 1 to 32,768.</param>
    void Match(int length, int distance);
}

/// <summary>Joins pieces that go on where the one before ends, before they are told.</summary>
/// <typeparam name="TSink">Who takes them.</typeparam>
internal ref struct PieceJoiner<TSink>(TSink sink) where TSink : IPieceSink, allows ref struct
{
    // three bytes and fewer are only the end of a longer piece
    private const int Shortest = 3;

    private TSink _sink = sink;
    private int _length;

    /// <summary>Who takes the pieces.</summary>
    public readonly TSink Sink => _sink;

    /// <summary>How far up the piece stands that may go on; 0 for none.</summary>
    public int Distance { get; private set; }

    /// <summary>How much longer it may grow.</summary>
    public readonly int Growth => Distance == 0 ? 0 : DeflateSymbols.LongestMatch - _length;

    /// <summary>Takes a byte as it is.</summary>
    public void Literal(byte literal)
    {
        Flush();
        _sink.Literal(literal);
    }

    /// <summary>Takes bytes that stand further up as well.</summary>
    public void Match(int length, int distance)
    {
        if (distance == Distance && Growth is > 0 and var growth)
        {
            // what is left over must not be shorter than a piece can be
            var more = length <= growth ? length : Math.Min(growth, length - Shortest);
            if (more > 0)
            {
                _length += more;
                length -= more;
            }

            if (length <= 0) return;
        }

        Flush();
        (_length, Distance) = (length, distance);
    }

    /// <summary>Tells what was held back.</summary>
    public void Flush()
    {
        if (_length > 0) _sink.Match(_length, Distance);
        (_length, Distance) = (0, 0);
    }

    /// <summary>Lets the piece go on for some bytes.</summary>
    /// <param name="more">How many, at most <see cref="Growth"/>.</param>
    public void Grow(int more) => _length += more;
}
