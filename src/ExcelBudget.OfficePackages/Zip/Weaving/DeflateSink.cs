namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>Writes pieces as one block of deflate.</summary>
internal ref struct DeflateSink : IPieceSink
{
    private readonly DeflateCode _code;
    private BitSink _bits;

    /// <param name="room">Where the bytes go; large enough.</param>
    /// <param name="code">The code of the block.</param>
    public DeflateSink(Span<byte> room, DeflateCode code)
    {
        _code = code;
        _bits = new BitSink(room);
        code.Header.Tell(ref _bits);
    }

    /// <inheritdoc />
    public void Literal(byte literal) => _bits.Put(_code.Literals.Codes[literal], _code.Literals.Lengths[literal]);

    /// <inheritdoc />
    public void Match(int length, int distance)
    {
        var (bits, count) = _code.Length(length);
        var (more, moreCount) = _code.Distance(distance);
        _bits.Put(bits | (more << count), count + moreCount);
    }

    /// <summary>Ends the block and fills the last byte up.</summary>
    /// <returns>How many bytes were written.</returns>
    public int Close()
    {
        _bits.Put(_code.Literals.Codes[DeflateSymbols.End], _code.Literals.Lengths[DeflateSymbols.End]);
        return _bits.Close();
    }
}
