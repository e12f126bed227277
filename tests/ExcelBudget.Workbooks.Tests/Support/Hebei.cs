using ExcelBudget.Domain.Budgets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>The hebei pack and the budgets and workbooks that tests share; each is made once and never changed.</summary>
internal static class Hebei
{
    /// <summary>Names of the workbooks of <see cref="Workbook"/>.</summary>
    public static readonly string[] Samples = ["clean", "published", "full-1", "full-2", "blank"];

    private static readonly Lazy<RuleBook> LazyBook = new(() => PackReader.Read(Repository.PathOf("templates", "hebei")).RuleBook!);
    private static readonly Lazy<byte[]> LazyTemplate = new(() => WorkbookBuilder.Build(LazyBook.Value.Pack));
    private static readonly Lazy<WorkbookFiller> LazyFiller = new(() => new WorkbookFiller(Book, TemplateParser.Parse(Template)));
    private static readonly Dictionary<string, Lazy<byte[]>> Workbooks =
        Samples.ToDictionary(sample => sample, sample => new Lazy<byte[]>(() => Fill(BudgetOf(sample), isBlank: sample == "blank")));

    /// <summary>The rule book of the pack in the tree.</summary>
    public static RuleBook Book => LazyBook.Value;

    /// <summary>The template as built from the pack's forms.</summary>
    public static byte[] Template => LazyTemplate.Value;

    /// <summary>A sample's workbook.</summary>
    public static byte[] Workbook(string sample) => Workbooks[sample].Value;

    /// <summary>A sample's budget.</summary>
    public static Budget BudgetOf(string sample) => sample switch
    {
        "clean" => Projected("201", 2023, "templates", "hebei", "sample", "clean"),
        "published" => Projected("201", 2023, "tests", "data", "hebei", "as-published"),
        "full-1" => Projected("305001", 2024, "templates", "hebei", "sample", "full"),
        "full-2" => Projected("305002", 2024, "templates", "hebei", "sample", "full"),
        _ => BudgetProjection.Blank(Book.Pack, new BudgetIdentity("hebei", "201", "中国共产党魏县委员会办公室", 2023)),
    };

    /// <summary>The workbook of any budget, filled from the built template.</summary>
    public static byte[] Fill(Budget budget, bool isBlank = false) => Fill(LazyFiller.Value, budget, isBlank);

    /// <summary>The workbook of any budget, filled from a template of the test's own.</summary>
    public static byte[] Fill(byte[] template, Budget budget) => Fill(new WorkbookFiller(Book, TemplateParser.Parse(template)), budget, isBlank: false);

    private static byte[] Fill(WorkbookFiller filler, Budget budget, bool isBlank) =>
        filler.Fill(new BudgetFigures(Book, budget), new FillRequest("7F3A2C9D", isBlank));

    private static Budget Projected(string unit, int year, params string[] folder) =>
        new BudgetProjection(Book.Pack, DatasetReader.Read(Repository.PathOf(folder)).Dataset).Of(unit, year);
}
