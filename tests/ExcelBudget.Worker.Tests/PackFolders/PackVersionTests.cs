using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary>A pack is reissued with other forms; workbooks issued before come back as they were filled in.</summary>
public sealed class PackVersionTests : IDisposable
{
    private readonly PackFolder _pack = new("hebei");

    public void Dispose() => _pack.Dispose();

    public static TheoryData<string, string, string, string> Changes => new()
    {
        // a column added in the middle, renamed, renumbered and removed; a row added, renamed and removed
        {
            "forms/T5.yaml", "  - { id: 5, title: 项目支出",
            "  - { id: 6, title: 其中：购买服务, kind: amount, width: 14 }\n  - { id: 5, title: 项目支出", "增加“其中：购买服务”栏"
        },
        { "forms/T3.yaml", "title: 经营支出", "title: 事业经营支出", "“经营支出”栏改为“事业经营支出”" },
        { "forms/T1.yaml", "labels: { 3: 十、卫生健康支出 }", "labels: { 3: 十、卫生支出 }", "“十、卫生健康支出”行改为“十、卫生支出”" },
        { "forms/units.yaml", "title: 单位规格", "title: 规格", "“单位规格”栏改为“规格”" },
        {
            "forms/units.yaml", "  - { id: rank, title: 单位规格, kind: text, width: 16, from: { table: members, field: unit_rank } }\n", "",
            "取消“单位规格”栏"
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Workbook_IssuedBeforeTheFormsChanged_IsReadByItsOwnVersion(string file, string before, string after, string difference)
    {
        var issued = Filled("full", "305001", 2024);
        var budget = Budget(_pack.Store.Find("hebei")!, "full", "305001", 2024);
        _pack.Commands.Release("hebei").ShouldBe(ExitCode.Clean, _pack.Said.ToString());
        _pack.Edit(file, before, after);
        _pack.Commands.Build("hebei", force: false).ShouldBe(ExitCode.Clean, _pack.Said.ToString());
        var store = _pack.Store;
        store.Find("hebei")!.RuleBook.Pack.Version.ShouldBe(2);
        var engine = new BudgetEngine(store);

        var check = engine.Check("旧版.xlsx", issued);
        check.Report.Verdict.ShouldBe(Verdict.Accepted, Told(check));
        check.Budget.ShouldBe(budget);
        check.Pack!.Version.ShouldBe(1);
        var told = check.Report.Findings.Where(finding => finding.Rule == "VERSION").ShouldHaveSingleItem();
        told.Severity.ShouldBe(Severity.Info);
        told.Message.ShouldContain("第 1 版");
        told.Message.ShouldContain(difference);
        engine.CheckNote("说明.docx", engine.Note(check)!, check).Report.Verdict.ShouldBe(Verdict.Accepted);

        var fresh = engine.Check("新版.xlsx", Filled("full", "305001", 2024));
        fresh.Report.Verdict.ShouldBe(Verdict.Accepted, Told(fresh));
        fresh.Pack!.Version.ShouldBe(2);
        fresh.Report.Findings.ShouldNotContain(finding => finding.Rule == "VERSION");
    }

    [Fact]
    public void Workbook_OfAVersionThatIsNotKept_IsReadByTheNewest()
    {
        var issued = Filled("clean", "201", 2023);
        _pack.Edit("pack.yaml", "version: 1", "version: 2");
        var check = new BudgetEngine(_pack.Store).Check("旧版.xlsx", issued);
        check.Report.Verdict.ShouldBe(Verdict.Accepted, Told(check));
        check.Pack!.Version.ShouldBe(2);
    }

    [Fact]
    public void Release_MadeTwiceWithoutAChange_KeepsBothVersions()
    {
        _pack.Commands.Release("hebei").ShouldBe(ExitCode.Clean);
        _pack.Commands.Release("hebei").ShouldBe(ExitCode.Clean);
        _pack.Store.Earlier.Select(pack => pack.RuleBook.Pack.Version).Order().ShouldBe([1, 2]);
        _pack.Edit("pack.yaml", "version: 3", "version: 2");
        _pack.Commands.Release("hebei").ShouldBe(ExitCode.NotDone);
        _pack.Said.ToString().ShouldContain("已经有了");
    }

    [Fact]
    public void Version_KeptInTheWrongFolder_IsToldByVerify()
    {
        _pack.Commands.Release("hebei").ShouldBe(ExitCode.Clean);
        _pack.Edit("earlier/1/pack.yaml", "version: 1", "version: 7");
        _pack.Commands.Verify("hebei").ShouldBe(ExitCode.ErrorsFound);
        _pack.Said.ToString().ShouldContain("应与文件夹名 1 相同");
    }

    private byte[] Filled(string sample, string unit, int year)
    {
        var pack = _pack.Store.Find("hebei").ShouldNotBeNull();
        return pack.Filler().Fill(new BudgetFigures(pack.RuleBook, Budget(pack, sample, unit, year)), new FillRequest("7F3A2C9D"));
    }

    private static Budget Budget(LoadedPack pack, string sample, string unit, int year) => new BudgetProjection(
        pack.RuleBook.Pack, DatasetReader.Read(Path.Combine(pack.Folder, "sample", sample), pack.RuleBook.Pack).Dataset).Of(unit, year);

    private static string Told(CheckedWorkbook check) => string.Join('\n', check.Report.Findings.Select(finding => finding.Message));
}
