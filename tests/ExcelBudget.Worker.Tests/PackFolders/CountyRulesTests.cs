using System.Text.Json;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;
using ExcelBudget.Worker.Tests.DropFolder;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary>
/// 县级规则。rules.local.yaml beside a pack: the county's own rules, and rules on trial, which are counted and return nothing.
/// </summary>
public sealed class CountyRulesTests : IDisposable
{
    // the clean sample has 2,041.42 of income: every workbook of it breaks this rule
    private const string Rule = """
        relations:
        - id: COUNTY-1
          kind: 表内
          category: implausible_amount
          severity: error
          title: 本县：收入总计不超过 1 万元
          check: "T1[34,2] <= 1"
          message: 收入总计 {left}，超过本县规定的 {right}。请核对。

        """;

    private const string Trial = Rule + "  trial: true\n";

    private readonly PackFolder _pack = new("hebei");
    private readonly TempFolder _temp = new();

    public void Dispose()
    {
        _pack.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Rule_OfTheCounty_ReturnsAWorkbookLikeAnyOther_AndStandsOnTheCheckSheetOfTheNextIssue()
    {
        var engine = EngineWith(Rule);
        var report = engine.Check("报送.xlsx", RealEngine.File("clean")).Report;
        report.Verdict.ShouldBe(Verdict.Returned);
        var finding = report.Findings.Single(finding => finding.Rule == "COUNTY-1");
        (finding.Basis, finding.Severity).ShouldBe(("县级规则", Severity.Error));

        var pack = _pack.Store.Find("hebei").ShouldNotBeNull();
        var issued = WorkbookGuard.Open(pack.Filler().Fill(
            new BudgetFigures(pack.RuleBook, RealEngine.BudgetOf("clean")), new FillRequest("7F3A2C9D", false))).Package!.Content;
        new Desk(issued).Sheet("校验").Cells.ShouldContain(cell => cell.Text.StartsWith("本县：收入总计", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_OnTrial_ReturnsNothingIsReportedApartAndLeavesTheCheckSheetAlone()
    {
        var engine = EngineWith(Trial);
        var report = engine.Check("报送.xlsx", RealEngine.File("clean")).Report;
        report.Verdict.ShouldBe(Verdict.Accepted);
        report.Findings.ShouldNotContain(finding => finding.Rule == "COUNTY-1");
        report.Trial.Counts().ShouldBe([("COUNTY-1", 1)]);
        report.Trial.Findings[0].Place.Cell.ShouldNotBeNull();
        string.Join('\n', ReportLines.Of(report, null).Select(line => line.Text)).ShouldContain("试行规则发现 1 处");
        using var json = JsonDocument.Parse(ReportJson.Write([report]));
        json.RootElement.GetProperty("files")[0].GetProperty("trial").GetProperty("rules")[0].GetProperty("fired").GetInt32().ShouldBe(1);
        engine.Check(RealEngine.BudgetOf("clean")).Trial.Counts().ShouldBe([("COUNTY-1", 1)]);

        var pack = _pack.Store.Find("hebei")!;
        var issued = WorkbookGuard.Open(pack.Filler().Fill(
            new BudgetFigures(pack.RuleBook, RealEngine.BudgetOf("clean")), new FillRequest("7F3A2C9D", false))).Package!.Content;
        new Desk(issued).Sheet("校验").Cells.ShouldNotContain(cell => cell.Text.StartsWith("本县：收入总计", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_OnTrialInThePacksOwnFile_IsTriedAsWell()
    {
        _pack.Edit("rules.yaml", "- id: T1-BALANCE\n", "- id: T1-BALANCE\n  trial: true\n");
        var report = new BudgetEngine(_pack.Store).Check("报送.xlsx", RealEngine.File("clean")).Report;
        report.Trial.Counts().ShouldBe([("T1-BALANCE", 0)]);
    }

    [Fact]
    public void Trials_OfDroppedWorkbooks_AreCountedInTheLedger()
    {
        using var place = new Workplace(_temp, EngineWith(Trial), maxFileBytes: 8 << 20);
        place.Drop("预算.xlsx", RealEngine.File("clean"));
        place.RunUntilIdle();

        using var county = new County.CountyLedgerOn(_temp.In("work/ledger.db"));
        var trial = county.Ledger.Trials(2023).ShouldHaveSingleItem();
        trial.ShouldBe(new TrialCount("COUNTY-1", 1, 1, 1));
        _temp.Files("accepted").Where(file => file.EndsWith(".检查报告.txt", StringComparison.Ordinal))
            .ShouldAllBe(file => _temp.Text("accepted/" + file).Contains("不影响结果", StringComparison.Ordinal));
    }

    [Fact]
    public void Counts_OfManyReturns_AreAddedRuleByRule() => TrialCounts.Sum(["甲=3 乙=0", "", "甲=0 乙=0", "甲=2 丙=1"])
        .ShouldBe([new("甲", 3, 2, 5), new("乙", 2, 0, 0), new("丙", 1, 1, 1)]);

    [Fact]
    public void Rules_OfTheCounty_ReachWorkbooksIssuedUnderAnEarlierVersionToo()
    {
        _pack.Commands.Release("hebei").ShouldBe(ExitCodeClean);
        var engine = EngineWith(Rule);
        engine.Check("报送.xlsx", RealEngine.File("clean")).Report.Findings.ShouldContain(finding => finding.Rule == "COUNTY-1");
    }

    [Fact]
    public void Rules_OfTheCountyThatAnEarlierVersionHasNoColumnFor_AreLeftOutThere_AlsoInPacksKnownToBeSound()
    {
        const string Supplier = "checks: [{ id: COUNTY-DUP, category: duplicate_project, severity: warning, checker: duplicateRow, "
            + "form: procurement, columns: [measure, supplier], message: \"县规则：“{actual}”重复。\" }]\n";
        _pack.Commands.Release("hebei").ShouldBe(ExitCodeClean);
        const string Share = "  - { id: sme";
        _pack.Edit("forms/procurement.yaml", Share, "  - { id: supplier, title: 供应商, kind: text, width: 10 }\n" + Share);
        _pack.Put("rules.local.yaml", System.Text.Encoding.UTF8.GetBytes(Supplier));

        var check = new BudgetEngine(_pack.SoundStore).Check("旧版.xlsx", RealEngine.File("clean"));

        check.Report.Verdict.ShouldBe(Verdict.Accepted);
        check.Report.Findings.ShouldContain(finding => finding.Rule == "VERSION");
    }

    [Theory]
    [InlineData("T1[34,2]", "T1[34,二]", "rules.local.yaml:7")]
    [InlineData("COUNTY-1", "T1-BALANCE", "rules.local.yaml:2")]
    [InlineData("trial: true", "trial: maybe", "rules.local.yaml:9")]
    [InlineData("{right}", "{rigth}", "rules.local.yaml:2")]
    public void Slip_InTheCountysRules_IsToldWithFileAndLine(string before, string after, string place)
    {
        _pack.Put("rules.local.yaml", System.Text.Encoding.UTF8.GetBytes(Trial.Replace(before, after, StringComparison.Ordinal)));
        _pack.Commands.Verify("hebei").ShouldNotBe(ExitCodeClean);
        _pack.Said.ToString().ShouldContain("hebei/" + place);
    }

    [Fact]
    public void Build_AndRelease_LeaveTheCountysRulesAlone()
    {
        var own = System.Text.Encoding.UTF8.GetBytes(Trial);
        _pack.Put("rules.local.yaml", own);
        _pack.Commands.Build("hebei", force: true).ShouldBe(ExitCodeClean);
        _pack.Commands.Release("hebei").ShouldBe(ExitCodeClean);
        _pack.Bytes("rules.local.yaml").ShouldBe(own);
    }

    private const int ExitCodeClean = 0;

    private BudgetEngine EngineWith(string rules)
    {
        _pack.Put("rules.local.yaml", System.Text.Encoding.UTF8.GetBytes(rules));
        return new BudgetEngine(_pack.Store);
    }
}
