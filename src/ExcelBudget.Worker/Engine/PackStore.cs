using ExcelBudget.Notes;
using ExcelBudget.Packs.Reading;
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
        return NoteTemplate.Compile(File.ReadAllBytes(NoteFile), RuleBook, out var faults)
            ?? throw new TemplateException($"{PackFiles.Note} 有误：{string.Join("；", faults)}");
    }
}

/// <summary>Names of the files of a pack.</summary>
internal static class PackFiles
{
    public const string Workbook = "workbook.xlsx";
    public const string Note = "note.docx";
    public const string NoteOutline = "note.yaml";
    public const string Samples = "sample";
}

/// <summary>The packs in the packs folder, read once.</summary>
internal sealed class PackStore(WorkerSettings settings)
{
    private readonly Lazy<IReadOnlyList<PackReading>> _readings = new(() => [.. Folders(settings.PacksFolder).Select(PackReader.Read)]);

    /// <summary>Every pack folder as read, sound or not.</summary>
    public IReadOnlyList<PackReading> Readings => _readings.Value;

    /// <summary>The packs that can be used.</summary>
    public IReadOnlyList<LoadedPack> Packs =>
        [.. Readings.Where(reading => reading.RuleBook is not null).Select(reading => new LoadedPack(reading.Folder, reading.RuleBook!))];

    /// <summary>The pack of an id; null when there is none that can be used.</summary>
    public LoadedPack? Find(string id) => Packs.FirstOrDefault(pack => pack.RuleBook.Pack.Id == id);

    private static IEnumerable<string> Folders(string packs) => Directory.Exists(packs)
        ? Directory.EnumerateDirectories(packs).Where(folder => File.Exists(Path.Combine(folder, "pack.yaml")))
            .Order(StringComparer.Ordinal)
        : [];
}
