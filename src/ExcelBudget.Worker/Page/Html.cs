using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ExcelBudget.Worker.Page;

/// <summary>
/// A piece of a page. It can only be written as an interpolated string, whose holes are encoded: what strangers typed never becomes
/// markup.
/// </summary>
internal readonly struct Html(string text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string? _text = text;

    public static readonly Html Nothing;

    /// <summary>A piece from a template.</summary>
    public static Html Of(HtmlWriting writing) => new(writing.Written);

    /// <summary>A piece for each item.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> piece) =>
        new(string.Concat(items.Select(item => piece(item).ToString())));

    /// <summary>A piece, or nothing.</summary>
    public static Html When(bool isWanted, Func<Html> piece) => isWanted ? piece() : Nothing;

    /// <summary>A text as it stands in markup, also between quotation marks.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    public override string ToString() => _text ?? "";
}

/// <summary>Writes the template of a piece: its own words as they are, the holes encoded.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlWriting(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public string Written => _text.ToString();

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => _text.Append(Html.Encode(text ?? ""));

    public void AppendFormatted(Html piece) => _text.Append(piece.ToString());

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(decimal number) => _text.Append(number.ToString("0.##", CultureInfo.InvariantCulture));
}
