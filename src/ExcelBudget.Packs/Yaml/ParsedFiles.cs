using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.Packs.Yaml;

/// <summary>
/// YAML files parsed before, by the hash of their content: a verb that checks one workbook would spend more on parsing its pack than on
/// the workbook. A file that was changed by a single sign is another file and is parsed. Thread-safe.
/// </summary>
internal static class ParsedFiles
{
    private static readonly ConcurrentDictionary<(ulong, ulong), (byte[] Store, int At)> Known = [];

    private enum Kind : byte
    {
        Text,
        List,
        Keys,
    }

    /// <summary>The tree of a file; null for one that was not parsed before.</summary>
    public static YamlTree? Find(byte[] content)
    {
        if (Known.IsEmpty || !Known.TryGetValue(HashOf(content), out var place)) return null;
        using var reader = new BinaryReader(new MemoryStream(place.Store, place.At, place.Store.Length - place.At, writable: false));
        return Read(reader);
    }

    /// <summary>Takes up what <see cref="Pack"/> made. A store that breaks off or holds something else is left aside.</summary>
    public static void Use(byte[] store)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(store, writable: false));
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                var hash = (reader.ReadUInt64(), reader.ReadUInt64());
                var length = reader.ReadInt32();
                var at = (int)reader.BaseStream.Position;
                if (length < 0 || length > store.Length - at) return;
                Known[hash] = (store, at);
                reader.BaseStream.Position = at + length;
            }
        }
        catch (Exception broken) when (broken is EndOfStreamException or FormatException or ArgumentException)
        {
            // costs the parsing that it would have saved
        }
    }

    /// <summary>The trees of files, to be kept beside them.</summary>
    public static byte[] Pack(IReadOnlyCollection<(byte[] Content, YamlTree Tree)> files)
    {
        using var store = new MemoryStream();
        using var writer = new BinaryWriter(store);
        writer.Write7BitEncodedInt(files.Count);
        foreach (var (content, tree) in files)
        {
            using var one = new MemoryStream();
            using (var inner = new BinaryWriter(one, Encoding.UTF8, leaveOpen: true)) Write(inner, tree);
            var (first, second) = HashOf(content);
            writer.Write(first);
            writer.Write(second);
            writer.Write((int)one.Length);
            writer.Write(one.GetBuffer(), 0, (int)one.Length);
        }

        return store.ToArray();
    }

    // half of it tells files apart; as numbers, because writing hexadecimal digits cannot be compiled ahead
    private static (ulong First, ulong Second) HashOf(byte[] content)
    {
        var hash = SHA256.HashData(content);
        return (BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash, sizeof(ulong)));
    }

    private static void Write(BinaryWriter to, YamlTree tree)
    {
        to.Write((byte)(tree switch { YamlList => Kind.List, YamlKeys => Kind.Keys, _ => Kind.Text }));
        to.Write7BitEncodedInt(tree.Line);
        to.Write7BitEncodedInt(tree.Column);
        switch (tree)
        {
            case YamlText text:
                to.Write((byte)text.Style);
                to.Write(text.Value);
                break;
            case YamlList list:
                to.Write7BitEncodedInt(list.Items.Count);
                foreach (var item in list.Items) Write(to, item);
                break;
            case YamlKeys keys:
                to.Write7BitEncodedInt(keys.Entries.Count);
                foreach (var (key, value) in keys.Entries)
                {
                    Write(to, key);
                    Write(to, value);
                }

                break;
        }
    }

    private static YamlTree Read(BinaryReader from)
    {
        var (kind, line, column) = ((Kind)from.ReadByte(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt());
        if (kind == Kind.Text) return new YamlText(line, column, Style: (YamlStyle)from.ReadByte(), Value: from.ReadString());
        var count = from.Read7BitEncodedInt();
        if (kind == Kind.List)
        {
            var items = new YamlTree[count];
            for (var at = 0; at < count; at++) items[at] = Read(from);
            return new YamlList(line, column, items);
        }

        var entries = new (YamlText, YamlTree)[count];
        for (var at = 0; at < count; at++) entries[at] = ((YamlText)Read(from), Read(from));
        return new YamlKeys(line, column, entries);
    }
}
