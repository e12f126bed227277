using System.IO.Compression;
using System.Text;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.OfficePackages.Zip.Weaving;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>
/// The floor of writing this very note: words that are ready put between ready pieces, deflated, and all of it written as a package.
/// Nothing is computed, worded, measured or set on pages.
/// </summary>
internal sealed class NoteFloor : IPeer
{
    private const string Document = "word/document.xml";

    private readonly byte[][] _pieces;
    private readonly string[] _words;
    private readonly PackedPart[] _others;
    private readonly WovenParts? _woven;
    private byte[] _last = [];

    /// <param name="folder">The materials.</param>
    /// <param name="isWoven">Weave the document; otherwise it is deflated as usual.</param>
    public NoteFloor(MaterialFolder folder, bool isWoven)
    {
        var document = File.ReadAllText(Directory.EnumerateFiles(folder.NoteParts).Single());
        var cut = document.Split("<w:t xml:space=\"preserve\">");
        _words = [.. cut.Skip(1).Select(piece => piece[..piece.IndexOf('<', StringComparison.Ordinal)])];
        _pieces = [.. cut.Select((piece, at) => Encoding.UTF8.GetBytes((at == 0 ? piece : piece[_words[at - 1].Length..])
            + (at + 1 < cut.Length ? "<w:t xml:space=\"preserve\">" : "")))];
        using var template = ZipFile.OpenRead(folder.NoteTemplate);
        _others = [.. template.Entries.Where(entry => entry.FullName != Document)
            .Select(entry => PackedPart.Pack(entry.FullName, Bytes(entry), CompressionLevel.Optimal))];
        _woven = isWoven ? new WovenParts(64) : null;
    }

    public void Once()
    {
        using var xml = new Utf8Text();
        for (var at = 0; at < _pieces.Length; at++)
        {
            xml.Append(_pieces[at]);
            if (at == _words.Length) break;
            xml.BeginHole();
            xml.Append(_words[at]);
            xml.EndHole();
        }

        var document = _woven is null ? PackedPart.Pack(Document, xml.Written, CompressionLevel.Optimal)
            : _woven.Pack(Document, xml, CompressionLevel.Optimal);
        _last = PackageWriter.Write([.. _others, document]);
    }

    public byte[] Output() => _last;

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}
