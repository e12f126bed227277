using System.Globalization;
using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Worker.Engine;

/// <summary>A pack as it lies in its folder, read when somebody first needs it. Thread-safe.</summary>
internal sealed class StoredPack
{
    private readonly Lazy<PackReading> _reading;
    private readonly Lazy<LoadedPack?> _loaded;
    private readonly Lazy<IReadOnlyList<PackReading>> _earlier;

    /// <param name="folder">Its folder.</param>
    public StoredPack(string folder)
    {
        Folder = folder;
        _reading = new(() => PackReader.Read(folder));
        _loaded = new(() => Usable(Reading));
        _earlier = new(() => Loaded is null ? [] : [.. Versions()]);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Its id, which is the name of its folder: a pack that calls itself otherwise cannot be used.</summary>
    public string Id => Path.GetFileName(Folder);

    /// <summary>Its folder and those of the versions it keeps, whether they can be used or not.</summary>
    public IEnumerable<string> Folders => PackStore.FoldersIn(Path.Combine(Folder, PackFiles.Earlier)).Prepend(Folder);

    /// <summary>The pack as read, sound or not.</summary>
    public PackReading Reading => _reading.Value;

    /// <summary>The pack ready for use; null when it has faults.</summary>
    public LoadedPack? Loaded => _loaded.Value;

    /// <summary>Every version that it keeps, sound or not; none of a pack that cannot be used.</summary>
    public IReadOnlyList<PackReading> Earlier => _earlier.Value;

    /// <summary>The pack and the versions it keeps, as far as they can be used: workbooks issued under them are still read by them.</summary>
    public IEnumerable<LoadedPack> Versioned => Earlier.Prepend(Reading).Select(Usable).OfType<LoadedPack>();

    private static LoadedPack? Usable(PackReading reading) =>
        reading.RuleBook is { } book ? new LoadedPack(reading.Folder, book) : null;

    private IEnumerable<PackReading> Versions()
    {
        foreach (var folder in Folders.Skip(1))
        {
            var reading = PackReader.Read(folder, Id, Folder);
            var name = Path.GetFileName(folder);
            yield return reading.RuleBook is { } book && book.Pack.Version.ToString(CultureInfo.InvariantCulture) != name
                ? new PackReading(folder, null, [new PackFault("pack.yaml", 0, $"version 是 {book.Pack.Version}，应与文件夹名 {name} 相同")])
                : reading;
        }
    }
}
