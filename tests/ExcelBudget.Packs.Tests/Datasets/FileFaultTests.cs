using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>Faults of whole files, headers and quoting.</summary>
public sealed class FileFaultTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    [Theory]
    [InlineData("units", "unit_name")]
    [InlineData("revenue", "source")]
    [InlineData("expenditure", "fund")]
    [InlineData("three_public", "item")]
    [InlineData("projects", "project_name")]
    [InlineData("indicators", "level2")]
    [InlineData("procurement", "catalogue_code")]
    [InlineData("assets", "quantity")]
    [InlineData("narrative", "section")]
    public void RequiredColumn_ThatIsMissing_IsReportedWithFileAndColumn(string table, string column)
    {
        var text = DatasetFolder.SoundTables[table];
        var line = text.IndexOf('\n', StringComparison.Ordinal);

        var reading = _folder.Write(table + ".csv", text[..line].Replace(column, "note", StringComparison.Ordinal) + text[line..]).Read();

        reading.Faults.Where(fault => fault.Severity == Severity.Error).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                fault => fault.File.ShouldBe(table + ".csv"), fault => fault.Line.ShouldBe(1), fault => fault.Column.ShouldBe(column));
        reading.Faults.ShouldContain(fault => fault.Severity == Severity.Warning && fault.Column == "note");
        reading.Dataset[table].ShouldBeEmpty();
    }

    [Fact]
    public void RowsOfATableWithAMissingColumn_AreStillChecked()
    {
        _folder.Write("revenue.csv", "year,unit_code,function_code,amount_yuan\n1999,999,2,约12\n");

        var columns = _folder.Read().Faults.Where(fault => fault.Severity == Severity.Error).Select(fault => (fault.Line, fault.Column));

        columns.ShouldBe([(1, "source"), (2, "year"), (2, "function_code"), (2, "amount_yuan"), (2, "unit_code")]);
    }

    [Theory]
    [InlineData("units.csv")]
    [InlineData("revenue.csv")]
    [InlineData("expenditure.csv")]
    public void RequiredFile_ThatIsMissing_IsAnError(string file) =>
        _folder.Delete(file).Read().ShouldHaveOnly(Severity.Error, file, null, null);

    [Fact]
    public void OptionalFiles_ThatAreMissing_AreNoFault()
    {
        foreach (var file in new[] { "three_public", "projects", "indicators", "procurement", "assets", "narrative" })
            _folder.Delete(file + ".csv");

        _folder.Read().Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Indicators_WithoutAnyProjects_AreOneErrorNotOneEach() =>
        _folder.Delete("projects.csv").Append("indicators.csv", "2023,201,P1,产出指标,数量指标,报告,5").Read()
            .ShouldHaveOnly(Severity.Error, "projects.csv", null, null);

    [Theory]
    [InlineData("assets.csv", "", Severity.Warning)]
    [InlineData("assets.csv", "\r\n , \r\n", Severity.Warning)]
    [InlineData("revenue.csv", "", Severity.Error)]
    public void EmptyFile_IsReportedByHowMuchItIsNeeded(string file, string text, Severity severity) =>
        _folder.Write(file, text).Read().ShouldHaveOnly(severity, file, null, null);

    [Fact]
    public void RequiredFileWithAHeaderOnly_IsAWarning() =>
        _folder.Write("revenue.csv", "year,unit_code,function_code,source,amount_yuan\n").Read()
            .ShouldHaveOnly(Severity.Warning, "revenue.csv", null, null);

    [Fact]
    public void OptionalFileWithAHeaderOnly_SaysThatThereIsNothing() =>
        _folder.Write("procurement.csv", DatasetFolder.SoundTables["procurement"].Split('\n')[0] + "\n").Read().Faults.ShouldBeEmpty();

    [Fact]
    public void UnknownColumn_IsIgnoredWithAWarningThatNamesTheLikelyOne()
    {
        _folder.Write("indicators.csv", "year,unit_code,project_code,level1,level2,name,descripton\n2023,201,P1,产出指标,数量指标,值班天数,x\n");

        var reading = _folder.Read();

        reading.ShouldHaveOnly(Severity.Warning, "indicators.csv", 1, "descripton").Message.ShouldContain("是不是“description”？");
        reading.Dataset["indicators"][0].Filled.ShouldNotContain(field => field.Value.Text == "x");
    }

    [Fact]
    public void AmountColumnInTenThousandYuan_IsNeverSuggestedToBeYuan()
    {
        _folder.Write("assets.csv", "as_of,unit_code,item,quantity,金额（万元）\n2022-12-31,201,车辆,7,1\n");

        var faults = _folder.Read().Faults;

        faults.Select(fault => fault.Column).ShouldBe(["金额（万元）", "amount_yuan"]);
        faults[0].Message.ShouldContain("换算成元");
        faults[0].Message.ShouldNotContain("是不是");
    }

    [Fact]
    public void ColumnThatStandsTwice_IsAnErrorAndTheFirstIsRead()
    {
        _folder.Write("assets.csv", "as_of,unit_code,item,quantity,amount_yuan,金额\n2022-12-31,201,车辆,7,1,2\n");

        var reading = _folder.Read();

        reading.ShouldHaveOnly(Severity.Error, "assets.csv", 1, "amount_yuan").Message.ShouldContain("金额");
        reading.Dataset["assets"][0].Number("amount_yuan").ShouldBe(1m);
    }

    [Fact]
    public void ConditionalColumnThatIsMissing_IsOneErrorAndTheRowsAreLeftOut()
    {
        _folder.Write("expenditure.csv", "year,unit_code,economic_code,category,fund,amount_yuan\n"
            + "2023,201,30101,人员经费,单位资金,1\n2023,201,30102,人员经费,单位资金,1\n2023,201,,年终结转结余,单位资金,1\n");

        var reading = _folder.Read();

        reading.ShouldHaveOnly(Severity.Error, "expenditure.csv", 2, "function_code");
        reading.Dataset["expenditure"].ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Fact]
    public void UnknownCsvFile_IsIgnoredWithAWarning() =>
        _folder.Write("revenues.csv", "a,b\n").Read().ShouldHaveOnly(Severity.Warning, "revenues.csv", null, null)
            .Message.ShouldContain("是不是“revenue”？");

    [Fact]
    public void BytesInNoKnownEncoding_AreReportedWithTheirLine() =>
        _folder.Write("assets.csv", [.. "as_of,unit_code\n2022-12-31,"u8, 0xFF, 0xFF, .. "\n"u8]).Read()
            .ShouldHaveOnly(Severity.Error, "assets.csv", 2, null);

    [Fact]
    public void DamagedUtf8_IsNotTakenForGb18030()
    {
        var bytes = Encoding.UTF8.GetBytes(DatasetFolder.SoundTables["narrative"]);
        bytes[^4] = (byte)'?';

        _folder.Write("narrative.csv", bytes).Read().ShouldHaveOnly(Severity.Error, "narrative.csv", 2, null);
    }

    [Fact]
    public void Utf16WithoutAMark_IsReportedAsNoText() =>
        _folder.Write("assets.csv", Encoding.Unicode.GetBytes("as_of,unit_code\n")).Read()
            .ShouldHaveOnly(Severity.Error, "assets.csv", 1, null);

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 })]
    public void WorkbookNamedCsv_IsReportedAsSuch(byte[] bytes) =>
        _folder.Write("assets.csv", bytes).Read().ShouldHaveOnly(Severity.Error, "assets.csv", null, null).Message.ShouldContain("工作簿");

    [Fact]
    public void UnclosedQuote_CostsItsLineOnly()
    {
        var reading = _folder.Append("narrative.csv", "2023,201,a,\"没有结束", "2023,201,b,下一行", "2023,999,c,再下一行").Read();

        reading.Faults.Select(fault => (fault.Line, fault.Column)).ShouldBe([(3, null), (5, "unit_code")]);
        reading.Dataset["narrative"].Select(row => row.Text("section")).ShouldBe(["duties", "b"]);
    }

    [Theory]
    [InlineData("2023,201,a,\"引号\"之后")]
    [InlineData("2023,201,a,24\"显示器")]
    public void QuoteInTheWrongPlace_IsAnErrorOfItsLine(string row)
    {
        var reading = _folder.Append("narrative.csv", row, "2023,201,b,下一行").Read();

        reading.ShouldHaveOnly(Severity.Error, "narrative.csv", 3, null, row);
        reading.Dataset["narrative"].Select(kept => kept.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void QuoteThatSwallowsGoodLinesUpToTheNextQuote_CostsItsLineOnly()
    {
        var reading = _folder.Append("narrative.csv", "2023,201,a,\"没有结束", "2023,201,b,下一行", "2023,201,c,\"有,逗号\"").Read();

        reading.Faults.ShouldHaveSingleItem().Line.ShouldBe(3);
        reading.Dataset["narrative"].Select(row => (row.Line, row.Text("text"))).ShouldBe([(2, "贯彻执行党的路线方针政策。"), (4, "下一行"), (5, "有,逗号")]);
    }

    [Fact]
    public void FileFullOfBrokenQuotes_IsGivenUpAfterAHundred()
    {
        var broken = Enumerable.Repeat("2023,201,a,\"x", 5000).SelectMany(line => new[] { line, "2023,201,b,\"\"" });

        var faults = _folder.Append("narrative.csv", [.. broken]).Read().Faults;

        faults.Count.ShouldBeLessThan(250);
        faults[^1].Message.ShouldContain("没有读取");
    }

    [Fact]
    public void UnquotedThousandsSeparator_IsReportedInsteadOfShiftedCells() =>
        _folder.Append("revenue.csv", "2023,201,2013101,其他收入,12,345").Read().ShouldHaveOnly(Severity.Error, "revenue.csv", 3, null, "345")
            .Message.ShouldContain("6 格");

    [Fact]
    public void BlankCellsBeyondTheHeader_AreNoFault() =>
        _folder.Append("revenue.csv", "2023,201,2013101,其他收入,12,,,").Read().Faults.ShouldBeEmpty();

    [Fact]
    public void FilledColumnWithoutAName_IsOneWarning() =>
        _folder.Write("assets.csv", "as_of,unit_code,,item,quantity,amount_yuan\n2022-12-31,201,x,车辆,7,1\n2022-12-31,201,y,房屋,7,1\n")
            .Read()
            .ShouldHaveOnly(Severity.Warning, "assets.csv", 2, null, "x");

    [Theory]
    [InlineData("没有这个文件夹")]
    [InlineData("没有.xlsx")]
    public void PathThatDoesNotExist_IsTheOnlyFault(string name) =>
        DatasetReader.Read(Path.Combine(_folder.Path, name)).ShouldHaveOnly(Severity.Error, name, null, null);

    [Fact]
    public void SingleCsvFile_IsRefusedWithAHint() =>
        DatasetReader.Read(Path.Combine(_folder.Path, "revenue.csv")).ShouldHaveOnly(Severity.Error, "revenue.csv", null, null)
            .Message.ShouldContain("文件夹");

    public void Dispose() => _folder.Dispose();
}
