using System.Text;
using System.Text.Json;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Tests.Verbs;

public sealed class IndicatorsVerbTests : IDisposable
{
    private const string Cell = "一、产出指标\n（一）数量指标：1.培训人数≥200人次；2.培训班次4期\n二、满意度指标\n1.参训人员满意度不低于95%";

    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Indicators_JsonToStandardOutput_HasTheShapeOfTheContractAndNothingElseThere()
    {
        (await Run(_temp.Write("格.txt", Encoding.UTF8.GetBytes(Cell)), "--json", "-")).ShouldBe(0);
        var indicators = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("indicators").EnumerateArray().ToArray();
        indicators.Length.ShouldBe(3);
        indicators[0].EnumerateObject().Select(property => property.Name)
            .ShouldBe(["level1", "level2", "number", "name", "operator", "value", "unit", "raw"]);
        indicators[0].EnumerateObject().Select(property => property.Value.GetString())
            .ShouldBe(["产出指标", "数量指标", "1", "培训人数", "≥", "200", "人次", "培训人数≥200人次"]);
        indicators[2].GetProperty("operator").GetString().ShouldBe("≥");
        _error.ToString().ShouldContain("共 3 条指标");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public async Task Indicators_InAnyUsualEncoding_AreReadAlike(string encoding)
    {
        var code = encoding == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.GetEncoding(encoding);
        (await Run(_temp.Write("格.txt", [.. code.GetPreamble(), .. code.GetBytes(Cell)]))).ShouldBe(0);
        _output.ToString().ShouldContain("培训人数 ｜ ≥ 200 人次");
        _output.ToString().ShouldContain("产出指标 — 数量指标");
    }

    [Fact]
    public async Task Indicators_WithAJsonFile_ShowsLinesAndWritesTheFile()
    {
        (await Run(_temp.Write("格.txt", Encoding.UTF8.GetBytes(Cell)), "--json", _temp.In("结果/指标.json"))).ShouldBe(0);
        _temp.Text("结果/指标.json").ShouldContain("\"name\": \"培训班次\"");
        _output.ToString().ShouldContain("共 3 条指标。");
    }

    [Fact]
    public async Task Indicators_WithFaultsOfForm_NamesThem()
    {
        (await Run(_temp.Write("格.txt", Encoding.UTF8.GetBytes("一、产出指标\n(一)数量指：培训人数\n二、效益指标\n三、满意度指标100%")))).ShouldBe(0);
        _output.ToString().ShouldContain("标题不完整");
        _output.ToString().ShouldContain("没有指标值：“培训人数”（产出指标 — 数量指标）");
        _output.ToString().ShouldContain("标题下没有指标：“二、效益指标”");
        _output.ToString().ShouldContain("缺少指标名称");
    }

    [Theory]
    [InlineData("没有.txt", null, "找不到文件")]
    [InlineData("空.txt", "", "没有文字")]
    [InlineData("簿.xlsx", "PK\u0003\u0004", "Excel 或 Word")]
    [InlineData("乱.txt", "a\0b", "UTF-8 或 GB18030")]
    public async Task Indicators_ThatCannotBeRead_SayWhyAndEndWithTwo(string name, string? content, string words)
    {
        if (content is not null) _temp.Write(name, Encoding.UTF8.GetBytes(content));
        (await Run(_temp.In(name))).ShouldBe(2);
        _error.ToString().ShouldContain(words);
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Indicators_TooLarge_AreRefused()
    {
        (await Run(_temp.Write("大.txt", Encoding.UTF8.GetBytes(new string('一', 1_500_000))))).ShouldBe(2);
        _error.ToString().ShouldContain("文字太长");
    }

    [Fact]
    public async Task Indicators_OfAFolder_AsksForAFile()
    {
        (await Run(_temp.Path)).ShouldBe(2);
        _error.ToString().ShouldContain("是文件夹");
    }

    private Task<int> Run(params string[] words) => ProgramEntry.RunAsync(["indicators", .. words], _ => { }, _output, _error);
}
