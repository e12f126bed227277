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
internal sealed record LoadedPack(string Folder, RuleBook RuleBook)
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
        return NoteTemplate.Compile(File.ReadAllBytes(NoteFile), RuleBook, out var faults, Outline())
            ?? throw new TemplateException($"{PackFiles.Note} 有误：{string.Join("；", faults)}");
    }

    /// <summary>The outline its note was built from; null without a sound one.</summary>
    private NoteOutline? Outline()
    {
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
    public const string Note = "note.docx";
    public const string NoteOutline = "note.yaml";
    public const string Samples = "sample";

    /// <summary>Folder of the versions under which workbooks were issued before, each in a folder named by its number.</summary>
    public const string Earlier = "earlier";
}

/// <summary>The packs in the packs folder, read once.</summary>
internal sealed class PackStore
{
    private readonly Lazy<IReadOnlyList<PackReading>> _readings;
    private readonly Lazy<IReadOnlyList<PackReading>> _earlier;

    public PackStore(WorkerSettings settings) : this(settings.PacksFolder)
    {
    }

    private PackStore(string folder)
    {
        Folder = folder;
        _readings = new(() => [.. Folders(folder).Select(PackReader.Read)]);
        _earlier = new(() => [.. Packs.SelectMany(Versions)]);
    }

    /// <summary>The folder of the packs.</summary>
    public string Folder { get; }

    /// <summary>The packs of a folder as they are now.</summary>
    public static PackStore Of(string folder) => new(folder);

    /// <summary>Every pack folder as read, sound or not.</summary>
    public IReadOnlyList<PackReading> Readings => _readings.Value;

    /// <summary>The packs that can be used.</summary>
    public IReadOnlyList<LoadedPack> Packs =>
        [.. Readings.Where(reading => reading.RuleBook is not null).Select(reading => new LoadedPack(reading.Folder, reading.RuleBook!))];

    /// <summary>Every version that a usable pack keeps, sound or not.</summary>
    public IReadOnlyList<PackReading> EarlierReadings => _earlier.Value;

    /// <summary>The versions kept that can be used: workbooks issued under them are still read by them.</summary>
    public IReadOnlyList<LoadedPack> Earlier => [.. EarlierReadings.Where(reading => reading.RuleBook is not null)
        .Select(reading => new LoadedPack(reading.Folder, reading.RuleBook!))];

    /// <summary>The pack of an id; null when there is none that can be used.</summary>
    public LoadedPack? Find(string id) => Packs.FirstOrDefault(pack => pack.RuleBook.Pack.Id == id);

    private IEnumerable<PackReading> Versions(LoadedPack pack)
    {
        foreach (var folder in Folders(Path.Combine(pack.Folder, PackFiles.Earlier)))
        {
            var reading = PackReader.Read(folder, pack.RuleBook.Pack.Id, pack.Folder);
            var name = Path.GetFileName(folder);
            yield return reading.RuleBook is { } book && Number(book.Pack.Version) != name
                ? new PackReading(folder, null, [new PackFault("pack.yaml", 0, $"version 是 {book.Pack.Version}，应与文件夹名 {name} 相同")])
                : reading;
        }
    }

    private static string Number(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Folders(string packs) => Directory.Exists(packs)
        ? Directory.EnumerateDirectories(packs).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml")))
            .Order(StringComparer.Ordinal)
        : [];
}
