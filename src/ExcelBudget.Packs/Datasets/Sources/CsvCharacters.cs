namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>Text as it is read, without marks at its beginning, and whether it has what only the whole file tells.</summary>
/// <param name="text">The text.</param>
internal sealed class CsvCharacters(TextReader text) : TextReader
{
    private const char Mark = '\uFEFF';

    private bool _hasBegun;
    private char _last;

    /// <summary>True once a zero character or the beginning of ="305002" was read.</summary>
    public bool IsOdd { get; private set; }

    /// <inheritdoc />
    public override int Peek() => throw new NotSupportedException();

    /// <inheritdoc />
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            var length = text.Read(buffer);
            if (length > 0 && !_hasBegun) length = WithoutMark(buffer, length);
            else if (length == 0) return 0;
            if (length == 0) continue;
            Look(buffer[..length]);
            return length;
        }
    }

    /// <inheritdoc />
    public override int ReadBlock(Span<char> buffer)
    {
        var all = 0;
        for (int length; all < buffer.Length && (length = Read(buffer[all..])) > 0;) all += length;
        return all;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }

    private int WithoutMark(Span<char> buffer, int length)
    {
        var bare = buffer[..length].TrimStart(Mark);
        _hasBegun = bare.Length > 0;
        bare.CopyTo(buffer);
        return bare.Length;
    }

    private void Look(ReadOnlySpan<char> read)
    {
        IsOdd = IsOdd || read.Contains('\0') || (_last == '=' && read[0] == '"') || read.IndexOf("=\"", StringComparison.Ordinal) >= 0;
        _last = read[^1];
    }
}
