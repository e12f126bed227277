using System.Text;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Tests.Reports;

public sealed class ReportTests
{
    [Fact]
    public void ReportJson_OfOneOfEverything_IsTheGoldenFile()
    {
        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reports", "ReportJson_OfOneOfEverything.golden.json"));
        Encoding.UTF8.GetString(ReportJson.Write([ReportSample.Full, ReportSample.Unreadable])).ShouldBe(golden);
    }

    [Fact]
    public void ReportLines_TellErrorsFirst()
    {
        var kinds = ReportLines.Of(ReportSample.Full, null).Select(line => line.Kind).Where(kind => kind != LineKind.Detail).ToArray();
        kinds.ShouldBe([LineKind.File, LineKind.Error, LineKind.Warning, LineKind.Info, LineKind.Info, LineKind.Info]);
    }

    [Fact]
    public void ReportLines_TellPlaceFiguresCauseAndBasis()
    {
        var text = string.Join('\n', ReportLines.Of(ReportSample.Full, null).Select(line => line.Text));
        text.ShouldContain("支出总表 D9：");
        text.ShouldContain("应为 1683.10，实为 1693.10，相差 10.00");
        text.ShouldContain("相关：支出总表 D10");
        text.ShouldContain("2.18 → （空）");
        text.ShouldContain("T5-S6。原因：单元格是文字");
    }

    [Fact]
    public void ReportText_OpensRightInNotepad()
    {
        var bytes = ReportText.Write(ReportSample.Unreadable, null, "末行");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes).Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
    }
}
