using System.Text.Json;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.Tests.DropFolder;
using ExcelBudget.Worker.Tests.Engine;
using ExcelBudget.Worker.Tests.WholeLine;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>Real workbooks through a real drop folder: a text left empty is a 疑点, and what the department answers is kept.</summary>
public sealed class DroppedAnswersTests : IDisposable
{
    private const string Unit = "accepted/201 中国共产党魏县委员会办公室 2023年/";
    private static readonly BudgetIdentity Whose = RealEngine.BudgetOf("clean").Identity;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void AcceptedWorkbookWithAQuestion_ComesBackToBeAnsweredAndTheAnswerIsKept()
    {
        using var place = new Workplace(_temp, RealEngine.Engine, maxFileBytes: 8 << 20);
        Drop(place, "预算.xlsx", WithoutAText("1"));
        var copy = File.ReadAllBytes(_temp.In(Unit + "预算（疑点待答复）.xlsx"));

        Drop(place, "预算（疑点待答复）.xlsx", AnsweredFile.Answered(copy, 0, "本单位无此项"));
        Question(Unit + "预算（第2版）.检查结果.json").GetProperty("answer").GetString().ShouldBe("本单位无此项");
        _temp.Text(Unit + "预算（第2版）.检查报告.txt").ShouldContain("答复：本单位无此项");
        _temp.Files("accepted").ShouldNotContain(file => file.Contains("待答复（第2版）", StringComparison.Ordinal));
        place.Ledger.Answers(Whose).ShouldHaveSingleItem().Text.ShouldBe("本单位无此项");

        // a fresh copy, without the sheet of findings
        Drop(place, "预算.xlsx", WithoutAText("2"));
        Question(Unit + "预算（第3版）.检查结果.json").GetProperty("answer").GetString().ShouldBe("本单位无此项");
    }

    [Fact]
    public void FindingThatIsGone_LeavesItsAnswerInTheLedgerOnly()
    {
        using var place = new Workplace(_temp, RealEngine.Engine, maxFileBytes: 8 << 20);
        Drop(place, "预算.xlsx", WithoutAText("1"));
        Drop(place, "预算.xlsx", AnsweredFile.Answered(File.ReadAllBytes(_temp.In(Unit + "预算（疑点待答复）.xlsx")), 0, "稍后补充"));
        Drop(place, "预算.xlsx", RealEngine.File("clean"));

        _temp.Text(Unit + "预算（第3版）.检查结果.json").ShouldNotContain("稍后补充");
        place.Ledger.Answers(Whose).ShouldHaveSingleItem().Text.ShouldBe("稍后补充");
    }

    [Fact]
    public void PackThatAsksForAnswers_ReturnsTheWorkbookUntilItHasThem()
    {
        using var place = new Workplace(_temp, new BudgetEngine(StrictPacks()), maxFileBytes: 8 << 20);
        Drop(place, "预算.xlsx", WithoutAText("1"));
        _temp.Text("returned/预算.检查报告.txt").ShouldContain("还有 1 个疑点没有答复");
        JsonDocument.Parse(_temp.Text("returned/预算.检查结果.json")).RootElement.GetProperty("files")[0].GetProperty("returnedBecause")
            .GetString().ShouldNotBeNull();

        Drop(place, "预算.xlsx", AnsweredFile.Answered(File.ReadAllBytes(_temp.In("returned/预算.xlsx")), 0, "本单位无此项"));
        _temp.Files("accepted").ShouldContain(file => file.EndsWith(".docx", StringComparison.Ordinal));
    }

    private static void Drop(Workplace place, string name, byte[] content)
    {
        place.Drop(name, content);
        place.RunUntilIdle();
    }

    private JsonElement Question(string json) =>
        JsonDocument.Parse(_temp.Text(json)).RootElement.GetProperty("files")[0].GetProperty("findings")
        .EnumerateArray().Single(finding => finding.GetProperty("severity").GetString() == "warning");

    /// <summary>The clean workbook with one text of the note deleted, and a mark beside the forms so that no two are alike.</summary>
    private static byte[] WithoutAText(string mark)
    {
        using var package = new ExcelPackage(new MemoryStream(RealEngine.File("clean")));
        var text = RealEngine.Read(RealEngine.Desk("clean")).Places.First(place => place.Key.Form.Value == "texts").Value;
        package.Workbook.Worksheets[text.Sheet].Cells[text.Cell].Value = null;
        package.Workbook.Properties.Comments = mark;
        return package.GetAsByteArray();
    }

    /// <summary>The packs of the tree, with the setting.</summary>
    private PackStore StrictPacks()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Packs, "hebei"), "*", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(file);
            if (Path.GetFileName(file) == "pack.yaml") content = [.. content, .. "\nunansweredWarnings: return\n"u8];
            _temp.Write("packs/hebei/" + Path.GetRelativePath(Path.Combine(Repository.Packs, "hebei"), file), content);
        }

        return new PackStore(new WorkerSettings { Root = _temp.Path, PacksFolder = _temp.In("packs"), LedgerFile = "", LogFolder = "" });
    }
}
