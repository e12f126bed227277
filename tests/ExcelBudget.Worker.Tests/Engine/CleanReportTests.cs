using System.Text;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>What a file says is quoted so that it cannot show something else than it says.</summary>
public sealed class CleanReportTests
{
    [Fact]
    public void Text_WithSignsThatTurnTheDirectionOfWriting_ReachesNoReport()
    {
        var desk = RealEngine.Desk("clean").Text(RealEngine.At("clean", "T3", "2013101", "4"), "12\u202e34\u2066元\u0007");
        var report = RealEngine.Check(desk);
        var told = Encoding.UTF8.GetString(ReportJson.Write([report]))
            + string.Join('\n', ReportLines.Of(report, null).Select(line => line.Text));
        told.ShouldContain("12_34_元_");
        told.Any(sign => sign is '\u202e' or '\u2066' or '\u0007').ShouldBeFalse();
    }

    [Theory]
    [InlineData("一行\n二行\t三", "一行\n二行\t三")]
    [InlineData("a\u202eb\u0000c\u0085d", "a_b_c_d")]
    [InlineData("𠀀（一）", "𠀀（一）")]
    public void Shown_KeepsLinesAndEverySignThatIsSeen(string text, string shown) => SafeText.Shown(text).ShouldBe(shown);
}
