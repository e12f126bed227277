using ExcelBudget.Worker.Filling;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Tests.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExcelBudget.Worker.Tests.Filling;

/// <summary>What becomes of each unit is an outcome, and the exit code follows from the outcomes.</summary>
public sealed class FillRunTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _said = new();
    private readonly StringWriter _complained = new();

    public void Dispose()
    {
        _temp.Dispose();
        _said.Dispose();
        _complained.Dispose();
    }

    [Fact]
    public void Units_OfWhichOneHasAWorkbookAlready_AreNotAllDone()
    {
        Fill().ShouldBe(ExitCode.Clean, _complained.ToString());
        var files = _temp.Files("下发");
        files.Count.ShouldBe(2);
        File.Delete(_temp.In("下发/" + files[0]));
        _temp.Write("下发/" + files[1], "单位填写的内容");

        Fill().ShouldBe(ExitCode.ErrorsFound);
        _temp.Text("下发/" + files[1]).ShouldBe("单位填写的内容");
        _temp.Files("下发").ShouldBe(files);
        _said.ToString().ShouldContain("已有同名工作簿，没有覆盖");
        _complained.ToString().ShouldContain("--force");
    }

    [Fact]
    public void Units_WhoseWorkbooksMayBeWrittenOver_AreAllDoneAgain()
    {
        Fill();
        Fill(overwrites: true).ShouldBe(ExitCode.Clean);
        _said.ToString().ShouldNotContain("已有同名工作簿");
    }

    [Fact]
    public void DataThatDoNotAddUp_AreToldUnlessNobodyAskedForACheck()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Hebei.Folder, "sample", "full")))
            _temp.Write("data/" + Path.GetFileName(file), File.ReadAllText(file));
        var lines = File.ReadAllLines(_temp.In("data/revenue.csv"));
        var first = Array.FindIndex(lines, line => line.StartsWith("2024,", StringComparison.Ordinal));
        _temp.Write("data/revenue.csv", string.Join('\n', [.. lines[..first], .. lines[(first + 1)..]]));

        Fill(data: _temp.In("data")).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain("数据本身有");
        _said.GetStringBuilder().Clear();
        Fill(data: _temp.In("data"), overwrites: true, checks: false).ShouldBe(ExitCode.Clean, _complained.ToString());
        _said.ToString().ShouldNotContain("数据本身有");
        _said.ToString().ShouldContain("没有检查数据");
        _temp.Files("下发").Count.ShouldBe(2);
    }

    [Fact]
    public void YearWithoutAmounts_FillsNothing()
    {
        Fill(year: 2030).ShouldBe(ExitCode.NotDone);
        _temp.Files("下发").ShouldBeEmpty();
    }

    [Fact]
    public void AmountOfMoreDigitsThanExcelKeeps_IsNotIssuedAndToldWithItsPlace()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Hebei.Folder, "sample", "full")))
            _temp.Write("data/" + Path.GetFileName(file), File.ReadAllText(file));
        var lines = File.ReadAllLines(_temp.In("data/expenditure.csv"));
        var columns = lines[0].Split(',');
        var values = lines[1].Split(',');
        values[Array.IndexOf(columns, "amount_yuan")] = "99999999999999.95";
        _temp.Write("data/expenditure.csv", string.Join('\n', [lines[0], string.Join(',', values), .. lines[2..]]));

        Fill(data: _temp.In("data")).ShouldBe(ExitCode.ErrorsFound);
        _temp.Files("下发").Count.ShouldBe(1);
        _said.ToString().ShouldContain("超过 15 位数字");
    }

    [Theory]
    [InlineData("已有同名工作簿，没有覆盖")]
    [InlineData("没有写出")]
    public void UnitNamedLikeOneOfOurSentences_IsToldByItsOutcomeAlone(string name)
    {
        var unit = new FilledUnit($"201 {name}", FillOutcome.Written) { File = "201.xlsx" };
        unit.Line(2024).ShouldBe($"201 {name} → 201.xlsx");
    }

    private int Fill(int year = 2024, bool overwrites = false, string? data = null, bool checks = true) =>
        new FillRun(RealEngine.Packs, RealEngine.Engine, new Terminal(_said, _complained), NullLogger<FillRun>.Instance).Run(
            new FillOrder("hebei", year, _temp.In("下发"))
            { Data = data ?? Path.Combine(Hebei.Folder, "sample", "full"), Checks = checks, Overwrites = overwrites });
}
