using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Packs;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>
/// A clerk adds a relation to rules.yaml with a text editor: it stands in the next workbook and is checked on return, without a build.
/// </summary>
public sealed class AddedRelationTests : IDisposable
{
    private const string Relation = """
        relations:
        - id: OUR-OWN
          catalogue: IN-31
          kind: 表内
          category: total_mismatch
          severity: error
          title: 本县自定：有项目支出的科目，基本支出不大于项目支出的两倍
          for: "T5[项]"
          when: "T5[本行,5] > 0 且 (T5[本行,4] ≠ 0 或 T1[33,4] > 0)"
          check: "T5[本行,4] <= 2 * T5[本行,5]"
          message: 科目“{row}”的基本支出 {left}，大于项目支出的两倍 {right}，多 {diff}。请按本县的规定核对。
          basis: 县财政局通知

        """;

    private readonly TempFolder _temp = new();

    [Fact]
    public void Relation_AddedToRulesYaml_StandsInANewWorkbookAndIsCheckedOnReturn()
    {
        var store = StoreWith(Relation);
        var pack = store.Find("hebei").ShouldNotBeNull();
        var desk = new Desk(Fill(pack));

        CheckLine(desk).ShouldBe("通过");
        Check(store, desk).Findings.Where(finding => finding.Severity != Severity.Info).ShouldBeEmpty();

        var cell = new WorkbookReader([pack.RuleBook]).Read(desk.Book, out _)!.Places[new CellAddress("T5", "2013101", "5")];
        var broken = Check(store, desk.Number(cell, 1m).Number(cell with { Cell = "E" + cell.Cell![1..] }, 2.5m));
        // one cause is one finding: the relation stands under it where others are broken too
        var finding = broken.Findings.SelectMany(finding => finding.Ties.Prepend(finding))
            .First(finding => finding.Rule == "OUR-OWN" && finding.Message.Contains("县的规定", StringComparison.Ordinal));
        finding.Severity.ShouldBe(Severity.Error);
        finding.Place.Sheet.ShouldBe(cell.Sheet);
        finding.Message.ShouldContain("县的规定");
        broken.Verdict.ShouldBe(Verdict.Returned);
    }

    [Fact]
    public void Relation_AddedWithASlip_IsToldWithFileLineAndColumnAndTheOtherPacksGoOn()
    {
        var store = StoreWith(Relation.Replace("T5[本行,5]\"", "T5[本行,项目支岀]\"", StringComparison.Ordinal));
        store.Find("hebei").ShouldBeNull();
        var said = new StringWriter();

        new PackCommands(store, new Terminal(said, said)).Verify(null).ShouldBe(ExitCode.ErrorsFound);

        // «  check: "T5[本行,4] <= 2 * T5[本行,项目支岀]"» in the tenth line of the file
        said.ToString().ShouldContain("hebei/rules.yaml:10:33：规则 OUR-OWN 的 check");
        said.ToString().ShouldContain("“项目支岀”");
        said.ToString().ShouldContain("可用的栏次：1、2、3、4、5");
    }

    public void Dispose() => _temp.Dispose();

    private static string CheckLine(Desk desk)
    {
        var sheet = desk.Sheet("校验");
        var line = sheet.Cells.Single(cell => cell.Column == 4 && cell.Text.StartsWith("本县自定", StringComparison.Ordinal));
        return sheet[line.Row, 9]!.Text;
    }

    private static FlatWorkbook Fill(LoadedPack pack)
    {
        var dataset = DatasetReader.Read(Path.Combine(Repository.Packs, "hebei", "sample", "clean")).Dataset;
        var budget = new BudgetProjection(pack.RuleBook.Pack, dataset).Of("201", 2023);
        return WorkbookGuard.Open(pack.Filler().Fill(new BudgetFigures(pack.RuleBook, budget), new FillRequest("7F3A2C9D", false)))
            .Package!.Content;
    }

    private static CheckReport Check(PackStore store, Desk desk) => new BudgetEngine(store).Check("报送.xlsx", desk.Book).Report;

    /// <summary>A copy of the packs in which rules.yaml begins with a relation of the clerk's own.</summary>
    private PackStore StoreWith(string relation)
    {
        var source = Path.Combine(Repository.Packs, "hebei");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("sample", StringComparison.Ordinal)))
        {
            _temp.Write(Path.Combine("packs", "hebei", Path.GetRelativePath(source, file)), File.ReadAllBytes(file));
        }

        var rules = _temp.In("packs/hebei/rules.yaml");
        var text = File.ReadAllText(rules);
        var at = text.IndexOf("relations:\n", StringComparison.Ordinal);
        File.WriteAllText(rules, relation + text[(at + "relations:\n".Length)..]);
        return new PackStore(new WorkerSettings { Root = _temp.Path, PacksFolder = _temp.In("packs"), LedgerFile = "", LogFolder = "" });
    }
}
