using System.Text;

namespace ExcelBudget.Worker.Tests.WholeLine;

public sealed class IndicatorsFromStandardInputTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task Indicators_OnStandardInput_AreReadAsFromAFile(string encoding)
    {
        var code = encoding == "GB18030" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.GetEncoding(encoding);
        var (exit, output, _) =
            await RealProgram.RunWithInputAsync(_temp.Path, code.GetBytes("一、产出指标\n（一）数量指标：1.购置养护车两辆"), "indicators", "-", "--json", "-");

        exit.ShouldBe(0);
        output.ShouldContain("\"name\": \"购置养护车\"");
        output.ShouldContain("\"value\": \"两\"");
    }

    [Fact]
    public async Task StandardInput_WithNothingInIt_IsSaidToBeEmptyAndEndsWithTwo()
    {
        var (exit, output, error) = await RealProgram.RunWithInputAsync(_temp.Path, default, "indicators", "-");

        (exit, output).ShouldBe((2, ""));
        error.ShouldContain("没有文字");
    }
}
