using ExcelBudget.Worker.Isolation.Wire;

namespace ExcelBudget.Worker.Tests.Isolation;

/// <summary>What crosses the pipe arrives as it was sent.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("内容")]
    public void Content_OfAFileOrOfNone_ArrivesAsItWasSent(string? text)
    {
        var content = text is null ? null : System.Text.Encoding.UTF8.GetBytes(text);
        using var writer = new WireWriter();
        using var reader = new WireReader(writer.Content(content).Text("之后").Bytes.ToArray());
        reader.Content().ShouldBe(content);
        reader.Text().ShouldBe("之后");
    }
}
