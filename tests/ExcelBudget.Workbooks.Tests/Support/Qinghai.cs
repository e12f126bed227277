using ExcelBudget.Domain.Budgets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>The qinghai pack, whose forms are lists below subtotals.</summary>
internal static class Qinghai
{
    private static readonly Lazy<RuleBook> LazyBook = new(() => PackReader.Read(Repository.PathOf("templates", "qinghai")).RuleBook!);
    private static readonly Lazy<WorkbookFiller> LazyFiller =
        new(() => new WorkbookFiller(Book, TemplateParser.Parse(WorkbookBuilder.Build(Book.Pack))));

    public static RuleBook Book => LazyBook.Value;

    /// <summary>The budget of the sample.</summary>
    public static Budget Sample =>
        new BudgetProjection(
        Book.Pack, DatasetReader.Read(Repository.PathOf("templates", "qinghai", "sample", "clean"), Book.Pack.Tables).Dataset)
        .Of("405001", 2024);

    /// <summary>A budget with nothing in it.</summary>
    public static Budget Blank => BudgetProjection.Blank(Book.Pack, new BudgetIdentity("qinghai", "405001", "示例县档案馆", 2024));

    /// <summary>The workbook of a budget.</summary>
    public static byte[] Fill(Budget budget, bool isBlank = false) =>
        LazyFiller.Value.Fill(new BudgetFigures(Book, budget), new FillRequest("7F3A2C9D", isBlank));

    /// <summary>Reads a workbook as the engine does.</summary>
    public static ReadWorkbook Read(byte[] workbook) =>
        new WorkbookReader([Hebei.Book, Book]).Read(Calc.Opened(workbook), out _)!;
}
