using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>The engine over the packs in the tree, and the sample workbooks it is shown; each is made once.</summary>
internal static class RealEngine
{
    private static readonly Lazy<PackStore> LazyStore = new(() =>
        new PackStore(new WorkerSettings { Root = Repository.Packs, PacksFolder = Repository.Packs, LedgerFile = "", LogFolder = "" }));
    private static readonly Lazy<BudgetEngine> LazyEngine = new(() => new BudgetEngine(LazyStore.Value));
    private static readonly Lazy<WorkbookFiller> LazyFiller = new(() => LazyStore.Value.Find("hebei")!.Filler());
    private static readonly Lazy<byte[]> LazyQinghai = new(() =>
    {
        var book = LazyStore.Value.Find("qinghai")!.RuleBook;
        var data = DatasetReader.Read(Repository.PathOf("templates", "qinghai", "sample", "clean"), book.Pack.Tables).Dataset;
        return LazyStore.Value.Find("qinghai")!.Filler()
            .Fill(new BudgetFigures(book, new BudgetProjection(book.Pack, data).Of("405001", 2024)), new FillRequest("7F3A2C9D", false));
    });
    private static readonly Lazy<byte[]> LazyInstitute = new(() => LazyStore.Value.Find("zhongyang")!.Filler().Fill(
        new BudgetFigures(EveryPack.BookOf("zhongyang"), EveryPack.BudgetOf("zhongyang", "institute", "150001", 2025)),
        new FillRequest("7F3A2C9D", false)));
    private static readonly Lazy<byte[]> LazyDepartment = new(() => LazyStore.Value.Find("zhongyang")!.Filler().Fill(
        new BudgetFigures(EveryPack.BookOf("zhongyang"), EveryPack.BudgetOf("zhongyang", "department", "150", 2025)),
        new FillRequest("7F3A2C9D", false)));
    private static readonly Lazy<byte[]> LazySichuan = new(() => LazyStore.Value.Find("sichuan")!.Filler().Fill(
        new BudgetFigures(EveryPack.BookOf("sichuan"), EveryPack.BudgetOf("sichuan", "department", "301", 2025)),
        new FillRequest("7F3A2C9D", false)));
    private static readonly Dictionary<string, Lazy<byte[]>> Files = Hebei.Samples.ToDictionary(
        sample => sample, sample => new Lazy<byte[]>(
            () => LazyFiller.Value.Fill(new BudgetFigures(Book, BudgetOf(sample)), new FillRequest("7F3A2C9D", sample == "blank"))));

    public static PackStore Packs => LazyStore.Value;

    public static BudgetEngine Engine => LazyEngine.Value;

    public static PackStore Store => LazyStore.Value;

    /// <summary>
    /// A sample's workbook ready for editing: one of hebei's, qinghai's clean one, zhongyang's institute or ministry, or sichuan's
    /// department.
    /// </summary>
    public static Desk DeskOf(string sample) => sample switch
    {
        "qinghai" => new(WorkbookGuard.Open(LazyQinghai.Value).Package!.Content),
        "zhongyang" => new(WorkbookGuard.Open(LazyInstitute.Value).Package!.Content),
        "ministry" => new(WorkbookGuard.Open(LazyDepartment.Value).Package!.Content),
        "sichuan" => new(WorkbookGuard.Open(LazySichuan.Value).Package!.Content),
        _ => Desk(sample),
    };

    public static RuleBook Book => LazyStore.Value.Find("hebei")!.RuleBook;

    public static byte[] File(string sample) => Files[sample].Value;

    /// <summary>A sample's workbook ready for editing.</summary>
    public static Desk Desk(string sample) => new(WorkbookGuard.Open(File(sample)).Package!.Content);

    /// <summary>What the reader makes of a desk.</summary>
    public static ReadWorkbook Read(Desk desk) => new WorkbookReader([Book]).Read(desk.Book, out _)!;

    /// <summary>Where a cell of a form stands in a sample.</summary>
    public static Place At(string sample, string form, string row, string column) =>
        Read(Desk(sample)).Places[new CellAddress(form, row, column)];

    public static CheckReport Check(Desk desk) => LazyEngine.Value.Check("报送.xlsx", desk.Book).Report;

    public static CheckReport Check(byte[] content) => LazyEngine.Value.Check("报送.xlsx", content).Report;

    /// <summary>A sample's budget, by the names of <see cref="Hebei.BudgetOf"/>.</summary>
    public static Budget BudgetOf(string sample) => Hebei.BudgetOf(sample);
}
