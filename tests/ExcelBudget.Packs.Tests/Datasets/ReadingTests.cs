using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>What a dataset is read as: every fault in one run, whatever the encoding, column order, separator or size.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    static ReadingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void SoundDataset_HasNoFaultAndKeepsFileAndLine()
    {
        var reading = _folder.Read();

        reading.Faults.ShouldBeEmpty();
        reading.HasErrors.ShouldBeFalse();
        var row = reading.Dataset["expenditure"][1];
        (row.File, row.Line).ShouldBe(("expenditure.csv", 3));
        row["economic_code"].IsBlank.ShouldBeTrue();
        row.Number("amount_yuan").ShouldBe(2342900.5m);
    }

    [Fact]
    public void AllFaults_AreReportedInOneRunByTableThenLine()
    {
        _folder.Write("extra.csv", "x")
            .Append("units.csv", "201,再一次,,,,")
            .Append("revenue.csv", "2023,201,2013101,其它,约12", "20,999,2013101,其他收入,1")
            .Append("expenditure.csv", "2023,201,,,公用经费,,自筹,\"1,000\"")
            .Delete("narrative.csv")
            .Write("assets.csv", "as_of,unit_code,item,quantity\n昨天,201,车辆,许多\n")
            .Append("indicators.csv", "2023,201,P2,产出指标,数量指标,报告,5");

        var places = _folder.Read().Faults.Select(fault => (fault.File, fault.Line, fault.Column, fault.Severity));

        places.ShouldBe(
        [
            ("extra.csv", null, null, Severity.Warning),
            ("units.csv", 3, "unit_code", Severity.Error),
            ("revenue.csv", 3, "source", Severity.Error),
            ("revenue.csv", 3, "amount_yuan", Severity.Error),
            ("revenue.csv", 4, "year", Severity.Error),
            ("revenue.csv", 4, "unit_code", Severity.Error),
            ("expenditure.csv", 4, "fund", Severity.Error),
            ("expenditure.csv", 4, "amount_yuan", Severity.Warning),
            ("expenditure.csv", 4, "function_code", Severity.Error),
            ("expenditure.csv", 4, "economic_code", Severity.Error),
            ("indicators.csv", 3, "project_code", Severity.Error),
            ("assets.csv", 1, "amount_yuan", Severity.Error),
            ("assets.csv", 2, "as_of", Severity.Error),
            ("assets.csv", 2, "quantity", Severity.Error),
        ]);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Dataset_InAnyEncoding_IsTheSame(string encoding, bool mark)
    {
        var expected = _folder.Append("narrative.csv", "2023,201,odd,生僻字𠮷、䶮与€").Read().Dataset.Content();
        using var other = new DatasetFolder();

        foreach (var path in Directory.GetFiles(_folder.Path))
        {
            var target = Encoding.GetEncoding(encoding);
            byte[] bytes = [.. mark ? target.GetPreamble() : [], .. target.GetBytes(File.ReadAllText(path))];
            other.Write(Path.GetFileName(path), bytes);
        }

        var reading = other.Read();
        reading.Faults.ShouldBeEmpty();
        reading.Dataset.Content().ShouldBe(expected);
    }

    [Theory]
    [InlineData("amount_yuan,source,function_code,unit_code,year\n5,其他收入,2013101,201,2023\n")]
    [InlineData("YEAR, Unit_Code ,FUNCTION_CODE,source,\"amount_yuan\"\n2023,201,2013101,其他收入,5\n")]
    [InlineData("年度,单位编码,功能科目编码,资金来源,金额（元）\n2023,201,2013101,其他收入,5\n")]
    [InlineData("年份,单位编码,功能分类科目编码,收入来源,金额(元)\n2023,201,2013101,其他收入,5\n")]
    [InlineData("year\tunit_code\tfunction_code\tsource\tamount_yuan\n2023\t201\t2013101\t其他收入\t5\n")]
    [InlineData("year;unit_code;function_code;source;amount_yuan\n2023;201;2013101;其他收入;5\n")]
    [InlineData("\r\n\r\nyear,unit_code,function_code,source,amount_yuan\r\n,,,,\r\n2023,201,2013101,其他收入,5\r\n\r\n")]
    [InlineData("year,unit_code,function_code,source,amount_yuan\r2023,201,2013101,其他收入,5")]
    public void Revenue_WithAnyHeaderSeparatorAndLineEnd_IsTheSameRow(string text)
    {
        var reading = _folder.Write("revenue.csv", text).Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["revenue"].ShouldHaveSingleItem().Filled.OrderBy(field => field.Field, StringComparer.Ordinal)
            .Select(field => field.Value.Text)
            .ShouldBe(["5", "2013101", "其他收入", "201", "2023"]);
    }

    [Theory]
    [InlineData("逗号,和\"引号\"")]
    [InlineData("一行\n两行\n\n四行")]
    [InlineData("𠮷野家㐂𪚥，全角；分号|竖线\t制表")]
    [InlineData("=1+1")]
    [InlineData("以点结尾…")]
    public void OddText_ComesBackAsItWasWritten(string text)
    {
        _folder.Append("narrative.csv", $"2023,201,odd,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", "2023,201,after,x");

        var rows = _folder.Read().Dataset["narrative"];

        rows[1].Text("text").ShouldBe(text);
        rows[1].Line.ShouldBe(3);
        rows[2].Line.ShouldBe(4 + text.Count(c => c == '\n'));
    }

    [Fact]
    public void LineEndsWithinACell_BecomeLineFeeds()
    {
        _folder.Append("narrative.csv", "2023,201,odd,\"  一\r\n二\r三  \"");

        _folder.Read().Dataset["narrative"][1].Text("text").ShouldBe("一\n二\n三");
    }

    [Fact]
    public void Members_OfAUnit_AreRowsOfTheirOwn()
    {
        _folder.Write("units.csv",
            "unit_code,unit_name,unit_nature,unit_rank,funding,members\n201,县委办,行政,正科级,财政拨款,\"县委办|行政|正科级|财政拨款；信息中心｜事业\n保密局\"\n"
                + "203,档案馆,事业,,,\n");

        var members = _folder.Read().Dataset[DatasetSchema.MembersTable];

        members.Select(row => string.Join("/", row.Text("unit_code"), row.Text("unit_name"), row.Text("unit_nature"),
            row.Text("unit_rank"), row.Text("funding")))
            .ShouldBe(["201/县委办/行政/正科级/财政拨款", "201/信息中心/事业//", "201/保密局///", "203/档案馆/事业//"]);
    }

    [Theory]
    [InlineData("|行政|正科级|财政拨款")]
    [InlineData("县委办|行政|正科级|财政拨款|多余")]
    public void Members_InTheWrongForm_AreAnErrorOfTheUnit(string members)
    {
        var reading = _folder.Append("units.csv", $"202,县府办,,,,{members}").Read();

        reading.ShouldHaveOnly(Severity.Error, "units.csv", 3, "members", members);
        reading.Dataset[DatasetSchema.MembersTable].Select(row => row.Text("unit_code")).ShouldBe(["201"]);
    }

    [Fact]
    public void CarryOverWithoutFund_OfAUnitWithOneFund_IsOfThatFundWithAWarning()
    {
        var reading = _folder.Append("revenue.csv", "2023,201,2013101,上年结转,7").Read();

        reading.ShouldHaveOnly(Severity.Warning, "revenue.csv", 3, "fund");
        reading.Dataset["revenue"][1].Text("fund").ShouldBe("一般公共预算拨款");
    }

    [Theory]
    [InlineData("2023,201,2013101,政府性基金预算拨款,5")]
    [InlineData("2023,201,2013101,事业收入,5")]
    public void CarryOverWithoutFund_OfAUnitWithSeveralFunds_IsAnError(string otherIncome)
    {
        var reading = _folder.Append("revenue.csv", "2023,201,2013101,上年结转,7", otherIncome).Read();

        reading.ShouldHaveOnly(Severity.Error, "revenue.csv", 3, "fund");
        reading.Dataset["revenue"].Select(row => row.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void CarryOverWithoutFund_OfAYearWithoutOtherIncome_IsAnError() =>
        _folder.Append("revenue.csv", "2022,201,2013101,上年结转,7").Read().ShouldHaveOnly(Severity.Error, "revenue.csv", 3, "fund");

    [Fact]
    public void FundThatContradictsTheSource_IsAnError()
    {
        _folder.Write("revenue.csv",
            "year,unit_code,function_code,source,fund,amount_yuan\n2023,201,2013101,一般公共预算拨款,政府性基金预算拨款,1\n2023,201,2013101,事业收入,单位资金,1\n");

        _folder.Read().ShouldHaveOnly(Severity.Error, "revenue.csv", 2, "fund", "政府性基金预算拨款");
    }

    public void Dispose() => _folder.Dispose();
}
