using System.Text.Json;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.TestHost;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace ExcelBudget.Worker.Tests.Verbs;

public sealed class NoteVerbTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("accepted", 0)]
    [InlineData("returned", 1)]
    [InlineData("encrypted", 2)]
    [InlineData("poison", 2)]
    public async Task CheckNote_EndsWithTheCodeOfTheContract(string order, int code) => (await CheckNote(order)).ShouldBe(code);

    [Fact]
    public async Task CheckNote_NamesParagraphAndSentence()
    {
        await CheckNote("returned");
        _output.ToString().ShouldContain("第 12 段“2023年收入预算总计2041.41万元。”：");
        _output.ToString().ShouldContain("应为 2041.42，实为 2041.41");
    }

    [Fact]
    public async Task CheckNote_JsonToStandardOutput_HasNothingElseThere()
    {
        (await CheckNote("returned", "--json", "-")).ShouldBe(1);
        var file = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("files")[0];
        (file.GetProperty("file").GetString(), file.GetProperty("workbook").GetString(), file.GetProperty("verdict").GetString())
            .ShouldBe(("说明.docx", "a.xlsx", "returned"));
        var finding = file.GetProperty("findings")[0];
        (finding.GetProperty("paragraph").GetInt32(), finding.GetProperty("expected").GetString()).ShouldBe((12, "2041.42"));
        finding.GetProperty("sentence").GetString().ShouldBe("2023年收入预算总计2041.41万元。");
        _error.ToString().ShouldContain("第 12 段");
    }

    [Fact]
    public async Task CheckNote_Annotated_WritesACopyAndLeavesTheOriginal()
    {
        (await CheckNote("returned", "--annotated", _temp.In("批注"))).ShouldBe(1);
        _temp.Files("批注").ShouldBe(["说明.docx"]);
        File.ReadAllBytes(_temp.In("说明.docx")).ShouldBe(FakeNote.Create("returned"));
    }

    [Fact]
    public async Task CheckNote_AnnotatedIntoTheFolderOfTheNote_RefusesToOverwrite()
    {
        (await CheckNote("returned", "--annotated", _temp.Path)).ShouldBe(2);
        File.ReadAllBytes(_temp.In("说明.docx")).ShouldBe(FakeNote.Create("returned"));
    }

    [Theory]
    [InlineData("没有.docx", "a.xlsx", "找不到情况说明")]
    [InlineData("说明.docx", "没有.xlsx", "找不到工作簿")]
    [InlineData("夹", "a.xlsx", "是文件夹")]
    [InlineData("说明.docx", "夹", "是文件夹")]
    [InlineData("说明.docx", "加密.xlsx", "打开密码")]
    public async Task CheckNote_WithAFileThatCannotBeUsed_SaysWhichAndWhy(string note, string workbook, string sentence)
    {
        Directory.CreateDirectory(_temp.In("夹"));
        _temp.Write("a.xlsx", FakeWorkbook.Create("accepted"));
        _temp.Write("加密.xlsx", FakeWorkbook.Create("encrypted"));
        _temp.Write("说明.docx", FakeNote.Create("accepted"));
        (await Run("check-note", _temp.In(note), "--workbook", _temp.In(workbook))).ShouldBe(2);
        _error.ToString().ShouldContain(sentence);
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task CheckNote_OfAnEncryptedNote_SpeaksOfWord()
    {
        await CheckNote("encrypted");
        _output.ToString().ShouldContain(UnreadableNote.Encrypted.Sentence);
    }

    [Fact]
    public async Task CheckNote_AgainstAWorkbookWithErrors_SaysSo()
    {
        _temp.Write("a.xlsx", FakeWorkbook.Create("returned"));
        _temp.Write("说明.docx", FakeNote.Create("accepted"));
        (await Run("check-note", _temp.In("说明.docx"), "--workbook", _temp.In("a.xlsx"))).ShouldBe(0);
        _output.ToString().ShouldContain("工作簿尚有 1 处错误");
    }

    [Fact]
    public async Task CheckNote_WithoutAWorkbook_IsWrongUsage()
    {
        (await Run("check-note", "说明.docx")).ShouldBe(2);
        _error.ToString().ShouldContain("用法错误");
    }

    [Fact]
    public async Task NoteFrom_AnEditedNote_WritesItUnderTheUnitsName()
    {
        _temp.Write("a.xlsx", FakeWorkbook.Create("accepted"));
        _temp.Write("说明.docx", FakeNote.Create("accepted", version: "甲"));
        (await Run("note", _temp.In("a.xlsx"), "--out", _temp.In("出"), "--from", _temp.In("说明.docx"))).ShouldBe(0);
        _temp.Text("出/201单位2012023年度部门预算公开情况说明.docx").ShouldBe("reissued note 甲");
    }

    [Fact]
    public async Task NoteFrom_WhereItWouldOverwriteTheEditedNote_Refuses()
    {
        var edited = _temp.Write("出/201单位2012023年度部门预算公开情况说明.docx", FakeNote.Create("accepted"));
        _temp.Write("a.xlsx", FakeWorkbook.Create("accepted"));
        (await Run("note", _temp.In("a.xlsx"), "--out", _temp.In("出"), "--from", edited)).ShouldBe(2);
        File.ReadAllBytes(edited).ShouldBe(FakeNote.Create("accepted"));
    }

    [Fact]
    public async Task NoteFrom_WithSeveralWorkbooks_AsksForOne()
    {
        _temp.Write("报送/a.xlsx", FakeWorkbook.Create("accepted"));
        _temp.Write("报送/b.xlsx", FakeWorkbook.Create("accepted", "202"));
        _temp.Write("说明.docx", FakeNote.Create("accepted"));
        (await Run("note", _temp.In("报送"), "--out", _temp.In("出"), "--from", _temp.In("说明.docx"))).ShouldBe(2);
        _error.ToString().ShouldContain("--from");
    }

    private async Task<int> CheckNote(string order, params string[] options)
    {
        _temp.Write("a.xlsx", FakeWorkbook.Create("accepted"));
        _temp.Write("说明.docx", FakeNote.Create(order));
        return await Run(["check-note", _temp.In("说明.docx"), "--workbook", _temp.In("a.xlsx"), .. options]);
    }

    private Task<int> Run(params string[] args)
    {
        var settings = _temp.Write("设置.json", JsonSerializer.SerializeToUtf8Bytes(new { Logs = new { Folder = _temp.In("logs") } }));
        return ProgramEntry.RunAsync(
            [.. args, "--settings", settings], it => it.AddSingleton<IBudgetEngine, FakeEngine>(), _output, _error);
    }
}
