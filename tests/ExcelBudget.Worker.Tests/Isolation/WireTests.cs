using ExcelBudget.Domain.Findings;
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

    [Fact]
    public void Content_OfALargeFile_ArrivesBetweenWhatStandsBesideIt()
    {
        var content = new byte[200_000];
        new Random(7).NextBytes(content);
        using var writer = new WireWriter();
        using var pipe = new MemoryStream();
        Frames.Write(pipe, 7, writer.Text("之前").Content(content.AsMemory()).Text("之间").Content(content.AsMemory(5)).Text("之后"));
        pipe.Position = 0;
        var (number, message) = Frames.Read(pipe)!.Value;
        number.ShouldBe(7);
        message.ShouldBe(writer.Bytes.ToArray());
        using var reader = new WireReader(message);
        reader.Text().ShouldBe("之前");
        reader.Content().ShouldBe(content);
        reader.Text().ShouldBe("之间");
        reader.ContentInPlace().ToArray().ShouldBe(content[5..]);
        reader.Text().ShouldBe("之后");
        Frames.Read(pipe).ShouldBeNull();
        pipe.Position = 0;
        var rented = Frames.ReadRented(pipe)!.Value;
        (rented.Number, rented.Message.Count).ShouldBe((7, message.Length));
        rented.Message.ShouldBe(message);
    }

    [Fact]
    public void Content_LongerThanItsMessage_IsNotTaken()
    {
        using var writer = new WireWriter();
        using var reader = new WireReader(writer.Number(9).Number(1).Bytes.ToArray());
        Should.Throw<EndOfStreamException>(() => reader.ContentInPlace());
    }

    [Fact]
    public void Report_WithNamesAndRulesOnTrial_ArrivesAsItWasSent()
    {
        var finding = ExcelBudget.Domain.Findings.Catalogue.BudgetFindings.Empty.At(new Place("表", "B2"));
        var report = new CheckReport
        {
            File = "报送.xlsx",
            Verdict = Verdict.Accepted,
            Trial = new TrialOutcome(["甲", "乙"], [finding with { Rule = "乙" }]),
            SignOff = new SignOff("张三", "", "王五"),
        };
        using var writer = new WireWriter();
        using var reader = new WireReader(writer.Report(report).Text("之后").Bytes.ToArray());
        var read = reader.Report();
        read.Trial.Counts().ShouldBe([("甲", 0), ("乙", 1)]);
        read.SignOff.ShouldBe(report.SignOff);
        reader.Text().ShouldBe("之后");
    }
}
