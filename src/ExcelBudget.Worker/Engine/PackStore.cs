using System.Globalization;
using ExcelBudget.Notes;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Packs.Yaml;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Engine;

/// <summary>A pack ready for use.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="RuleBook">Its rule book.</param>
/// <param name="IsSound">True when its note is known to have all that its outline says.</param>
internal sealed record LoadedPack(string Folder, RuleBook RuleBook, bool IsSound = false)
{
    /// <summary>Where its workbook template is.</summary>
    public string WorkbookFile => Path.Combine(Folder, PackFiles.Workbook);

    /// <summary>Where its note template is.</summary>
    public string NoteFile => Path.Combine(Folder, PackFiles.Note);

    /// <summary>A filler over its workbook template.</summary>
    /// <exception cref="TemplateException">The template is missing or does not fit the pack.</exception>
    public WorkbookFiller Filler() => File.Exists(WorkbookFile)
        ? new WorkbookFiller(RuleBook, TemplateParser.Parse(File.ReadAllBytes(WorkbookFile)))
        : throw new TemplateException($"表样包 {RuleBook.Pack.Id} 没有 {PackFiles.Workbook}。请先运行 packs build {RuleBook.Pack.Id}。");

    /// <summary>Its note template, compiled.</summary>
    /// <exception cref="TemplateException">The template is missing or has faults.</exception>
    public NoteTemplate Note()
    {
        if (!File.Exists(NoteFile))
            throw new TemplateException($"表样包 {RuleBook.Pack.Id} 没有 {PackFiles.Note}。请先运行 packs build {RuleBook.Pack.Id}。");
        return NoteTemplate.Compile(File.ReadAllBytes(NoteFile), RuleBook, out var faults, Outline(), IsOutlineNewer)
            ?? throw new TemplateException($"{PackFiles.Note} 有误：{string.Join("；", faults)}");
    }

    private bool IsOutlineNewer =>
        File.GetLastWriteTimeUtc(Path.Combine(Folder, PackFiles.NoteOutline)) > File.GetLastWriteTimeUtc(NoteFile);

    /// <summary>The outline its note was built from and is held to; null without a sound one, or where that was done before.</summary>
    private NoteOutline? Outline()
    {
        if (IsSound) return null;
        var file = Path.Combine(Folder, PackFiles.NoteOutline);
        if (!File.Exists(file)) return null;
        var outline = NoteOutline.Read(File.ReadAllText(file), out var faults);
        return faults.Count == 0 ? outline : null;
    }
}

/// <summary>Names of the files of a pack.</summary>
internal static class PackFiles
{
    public const string Workbook = "workbook.xlsx";

    /// <summary>表样原件: the official workbook that a draft was read from, whose look building keeps.</summary>
    public const string Original = "original.xlsx";

    public const string Note = "note.docx";
    public const string NoteOutline = "note.yaml";
    public const string Samples = "sample";

    /// <summary>Folder of the versions under which workbooks were issued before, each in a folder named by its number.</summary>
    public const string Earlier = "earlier";
}

/// <summary>A pack as it lies in its folder, read when somebody first needs it. Thread-safe.</summary>
internal sealed class StoredPack
{
    private readonly Lazy<PackReading> _reading;
    private readonly Lazy<LoadedPack?> _loaded;
    private readonly Lazy<IReadOnlyList<PackReading>> _earlier;

