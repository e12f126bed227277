using System.Text;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>Files longer than what is read at a time: read row by row, and what is odd far inside is found all the same.</summary>
public sealed class LongFileTests : IDisposable
{
    private const int Rows = 4_000;
    private const string Head = "year,unit_code,section,text\n";

    private readonly DatasetFolder _folder = new();

    static LongFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void LongFile_InAnyEncoding_KeepsEveryCharacter(string encoding)
    {
        // texts of growing length put each byte of a character on every border between two reads
        string[] texts = [.. Enumerable.Range(0, Rows).Select(row => new string('县', row % 7) + (row % 3 == 0 ? "𠮷é" : "") + row)];
        var target = Encoding.GetEncoding(encoding);
        byte[] mark = encoding == "utf-16" ? target.GetPreamble() : [];
        _folder.Write("narrative.csv", [.. mark, .. target.GetBytes(Head + Lines(texts))]);

        var reading = _folder.Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["narrative"].Select(row => (row.Line, row.Text("text"))).ShouldBe(texts.Select((text, row) => (row + 2, text)));
    }

    [Fact]
    public void LongFile_WithABrokenByteFarInside_IsRefusedAtItsLine()
    {
        var bytes = Encoding.UTF8.GetBytes(Head + Lines(Texts()));
        bytes[^10] = 0xFF;

        var fault = _folder.Write("narrative.csv", bytes).Read().Faults.Single(fault => fault.Severity == Severity.Error);

        (fault.File, fault.Line).ShouldBe(("narrative.csv", Rows + 1));
        fault.Message.ShouldContain("字节");
    }

    [Fact]
    public void LongFile_WithZerosFarInside_IsRefused()
    {
        var fault = _folder.Write("narrative.csv", Head + Lines(Texts()) + "2023,201,duties,\0\n").Read().Faults
            .Single(fault => fault.Severity == Severity.Error);

        (fault.File, fault.Line).ShouldBe(("narrative.csv", Rows + 2));
    }

    [Fact]
    public void LongFile_WithATextMarkFarInside_IsReadAsExcelMeansIt()
    {
        _folder.Write("narrative.csv", Head + Lines(Texts()) + "2023,=\"201\",duties,末行\n");

        _folder.Read().Dataset["narrative"][^1].Text("unit_code").ShouldBe("201");
    }

    [Fact]
    public void LongFile_WithABrokenQuoteFarInside_LosesThatRowOnly()
    {
        _folder.Write("narrative.csv", Head + Lines(Texts()) + "2023,201,\"duties,缺引号\n2023,201,duties,末行\n");

        var reading = _folder.Read();

        reading.ShouldHaveOnly(Severity.Error, "narrative.csv", Rows + 2, null, "2023,201,\"duties,缺引号");
        reading.Dataset["narrative"].Count.ShouldBe(Rows + 1);
        reading.Dataset["narrative"][^1].Text("text").ShouldBe("末行");
    }

    private static IEnumerable<string> Texts() => Enumerable.Range(0, Rows).Select(row => $"第 {row} 段文字");

    private static string Lines(IEnumerable<string> texts) => string.Concat(texts.Select(text => $"2023,201,duties,{text}\n"));

    public void Dispose() => _folder.Dispose();
}
