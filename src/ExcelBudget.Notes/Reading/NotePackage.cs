using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.Notes.Reading;

/// <summary>
/// The parts of a dropped Word file, behind the guard: type by content, sizes counted while inflating, no password, no macros, no DTD.
/// </summary>
internal sealed class NotePackage
{
    private const int FileLimit = 50 << 20;
    private const int EntryLimit = 64 << 20;
    private const long TotalLimit = 256L << 20;
    private const int EntriesLimit = 2_000;
    private const int BombRatio = 100;
    private const string Relationships = "_rels/.rels";
    private const string DocumentType = "/officeDocument";

    private readonly Dictionary<string, byte[]> _byName = new(StringComparer.OrdinalIgnoreCase);

    private NotePackage(IReadOnlyList<PlainPart> parts)
    {
        Parts = parts;
        foreach (var part in parts)
        {
            if (!_byName.TryAdd(part.Name, part.Content)) throw new UnreadableNoteException(UnreadableNote.Damaged);
        }

        DocumentName = FindDocument();
    }

    /// <summary>The parts in the file's order.</summary>
    public IReadOnlyList<PlainPart> Parts { get; }

    /// <summary>Name of the part with the text.</summary>
    public string DocumentName { get; }

    /// <summary>The bytes of a part; null when the file has none of that name.</summary>
    public byte[]? this[string name] => _byName.GetValueOrDefault(name);

    /// <summary>Opens a dropped file.</summary>
    /// <exception cref="UnreadableNoteException">It may not be opened, or is no Word file.</exception>
    public static NotePackage Open(ReadOnlyMemory<byte> file)
    {
        if (file.Length > FileLimit) throw new UnreadableNoteException(UnreadableNote.TooLarge);
        if (IsCompound(file.Span)) throw new UnreadableNoteException(Holds(file.Span, "EncryptedPackage") ? UnreadableNote.Encrypted : UnreadableNote.OldBinaryFormat);
        if (file.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(file.Span) != 0x04034b50) throw new UnreadableNoteException(UnreadableNote.NotANote);
        try
        {
            return new NotePackage(Inflate(file));
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            throw new UnreadableNoteException(UnreadableNote.Damaged);
        }
    }

    /// <summary>A part as XML; null when there is none.</summary>
    public XDocument? Xml(string name)
    {
        if (this[name] is not { } content) return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content, writable: false), settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw new UnreadableNoteException(UnreadableNote.Damaged);
        }
    }

    /// <summary>Name of a part's relationships.</summary>
    public static string RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <summary>The part a relationship of the given kind points to; null when there is none.</summary>
    public string? Related(string part, string kind)
    {
        var target = Xml(RelationshipsOf(part))?.Root?.Elements()
            .FirstOrDefault(relation => ((string?)relation.Attribute("Type"))?.EndsWith(kind, StringComparison.Ordinal) == true)?.Attribute("Target")?.Value;
        return target is null ? null : target.StartsWith('/') ? target[1..] : part[..(part.LastIndexOf('/') + 1)] + target;
    }

    /// <summary>Proves the parts that an annotated copy changes: whoever reads the note can also write the copy.</summary>
    /// <exception cref="UnreadableNoteException">One of them is broken.</exception>
    public void VerifyAnnotatable()
    {
        _ = Xml("[Content_Types].xml");
        _ = Xml(RelationshipsOf(DocumentName));
        if (Related(DocumentName, "/comments") is { } comments) _ = Xml(comments);
    }

    private string FindDocument()
    {
        var target = Xml(Relationships)?.Root?.Elements()
            .FirstOrDefault(relation => ((string?)relation.Attribute("Type"))?.EndsWith(DocumentType, StringComparison.Ordinal) == true)?.Attribute("Target")?.Value;
        var name = target?.TrimStart('/') ?? "word/document.xml";
        if (this["[Content_Types].xml"] is not { } types) throw new UnreadableNoteException(UnreadableNote.NotANote);
        var kinds = Encoding.UTF8.GetString(types);
        if (kinds.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || _byName.Keys.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) throw new UnreadableNoteException(UnreadableNote.Macro);
        return this[name] is null || !kinds.Contains("wordprocessingml", StringComparison.Ordinal) ? throw new UnreadableNoteException(UnreadableNote.NotANote) : name;
    }

    private static List<PlainPart> Inflate(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > EntriesLimit) throw new UnreadableNoteException(UnreadableNote.TooLarge);
        var parts = new List<PlainPart>(archive.Entries.Count);
        var total = 0L;
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            if (entry.IsEncrypted) throw new UnreadableNoteException(UnreadableNote.Encrypted);
            var content = Inflate(entry, TotalLimit - total);
            total += content.Length;
            parts.Add(new PlainPart(entry.FullName.Replace('\\', '/'), content));
        }

        return parts;
    }

    // no size the zip claims is believed: bytes are counted as they come
    private static byte[] Inflate(ZipArchiveEntry entry, long room)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var limit = Math.Min(room, EntryLimit);
        var block = new byte[64 << 10];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            content.Write(block, 0, read);
            if (content.Length > limit) throw new UnreadableNoteException(content.Length / Math.Max(1, entry.CompressedLength) > BombRatio ? UnreadableNote.ZipBomb : UnreadableNote.TooLarge);
        }

        return content.ToArray();
    }

    private static bool IsCompound(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static bool Holds(ReadOnlySpan<byte> file, string stream) => file.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
