using System.Text.Json;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.TestHost;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace ExcelBudget.Worker.Tests.Verbs;

public sealed class VerbTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(new[] { "accepted" }, 0)]
    [InlineData(new[] { "returned" }, 1)]
    [InlineData(new[] { "accepted", "returned" }, 1)]
    [InlineData(new[] { "accepted", "encrypted" }, 1)]
    [InlineData(new[] { "accepted", "poison" }, 1)]
    [InlineData(new[] { "encrypted" }, 2)]
    [InlineData(new[] { "poison" }, 2)]
    [InlineData(new string[0], 2)]
    public async Task Check_OfAFolder_EndsWithTheCodeOfTheContract(string[] orders, int code)
    {
        Directory.CreateDirectory(_temp.In("报送"));
        for (var i = 0; i < orders.Length; i++) _temp.Write($"报送/{i}.xlsx", FakeWorkbook.Create(orders[i]));
        (await Run("check", _temp.In("报送"))).ShouldBe(code);
    }

    [Fact]
    public async Task Check_JsonToStandardOutput_HasNothingElseThere()
    {
        _temp.Write("报送/a.xlsx", FakeWorkbook.Create("returned"));
        _temp.Write("报送/教育局/B.XLSM", FakeWorkbook.Create("accepted"));
        _temp.Write("报送/教育局/~$B.xlsm", [1]);
        _temp.Write("报送/说明.txt", [1]);
        (await Run("check", _temp.In("报送"), _temp.In("没有.xlsx"), "--json", "-")).ShouldBe(1);

        var files = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("files");
        files.EnumerateArray().Select(file => file.GetProperty("file").GetString()).ShouldBe(["a.xlsx", "教育局/B.XLSM"]);
        files[0].GetProperty("findings")[0].GetProperty("rule").GetString().ShouldBe("T3-ROLLUP");
        _error.ToString().ShouldContain("没有.xlsx");
        _error.ToString().ShouldContain("共 2 份");
    }

    [Fact]
    public async Task Check_WithFiles_WritesJsonAndAnnotatedCopiesAndLeavesTheOriginals()
    {
        var original = FakeWorkbook.Create("returned");
        var path = _temp.Write("a.xlsx", original);
        (await Run("check", path, "--json", _temp.In("结果/a.json"), "--annotated", _temp.In("批注"))).ShouldBe(1);

        _temp.Files("批注").ShouldBe(["a.xlsx"]);
        _temp.Text("结果/a.json").ShouldContain("\"unitName\": \"单位201\"");
        File.ReadAllBytes(path).ShouldBe(original);
        _output.ToString().ShouldContain("支出预算表 D9");
    }

    [Fact]
    public async Task Check_AnnotatedIntoTheSameFolder_RefusesToOverwrite()
    {
        var original = FakeWorkbook.Create("returned");
        var path = _temp.Write("a.xlsx", original);
        (await Run("check", path, "--annotated", _temp.Path)).ShouldBe(2);
        File.ReadAllBytes(path).ShouldBe(original);
    }

    [Fact]
    public async Task Check_PathThatDoesNotExist_IsNamed()
    {
        (await Run("check", _temp.In("没有.xlsx"))).ShouldBe(2);
        _error.ToString().ShouldContain("找不到文件或文件夹：" + _temp.In("没有.xlsx"));
    }

    [Fact]
    public async Task Check_PoisonFile_HidesTheStackTraceAndLogsIt()
    {
        _temp.Write("a.xlsx", FakeWorkbook.Create("poison"));
        await Run("check", _temp.In("a.xlsx"));
        (_output.ToString() + _error).ShouldContain("internal_error");
        (_output.ToString() + _error).ShouldNotContain("   at ");
        _temp.Text("logs/" + _temp.Files("logs").Single()).ShouldContain("InvalidOperationException");
    }

    [Fact]
    public async Task Program_BrokenInside_HidesTheStackTraceAndLogsIt()
    {
        _temp.Write("a.xlsx", FakeWorkbook.Create("accepted"));
        var settings = _temp.Write("设置.json", JsonSerializer.SerializeToUtf8Bytes(new { Logs = new { Folder = _temp.In("logs") } }));
        // no engine is registered
        (await ProgramEntry.RunAsync(["check", _temp.In("a.xlsx"), "--settings", settings], _ => { }, _output, _error)).ShouldBe(2);
        (_output.ToString() + _error).ShouldNotContain("   at ");
        _error.ToString().ShouldContain("内部错误");
        _temp.Text("logs/" + _temp.Files("logs").Single()).ShouldContain("IBudgetEngine");
    }

    [Fact]
    public async Task Note_OfAWorkbook_IsNamedAfterUnitAndYear()
    {
        _temp.Write("a.xlsx", FakeWorkbook.Create("accepted"));
        (await Run("note", _temp.In("a.xlsx"), "--out", _temp.In("说明"))).ShouldBe(0);
        _temp.Files("说明").ShouldBe(["201单位2012023年度部门预算公开情况说明.docx"]);
    }

    [Fact]
    public async Task Note_OfTwoVersionsOfAUnit_KeepsBoth()
    {
        _temp.Write("报送/a.xlsx", FakeWorkbook.Create("accepted", version: "1"));
        _temp.Write("报送/b.xlsx", FakeWorkbook.Create("returned", version: "2"));
        (await Run("note", _temp.In("报送"), "--out", _temp.In("说明"))).ShouldBe(1);
        _temp.Files("说明").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("chek", "a.xlsx")]
    [InlineData("check")]
    [InlineData("check", "a.xlsx", "--jsn")]
    [InlineData("note", "a.xlsx")]
    public async Task WrongUsage_IsExplainedInChinese(params string[] args)
    {
        (await Run(args)).ShouldBe(2);
        _error.ToString().ShouldContain("用法错误");
        _error.ToString().ShouldNotContain("Required");
        _output.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("check", "--help")]
    [InlineData("note", "--help")]
    [InlineData("check-note", "--help")]
    public async Task Help_IsChinese(params string[] args)
    {
        (await Run(args)).ShouldBe(0);
        _output.ToString().ShouldContain("说明：");
        _output.ToString().ShouldNotContain("Description");
        _output.ToString().ShouldNotContain("Show help");
    }

    [Fact]
    public async Task Run_WithAFolderThatCannotBeMade_SaysWhichAndEndsWithTwo()
    {
        _temp.Write("根/inbox", [1]);
        (await Run("run", "--once", "--root", _temp.In("根"))).ShouldBe(2);
        _error.ToString().ShouldContain(_temp.In("根/inbox"));
    }

    private Task<int> Run(params string[] args)
    {
        var settings = _temp.Write("设置.json", JsonSerializer.SerializeToUtf8Bytes(new { Logs = new { Folder = _temp.In("logs") } }));
        return ProgramEntry.RunAsync(
            [.. args, "--settings", settings], it => it.AddSingleton<IBudgetEngine, FakeEngine>(), _output, _error);
    }
}
