using ExcelBudget.Domain.Budgets;
using ExcelBudget.Notes;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>The clean sample of the pack «hebei»: one unit with nine tables, 25 projects and its texts.</summary>
internal sealed class Sample
{
    private readonly BudgetProjection _projection;
    private readonly string _unit;
    private readonly int _year;

    private Sample(RuleBook book)
    {
        Book = book;
        var dataset = DatasetReader.Read(Path.Combine(Pack, "sample", "clean")).Dataset;
        _projection = new BudgetProjection(book.Pack, dataset);
        _unit = _projection.Units[0].Code;
        _year = dataset["revenue"].Max(row => row.Year ?? 0);
    }

    /// <summary>The pack's rule book.</summary>
    public RuleBook Book { get; }

    /// <summary>The pack's folder.</summary>
    public static string Pack { get; } = Path.Combine(FindRoot(), "templates", "hebei");

    /// <summary>The sample, read.</summary>
    public static Sample Clean() => new(ReadBook());

    /// <summary>The pack alone.</summary>
    public static RuleBook ReadBook() => PackReader.Read(Pack) switch
    {
        { RuleBook: { } book } => book,
        var broken => throw new InvalidDataException(string.Join('\n', broken.Faults)),
    };

    /// <summary>The budget, projected anew.</summary>
    public Budget Project() => _projection.Of(_unit, _year);

    /// <summary>A filler over the pack's template.</summary>
    public WorkbookFiller Filler() => new(Book, TemplateParser.Parse(File.ReadAllBytes(Path.Combine(Pack, "workbook.xlsx"))));

    /// <summary>The pack's note template, compiled.</summary>
    public NoteTemplate Note() => NoteTemplate.Compile(File.ReadAllBytes(Path.Combine(Pack, "note.docx")), Book, out var faults)
        ?? throw new InvalidDataException(string.Join('\n', faults));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ExcelBudget.sln"))) folder = Path.GetDirectoryName(folder);
        return folder
            ?? throw new DirectoryNotFoundException("Run from the source tree: ExcelBudget.sln is in no folder above the program");
    }
}
