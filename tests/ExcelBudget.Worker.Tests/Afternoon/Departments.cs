using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>
/// The workbooks of seven departments as they are issued: two bureaus, a library and a school of hebei, an archive of qinghai, an
/// institute of zhongyang and a bureau of sichuan with two units.
/// </summary>
internal static class Departments
{
    private static readonly Dictionary<string, Lazy<byte[]>> Issued = new(StringComparer.Ordinal)
    {
        ["full"] = new(() => RealEngine.File("full")),
        ["clean"] = new(() => RealEngine.File("clean")),
        ["library"] = new(() => RealEngine.File("library")),
        ["school"] = new(() => Filled("hebei", Repository.PathOf("tests", "data", "afternoon", "school"), "410003")),
        ["qinghai"] = new(() => Filled("qinghai", Repository.PathOf("templates", "qinghai", "sample", "clean"), "405001")),
        ["institute"] = new(() => Filled("zhongyang", Repository.PathOf("templates", "zhongyang", "sample", "institute"), "150001", 2025)),
        ["education"] = new(() => Filled("sichuan", Repository.PathOf("templates", "sichuan", "sample", "department"), "301", 2025)),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Issued.Keys];

    /// <summary>A department's workbook.</summary>
    public static byte[] Workbook(string department) => Issued[department].Value;

    private static byte[] Filled(string pack, string folder, string unit, int year = 2024)
    {
        var book = RealEngine.Store.Find(pack)!.RuleBook;
        var data = DatasetReader.Read(folder, book.Pack).Dataset;
        var figures = new BudgetFigures(book, new BudgetProjection(book.Pack, data).Of(unit, year));
        return RealEngine.Store.Find(pack)!.Filler().Fill(figures, new FillRequest("7F3A2C9D", false));
    }
}