    /// <param name="folder">Its folder.</param>
    /// <param name="isSound">True when its parts are known to agree; of the versions it keeps nothing is known.</param>
    public StoredPack(string folder, bool isSound)
    {
        Folder = folder;
        _reading = new(() => PackReader.Read(folder, isSound));
        _loaded = new(() => Usable(Reading, isSound));
        _earlier = new(() => Loaded is null ? [] : [.. Versions()]);
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Its id, which is the name of its folder: a pack that calls itself otherwise cannot be used.</summary>
    public string Id => Path.GetFileName(Folder);

    /// <summary>Its folder and those of the versions it keeps, whether they can be used or not.</summary>
    public IEnumerable<string> Folders => PackStore.FoldersIn(Path.Combine(Folder, PackFiles.Earlier)).Prepend(Folder);

    /// <summary>True when somebody has needed it.</summary>
    public bool IsRead => _reading.IsValueCreated;

    /// <summary>The pack as read, sound or not.</summary>
    public PackReading Reading => _reading.Value;

    /// <summary>The pack ready for use; null when it has faults.</summary>
    public LoadedPack? Loaded => _loaded.Value;

    /// <summary>Every version that it keeps, sound or not; none of a pack that cannot be used.</summary>
    public IReadOnlyList<PackReading> Earlier => _earlier.Value;

    /// <summary>
    /// The pack and the versions it keeps, as far as they can be used: workbooks issued under them are still read by them.
    /// </summary>
    public IEnumerable<LoadedPack> Versioned =>
        Loaded is { } newest ? Earlier.Select(reading => Usable(reading, isSound: false)).OfType<LoadedPack>().Prepend(newest) : [];

    private static LoadedPack? Usable(PackReading reading, bool isSound) =>
        reading.RuleBook is { } book ? new LoadedPack(reading.Folder, book, isSound) : null;

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

/// <summary>The packs in the packs folder, each read once, when it is first needed. Thread-safe.</summary>
internal sealed class PackStore
{
    private readonly Lazy<IReadOnlyList<StoredPack>> _packs;

    public PackStore(WorkerSettings settings) : this(settings.PacksFolder, settings.PacksAreSound)
    {
    }

    private PackStore(string packs, bool areSound)
    {
        Folder = packs;
        _packs = new(() =>
        {
            if (areSound) SoundMark.UseTrees(packs);
            return [.. FoldersIn(packs).Select(folder => new StoredPack(folder, areSound))];
        });
    }

    /// <summary>The folder of the packs.</summary>
    public string Folder { get; }

    /// <summary>The packs of a folder as they are now.</summary>
    public static PackStore Of(string folder) => new(folder, areSound: false);

    /// <summary>The packs as they lie there, read or not.</summary>
    public IReadOnlyList<StoredPack> All => _packs.Value;

    /// <summary>Every pack folder as read, sound or not.</summary>
    public IReadOnlyList<PackReading> Readings => [.. All.Select(pack => pack.Reading)];

    /// <summary>The packs that can be used.</summary>
    public IReadOnlyList<LoadedPack> Packs => [.. All.Select(pack => pack.Loaded).OfType<LoadedPack>()];

    /// <summary>Every version that a usable pack keeps, sound or not.</summary>
    public IReadOnlyList<PackReading> EarlierReadings => [.. All.SelectMany(pack => pack.Earlier)];

    /// <summary>The versions kept that can be used: workbooks issued under them are still read by them.</summary>
    public IReadOnlyList<LoadedPack> Earlier => [.. All.SelectMany(pack => pack.Versioned.Skip(1))];

    /// <summary>The pack of an id; null when there is none that can be used. Reads no other.</summary>
    public LoadedPack? Find(string id) => All.FirstOrDefault(pack => pack.Id == id)?.Loaded;

    /// <summary>Remembers beside the packs that they have no fault, where they have none; later starts need not read them all.</summary>
    /// <param name="state">What <see cref="StateUnread"/> said before they were read; null remembers nothing.</param>
    public void MarkSound(string? state)
    {
        if (state is not null && All.Count > 0 && All.All(pack => pack.Loaded is not null)) SoundMark.Keep(Folder, state);
    }

    /// <summary>
    /// What lies in the folder, for <see cref="MarkSound"/>; null when a pack was read already, or a file cannot be read.
    /// </summary>
    public string? StateUnread()
    {
        try
        {
            return All.Any(pack => pack.IsRead) ? null : SoundMark.State(Folder);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The folders of packs in a folder, in the order of their names.</summary>
    internal static IEnumerable<string> FoldersIn(string packs) => Directory.Exists(packs)
        ? Directory.EnumerateDirectories(packs).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml")))
            .Order(StringComparer.Ordinal)
        : [];
}
