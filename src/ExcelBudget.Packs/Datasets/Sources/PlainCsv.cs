using System.Text;
using CsvHelper;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>
/// A CSV file that can be read row by row, so that a county's need not be in memory: sound text of one encoding, quotes in pairs, no
/// ="305002". Any other file is read as a whole, to say what is wrong with it.
/// </summary>
/// <param name="file">The file, open.</param>
/// <param name="encoding">Its encoding.</param>
/// <param name="separator">Its separator.</param>
internal sealed class PlainCsv(Stream file, Encoding encoding, char separator) : IDisposable
{
    // a header line is not longer
    private const int HeadLength = 64 * 1024;
    private const int BufferLength = 64 * 1024;

    /// <summary>The file when it is plain; null otherwise.</summary>
    /// <param name="path">Path.</param>
    /// <param name="separatorOf">Finds the separator in a beginning of the text that has the whole header line.</param>
    /// <param name="options">How a separator's file is read, and where broken records go.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PlainCsv? Find(
        string path, Func<string, char> separatorOf, Func<char, Action<CsvMalformedRecord>, CsvReaderOptions> options)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        var plain = Find(file, separatorOf, options);
        if (plain is null) file.Dispose();
        return plain;
    }

    /// <summary>The text from its beginning.</summary>
    public CsvCharacters Text()
    {
        file.Position = 0;
        return new CsvCharacters(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, BufferLength, leaveOpen: true));
    }

    /// <summary>Its separator.</summary>
    public char Separator => separator;

    /// <inheritdoc />
    public void Dispose() => file.Dispose();

    private static PlainCsv? Find(
        FileStream file, Func<string, char> separatorOf, Func<char, Action<CsvMalformedRecord>, CsvReaderOptions> options)
    {
        Span<byte> first = stackalloc byte[4];
        if (CsvText.IsWorkbook(first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)])) return null;
        if (CsvEncoding.Of(file) is not { } encoding) return null;
        try
        {
            using var head = new PlainCsv(file, encoding, ',').Text();
            var begin = new char[HeadLength];
            var length = head.ReadBlock(begin.AsSpan());
            if (length == HeadLength && begin.AsSpan().TrimStart().IndexOfAny('\r', '\n') < 0) return null;
            var plain = new PlainCsv(file, encoding, separatorOf(new string(begin, 0, length)));
            return plain.IsSound(options) ? plain : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private bool IsSound(Func<char, Action<CsvMalformedRecord>, CsvReaderOptions> options)
    {
        var isBroken = false;
        using var text = Text();
        using var reader = CsvReader.Create(text, options(separator, _ => isBroken = true));
        while (!isBroken && !text.IsOdd && reader.Read())
        {
        }

        return !isBroken && !text.IsOdd;
    }
}
