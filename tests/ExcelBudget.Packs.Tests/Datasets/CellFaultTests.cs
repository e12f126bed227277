using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>Faults of single cells: each with file, line, column, value, and what becomes of the row.</summary>
public sealed class CellFaultTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    [Theory]
    // amounts
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,\"12,3x\"", "amount_yuan", "12,3x", "不是金额")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,约12", "amount_yuan", "约12", "不是金额")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,\"1,2345\"", "amount_yuan", "1,2345", "不是金额")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,12.70 万元", "amount_yuan", "12.70 万元", "填写 127000。")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,0.5亿", "amount_yuan", "0.5亿", "填写 50000000。")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,1.2E+07", "amount_yuan", "1.2E+07", "科学计数法")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,1000000000000000", "amount_yuan", "1000000000000000", "过大")]
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,99999999999999999999999999999999", "amount_yuan", "99999999999999999999999999999999",
        "过大")]
    [InlineData("procurement.csv", "2023,201,P1,椅,A05,把,4把,500,单位资金,2000", "quantity", "4把", "不是数字")]
    // years and dates
    [InlineData("revenue.csv", "1999,201,2013101,其他收入,1", "year", "1999", "2000")]
    [InlineData("revenue.csv", "2101,201,2013101,其他收入,1", "year", "2101", "2100")]
    [InlineData("revenue.csv", "今年,201,2013101,其他收入,1", "year", "今年", "不是年度")]
    [InlineData("revenue.csv", "20231231235959999,201,2013101,其他收入,1", "year", "20231231235959999", "不是年度")]
    [InlineData("narrative.csv", "23,201,duties,文字", "year", "23", "2000")]
    // units
    [InlineData("revenue.csv", "2023,999,2013101,其他收入,1", "unit_code", "999", "units.csv")]
    [InlineData("narrative.csv", "2023,20l,duties,文字", "unit_code", "20l", "是不是“201”？")]
    // codes
    [InlineData("revenue.csv", "2023,201,20131010,其他收入,1", "function_code", "20131010", "3、5、7 位")]
    [InlineData("revenue.csv", "2023,201,201A,其他收入,1", "function_code", "201A", "3、5、7 位")]
    [InlineData("revenue.csv", "2023,201,1.30434E+12,其他收入,1", "function_code", "1.30434E+12", "文本格式")]
    [InlineData("procurement.csv", "2023,201,1.30434E+12,椅,A05,把,4,500,单位资金,2000", "project_code", "1.30434E+12", "文本格式")]
    [InlineData("units.csv", "1.30434E+12,县府办,,,,", "unit_code", "1.30434E+12", "文本格式")]
    // closed lists
    [InlineData("revenue.csv", "2023,201,2013101,一般公共预算,1", "source", "一般公共预算", "是不是“一般公共预算拨款”？")]
    [InlineData("three_public.csv", "2023,201,公务用车运行费,单位资金,1", "item", "公务用车运行费", "是不是“公务用车运行维护费”？")]
    [InlineData("three_public.csv", "2023,201,会议费,单位资金,1", "item", "会议费", "公务接待费")]
    [InlineData("three_public.csv", "2023,201,公务接待费,财政拨款结转,1", "fund", "财政拨款结转", "单位资金")]
    [InlineData("procurement.csv", "2023,201,P1,椅,A05,把,4,500,自筹,2000", "fund", "自筹", "非财政拨款结转结余")]
    // missing values
    [InlineData("revenue.csv", "2023,201,2013101,其他收入,", "amount_yuan", null, "没有填写")]
    [InlineData("revenue.csv", ",201,2013101,其他收入,1", "year", null, "没有填写")]
    [InlineData("indicators.csv", "2023,201,P1,产出指标,数量指标, ,5", "name", null, "没有填写")]
    // references between tables
    [InlineData("indicators.csv", "2023,201,P9,产出指标,数量指标,报告,5", "project_code", "P9", "projects.csv")]
    [InlineData("indicators.csv", "2022,201,P1,产出指标,数量指标,报告,5", "project_code", "P1", "2022")]
    [InlineData("units.csv", "201,又一个单位,,,,", "unit_code", "201", "第 2 行")]
    public void Row_WithAFault_IsReportedAtItsCellAndLeftOut(string file, string row, string column, string? value, string says)
    {
        var before = DatasetReader.Read(_folder.Path).Dataset.Content();

        var reading = _folder.Append(file, row).Read();

        reading.ShouldHaveOnly(Severity.Error, file, 3, column, value).Message.ShouldContain(says);
        reading.Dataset.Content().ShouldBe(before);
    }

    [Theory]
    [InlineData("expenditure.csv", "2023,201,,30101,人员经费,,单位资金,1", "function_code", null, "人员经费")]
    [InlineData("expenditure.csv", "2023,201,2013101,,人员经费,,单位资金,1", "economic_code", null, "人员经费")]
    [InlineData("expenditure.csv", "2023,201,2013101,,公用经费,,单位资金,1", "economic_code", null, "公用经费")]
    [InlineData("expenditure.csv", "2023,201,2013101,3010,人员经费,,单位资金,1", "economic_code", "3010", "3、5 位")]
    [InlineData("expenditure.csv", "2023,201,2013101,3010101,公用经费,,单位资金,1", "economic_code", "3010101", "3、5 位")]
    [InlineData("expenditure.csv", "2023,201,2013101,30101,基本支出,,单位资金,1", "category", "基本支出", "人员经费")]
    [InlineData("projects.csv", "2023,201,P1,重复的项目,5,", "project_code", "P1", "第 2 行")]
    [InlineData("assets.csv", "2022-13-01,201,房屋,1,5", "as_of", "2022-13-01", "不是日期")]
    [InlineData("assets.csv", "去年末,201,房屋,1,5", "as_of", "去年末", "2022-12-31")]
    public void Row_WithAFaultAfterTheFourthLine_IsReportedAtItsCellAndLeftOut(
        string file, string row, string column, string? value, string says)
    {
        var before = DatasetReader.Read(_folder.Path).Dataset.Content();

        var reading = _folder.Append(file, row).Read();

        reading.ShouldHaveOnly(Severity.Error, file, 4, column, value).Message.ShouldContain(says);
        reading.Dataset.Content().ShouldBe(before);
    }

    [Theory]
    [InlineData("\"12,345.60\"", "12345.6")]
    [InlineData("１２３４５", "12345")]
    [InlineData(" 12345 ", "12345")]
    [InlineData("12345.00元", "12345")]
    [InlineData("￥12345", "12345")]
    [InlineData("－5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("(12345.60)", "-12345.6")]
    [InlineData("\"12，345.60\"", "12345.6")]
    [InlineData("'12345", "12345")]
    [InlineData("31802.000000000004", "31802")]
    [InlineData("十二万三千元", "123000")]
    [InlineData("—", "0")]
    [InlineData("不适用", "0")]
    [InlineData("5.125", "5.125")]
    public void Amount_ThatIsMessyButReadable_IsReadWithAWarning(string written, string read)
    {
        var reading = _folder.Append("revenue.csv", $"2023,201,2013101,其他收入,{written}").Read();

        reading.ShouldHaveOnly(Severity.Warning, "revenue.csv", 3, "amount_yuan", written.Trim('"'));
        reading.Dataset["revenue"][1].Text("amount_yuan").ShouldBe(read);
    }

    [Fact]
    public void AmountsWithThousandsSeparators_AreToldOncePerColumn()
    {
        var reading = _folder.Append("revenue.csv", [.. Enumerable.Range(1, 400).Select(_ => "2023,201,2013101,其他收入,\"12,345.60\"")])
            .Read();

        reading.ShouldHaveOnly(Severity.Warning, "revenue.csv", 3, "amount_yuan", "12,345.60")
            .Message.ShouldContain("另有 399 格同样处理（第 4、5、6、7、8 等行）");
        reading.Dataset["revenue"].Skip(1).ShouldAllBe(row => row.Number("amount_yuan") == 12345.6m);
    }

    [Theory]
    [InlineData("\"=\"\"201\"\"\"")]
    [InlineData("=\"201\"")]
    [InlineData("'201")]
    [InlineData("201.0")]
    [InlineData("２０１")]
    [InlineData("2.01E2")]
    public void UnitCode_AsExcelAndProgramsKeepIt_IsThatUnit(string written)
    {
        var reading = _folder.Append("revenue.csv", $"2023,{written},2013101,其他收入,1", $"2023.0,{written},2013101.0,其他收入,2").Read();

        reading.HasErrors.ShouldBeFalse();
        reading.Faults.ShouldAllBe(fault => fault.Severity == Severity.Warning && fault.Line <= 4);
        reading.Dataset.RowsOf("revenue", "201").Count.ShouldBe(3);
        reading.Dataset["revenue"][2].Text("function_code").ShouldBe("2013101");
    }

    [Fact]
    public void UnitsFileWithCodesAsTextFormulas_KnowsItsUnits()
    {
        _folder.Write("units.csv", "unit_code,unit_name\n\"=\"\"201\"\"\",\"=\"\"县委办公室\"\"\"\n");

        var reading = _folder.Read();

        reading.HasErrors.ShouldBeFalse();
        reading.Dataset["units"].ShouldHaveSingleItem().Text("unit_name").ShouldBe("县委办公室");
    }

    [Fact]
    public void RowOfACodeJoinedWithItsName_HoldsUpThatUnit() =>
        _folder.Append("revenue.csv", "2023,201-县委办公室,2013101,其他收入,1").Read().FaultyUnits.ShouldContain("201");

    [Theory]
    [InlineData("-12.5", "-12.5")]
    [InlineData("0", "0")]
    [InlineData("21840.50", "21840.5")]
    public void Amount_InPlainDigits_IsReadWithoutRemark(string written, string read)
    {
        var reading = _folder.Append("revenue.csv", $"2023,201,2013101,其他收入,{written}").Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["revenue"][1]
            .Number("amount_yuan")!.Value.ShouldBe(decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture));
        reading.Dataset["revenue"][1].Text("amount_yuan").ShouldBe(read);
    }

    [Theory]
    [InlineData("2023年")]
    [InlineData("２０２３")]
    public void Year_ThatIsMessyButReadable_IsReadWithAWarning(string written)
    {
        var reading = _folder.Append("revenue.csv", $"{written},201,2013101,其他收入,1").Read();

        reading.ShouldHaveOnly(Severity.Warning, "revenue.csv", 3, "year", written);
        reading.Dataset["revenue"][1].Text("year").ShouldBe("2023");
    }

    [Theory]
    [InlineData("2022/12/31")]
    [InlineData("2022.12.31")]
    [InlineData("2022年12月31日")]
    [InlineData("20221231")]
    public void Date_InACommonForm_BecomesTheSameDay(string written)
    {
        var reading = _folder.Append("assets.csv", $"{written},201,房屋,1,5").Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["assets"][2].Text("as_of").ShouldBe("2022-12-31");
    }

    [Theory]
    [InlineData("44926")]
    [InlineData("2022-12-31 00:00:00")]
    [InlineData("二〇二二年十二月三十一日")]
    public void Date_AsAProgramLeavesIt_IsReadWithAWarning(string written)
    {
        var reading = _folder.Append("assets.csv", $"{written},201,房屋,1,5").Read();

        reading.ShouldHaveOnly(Severity.Warning, "assets.csv", 4, "as_of", written);
        reading.Dataset["assets"][2]["as_of"].Day.ShouldBe(new DateOnly(2022, 12, 31));
    }

    [Theory]
    [InlineData("因公出国(境)费-教学科研", "因公出国（境）费-教学科研")]
    [InlineData("因公出国（境）费—其他", "因公出国（境）费-其他")]
    [InlineData(" 因公出国（境）费 － 其他 ", "因公出国（境）费-其他")]
    public void ThreePublicItem_InAnyWidthOfBracketsAndDashes_IsTheSameItem(string written, string item)
    {
        var reading = _folder.Append("three_public.csv", $"2023,201,{written},单位资金,1").Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["three_public"][1].Text("item").ShouldBe(item);
    }

    [Theory]
    [InlineData("是", "是")]
    [InlineData("true", "是")]
    [InlineData("１", "是")]
    [InlineData("√", "是")]
    [InlineData("否", "否")]
    [InlineData("", "")]
    public void Classified_InItsSpellings_IsYesOrNo(string written, string read)
    {
        _folder.Write("projects.csv", $"year,unit_code,project_code,project_name,amount_yuan,classified\n2023,201,P1,值班,1,{written}\n");

        var reading = _folder.Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["projects"][0].Text("classified").ShouldBe(read);
    }

    [Fact]
    public void ProjectCode_OfAnotherUnitOrYear_IsNoDuplicate()
    {
        _folder.Append("units.csv", "202,县府办,,,,").Append("projects.csv", "2022,201,P1,去年,1,", "2023,202,P1,别家,1,");

        var reading = _folder.Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["projects"].Count.ShouldBe(3);
    }

    [Fact]
    public void Procurement_OfAnUnlistedProject_IsReadWithAWarning()
    {
        var reading = _folder.Append("procurement.csv", "2023,201,P9,椅,A05,把,4,500,财政拨款结转,2000").Read();

        reading.ShouldHaveOnly(Severity.Warning, "procurement.csv", 3, "project_code", "P9");
        reading.Dataset["procurement"].Count.ShouldBe(2);
    }

    [Fact]
    public void YearEndBalance_WithoutFunctionCode_IsSound() =>
        _folder.Append("expenditure.csv", "2023,201,,,年终结转结余,,单位资金,1").Read().Faults.ShouldBeEmpty();

    [Fact]
    public void UnreadableFunctionCode_IsNotAlsoReportedAsMissing() =>
        _folder.Append("expenditure.csv", "2023,201,20,30101,人员经费,,单位资金,1").Read()
            .ShouldHaveOnly(Severity.Error, "expenditure.csv", 4, "function_code", "20");

    [Fact]
    public void CodesWithLeadingZeros_StayText()
    {
        _folder.Append("units.csv", "001201,县府办,,,,").Append("revenue.csv", "2023,001201,2013101,其他收入,1");

        var reading = _folder.Read();

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["revenue"][1].Text("unit_code").ShouldBe("001201");
    }

    [Fact]
    public void LongValue_IsQuotedShortButKeptWholeInTheFault()
    {
        var text = new string('字', 39) + "𠮷" + new string('字', 500);

        var fault = _folder.Append("revenue.csv", $"2023,201,2013101,其他收入,{text}").Read().Faults.ShouldHaveSingleItem();

        fault.Value.ShouldBe(text);
        fault.Message.Length.ShouldBeLessThan(120);
        fault.Message.Any(char.IsSurrogate).ShouldBeFalse();
    }

    [Fact]
    public void EverySpelling_MeansInADatasetWhatTheTableSays()
    {
        var spellings = ExcelBudget.Tests.Spellings.TypedFigure.At('D').Where(spelling => spelling.Means != "blank").ToArray();
        var lines = spellings.Select(
            spelling => $"2023,201,2013101,其他收入,\"{spelling.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        _folder.Write("revenue.csv", DatasetFolder.SoundTables["revenue"].Split('\n')[0] + "\n" + string.Join('\n', lines) + "\n");

        var reading = _folder.Read();

        var read = reading.Dataset["revenue"].ToDictionary(row => row.Line, row => row.Number("amount_yuan"));
        var faults = reading.Faults.Where(fault => fault.Severity == Severity.Error)
            .ToDictionary(fault => fault.Line!.Value, fault => fault.Message);
        var line = 2;
        foreach (var spelling in spellings)
        {
            var yuan = spelling.Means == "nothing" ? 0m : spelling.InYuan(1m);
            // an amount in 万元 is refused in a column of yuan; the advice names the same amount
            var isRefused = !read.ContainsKey(line);
            if (!isRefused) read[line].ShouldBe(yuan, spelling.Text);
            else if (yuan is { } known && spelling.Problem == Domain.Spelling.FigureProblem.None)
                faults[line].ShouldContain($"填写 {Domain.Money.Figures.Plain(known)}。", customMessage: spelling.Text);
            (isRefused && yuan is null || spelling.Means == "nothing" || yuan is not null).ShouldBeTrue(spelling.Text);
            line += 1 + spelling.Text.Count(symbol => symbol == '\n');
        }
    }

    public void Dispose() => _folder.Dispose();
}
