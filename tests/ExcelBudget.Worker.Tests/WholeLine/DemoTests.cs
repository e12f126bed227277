using System.Text.Json;

namespace ExcelBudget.Worker.Tests.WholeLine;

[Trait("Category", "Slow")]
public sealed class DemoTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public async Task Demo_OnTheSamples_AcceptsThemAndReturnsTheOneWithASlip()
    {
        var (code, output, error) = await RealProgram.RunAsync(_temp.Path, "demo", "--out", _temp.In("演示"));
        code.ShouldBe(0, error);
        var root = Path.Combine(_temp.In("演示"), "2-报送文件夹");
        var issued = Directory.GetFiles(_temp.In("演示/1-下发的工作簿")).Select(Path.GetFileName).ToArray();
        var units = UnitsOfTheSamples();
        issued.Length.ShouldBe(units.Length);

        // one folder for each unit, with its workbook, its note and its report, each once
        var folders = Directory.GetDirectories(Path.Combine(root, "accepted"));
        folders.Select(folder => Path.GetFileName(folder).Split(' ')[0]).Order().ShouldBe(units);
        Directory.GetFiles(Path.Combine(root, "accepted")).ShouldBeEmpty();
        foreach (var folder in folders)
        {
            var unit = Path.GetFileName(folder).Split(' ');
            unit.Length.ShouldBe(3, folder);
            var workbook = $"{unit[0]}{unit[1]}{unit[2]}部门预算公开";
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).ShouldBe(
            [
                workbook + ".xlsx", workbook + ".检查报告.txt", workbook + ".检查结果.json",
                $"{unit[0]}{unit[1]}{unit[2]}度部门预算公开情况说明.docx",
            ], ignoreOrder: true);
        }

        var slip = Path.GetFileNameWithoutExtension(Files(root, "returned", "*.xlsx").ShouldHaveSingleItem());
        Files(root, "returned", "*").Select(Path.GetFileName)
            .ShouldBe([slip + ".xlsx", slip + ".退回通知.html", slip + ".检查报告.txt", slip + ".检查结果.json"], ignoreOrder: true);
        Files(root, "refused", "*").ShouldBeEmpty();
        Files(root, "archive", "*").Length.ShouldBe(issued.Length + 1);
        Files(root, "inbox", "*").ShouldBeEmpty();
        foreach (var file in Files(root, "accepted", "*").Concat(Files(root, "returned", "*"))) output.ShouldContain(file);
    }

    [Fact]
    public async Task Slip_InTheReturnedWorkbook_IsAChangeAndTheFirstCauseOfEveryError()
    {
        await RealProgram.RunAsync(_temp.Path, "demo", "--out", _temp.In("演示"));
        var json = Files(Path.Combine(_temp.In("演示"), "2-报送文件夹"), "returned", "*.json").ShouldHaveSingleItem();
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(json));
        var file = document.RootElement.GetProperty("files")[0];
        var change = file.GetProperty("changes").EnumerateArray().ShouldHaveSingleItem();
        var cell = change.GetProperty("cell").GetString();
        var errors = file.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error")
            .ToArray();
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(finding => finding.GetProperty("related")[0].GetProperty("cell").GetString() == cell);
    }

    [Fact]
    public async Task Verbs_OneAfterTheOther_TakeABudgetFromTheDatasetToTheNote()
    {
        var data = Path.Combine(Repository.Packs, "hebei", "sample", "full");
        (await RealProgram.RunAsync(_temp.Path, "fill", "--pack", "hebei", "--data", data, "--year", "2024", "--out", "下发"))
            .Code.ShouldBe(0);
        Directory.GetFiles(_temp.In("下发"), "*.xlsx").Length.ShouldBe(2);
        var (code, output, _) = await RealProgram.RunAsync(_temp.Path, "check", "下发", "--json", "-");
        code.ShouldBe(0);
        using (var document = JsonDocument.Parse(output))
            document.RootElement.GetProperty("files").EnumerateArray()
            .ShouldAllBe(file => file.GetProperty("verdict").GetString() == "accepted");
        (await RealProgram.RunAsync(_temp.Path, "note", "下发", "--out", "说明")).Code.ShouldBe(0);
        Directory.GetFiles(_temp.In("说明"), "*.docx").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Fill_WhereWorkbooksAreAlready_LeavesThemUnlessForced()
    {
        var data = Path.Combine(Repository.Packs, "hebei", "sample", "clean");
        string[] fill = ["fill", "--pack", "hebei", "--data", data, "--year", "2023", "--out", "下发"];
        (await RealProgram.RunAsync(_temp.Path, fill)).Code.ShouldBe(0);
        var workbook = Directory.GetFiles(_temp.In("下发")).ShouldHaveSingleItem();
        await File.WriteAllTextAsync(workbook, "单位填写的内容");

        var (code, output, error) = await RealProgram.RunAsync(_temp.Path, fill);
        code.ShouldBe(2);
        output.ShouldContain("没有覆盖");
        error.ShouldContain("--force");
        (await File.ReadAllTextAsync(workbook)).ShouldBe("单位填写的内容");

        (await RealProgram.RunAsync(_temp.Path, [.. fill, "--force"])).Code.ShouldBe(0);
        new FileInfo(workbook).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Fill_WithAFaultyRowOfOneUnit_StillFillsTheOther()
    {
        var data = _temp.In("数据");
        Directory.CreateDirectory(data);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Packs, "hebei", "sample", "full")))
            await File.WriteAllBytesAsync(Path.Combine(data, Path.GetFileName(file)), await File.ReadAllBytesAsync(file));
        await File.AppendAllTextAsync(Path.Combine(data, "revenue.csv"), "2024,305002,2070104,事业收入,,约12\n");
        var (code, output, error) =
            await RealProgram.RunAsync(_temp.Path, "fill", "--pack", "hebei", "--data", data, "--year", "2024", "--out", "下发");
        code.ShouldBe(1, output);
        error.ShouldContain("revenue.csv");
        error.ShouldContain("约12");
        Path.GetFileName(Directory.GetFiles(_temp.In("下发")).ShouldHaveSingleItem()).ShouldStartWith("305001");
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("2029")]
    public async Task Fill_ForAYearWithoutData_SaysSoAndWritesNothing(string year)
    {
        var data = Path.Combine(Repository.Packs, "hebei", "sample", "clean");
        var (code, output, _) =
            await RealProgram.RunAsync(_temp.Path, "fill", "--pack", "hebei", "--data", data, "--year", year, "--out", "下发");
        code.ShouldBe(2);
        output.ShouldContain($"没有 {year} 年的金额");
        Directory.Exists(_temp.In("下发")).ShouldBeFalse();
    }

    public void Dispose() => _temp.Dispose();

    private static string[] UnitsOfTheSamples() =>
        [.. Directory.GetFiles(Repository.Packs, "units.csv", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file))) == "sample")
            .SelectMany(file => File.ReadLines(file).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0])).Order()];

    private static string[] Files(string root, string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories);
}
