using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>The workbooks of hebei's sample budgets; each is made once and never changed.</summary>
internal static class HebeiWorkbook
{
    private static readonly Lazy<byte[]> LazyTemplate = new(() => WorkbookBuilder.Build(Hebei.Book.Pack));
    private static readonly Lazy<WorkbookFiller> LazyFiller = new(() => new WorkbookFiller(Hebei.Book, TemplateParser.Parse(Template)));
    private static readonly Dictionary<string, Lazy<byte[]>> Workbooks =
        Hebei.Samples.ToDictionary(
            sample => sample, sample => new Lazy<byte[]>(() => Fill(Hebei.BudgetOf(sample), isBlank: sample == "blank")));

    /// <summary>The template as built from the pack's forms.</summary>
    public static byte[] Template => LazyTemplate.Value;

    /// <summary>A sample's workbook.</summary>
    public static byte[] Of(string sample) => Workbooks[sample].Value;

    /// <summary>The workbook of any budget, filled from the built template.</summary>
    public static byte[] Fill(Budget budget, bool isBlank = false) => Fill(LazyFiller.Value, budget, isBlank);

    /// <summary>The workbook of any budget, filled from a template of the test's own.</summary>
    public static byte[] Fill(byte[] template, Budget budget) =>
        Fill(new WorkbookFiller(Hebei.Book, TemplateParser.Parse(template)), budget, isBlank: false);

    private static byte[] Fill(WorkbookFiller filler, Budget budget, bool isBlank) =>
        filler.Fill(new BudgetFigures(Hebei.Book, budget), new FillRequest("7F3A2C9D", isBlank));
}
