using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Starting;

namespace ExcelBudget.Worker.Tests.County;

public sealed class CountyReaderTests : IDisposable
{
    private static readonly HashSet<string> Packs = ["hebei", "qinghai"];
    private readonly TempFolder _temp = new();
    private readonly CountyFile _file;

    public CountyReaderTests() => _file = new CountyFile(_temp);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void County_AsCsv_HasItsDepartmentsUnitsAndSteps()
    {
        var reading = CountyReader.Read(_file.Write(), Packs);
        reading.Faults.ShouldBeEmpty();
        var county = reading.Register!;
        county.Name.ShouldBe("某某县");
        county.Issuer.ShouldBe("某某县财政局");
        county.DepartmentOf("201002")!.Folder.ShouldBe("201 财政局");
        county.Units.ShouldAllBe(unit => unit.Pack == "hebei");
        county.ContactOf(county.Unit("101001")!).ShouldBe(("王秀兰", "001"));
        county.Steps.Select(step => step.Name).ShouldBe(["一上", "二上"]);
    }

    [Fact]
    public void Dates_OfADepartmentWithItsOwn_TakeTheRestFromTheCounty()
    {
        var step = CountyReader.Read(_file.Write(), Packs).Register!.Step("一上")!;
        step.For("201").ShouldBe(step.Dates with { Due = new DateOnly(2023, 9, 26) });
        step.For("101").Due.ShouldBe(new DateOnly(2023, 9, 20));
        step.For("101").DaysLate(new DateOnly(2023, 9, 23)).ShouldBe(3);
        step.For("101").RemindsOn(new DateOnly(2023, 9, 17)).ShouldBeTrue();
        step.For("101").RemindsOn(new DateOnly(2023, 9, 18)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2023-08-31", null)]
    [InlineData("2023-09-01", "一上")]
    [InlineData("2023-11-09", "一上")]
    [InlineData("2023-11-10", "二上")]
    public void Day_BelongsToTheStep_ThatOpenedLast(string day, string? step) =>
        CountyReader.Read(_file.Write(), Packs).Register!
            .StepOn(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), "101")?.Name.ShouldBe(step);

    [Fact]
    public void Example_OfCountyInit_IsReadWithoutAFault()
    {
        var path = _temp.Write("名册.xlsx", new CountyBook(["hebei"]).Example("hebei", 2026));
        var reading = CountyReader.Read(path, Packs);
        reading.Faults.ShouldBeEmpty();
        // a suspended unit is none
        reading.Register!.Units.Count.ShouldBe(6);
        reading.Register.Step("一上")!.HasLetter.ShouldBeTrue();
    }

    [Fact]
    public void EmptyWorkbook_OfCountyInit_AsksForWhatIsMissing_WithTheCell()
    {
        var path = _temp.Write("名册.xlsx", new CountyBook(["hebei"]).Empty("hebei"));
        var reading = CountyReader.Read(path, Packs);
        reading.Register.ShouldBeNull();
        reading.Faults.ShouldContain(fault => fault.Message.StartsWith("名册.xlsx›日程 第 2 行 开放日期（C2）：没有填写"));
        reading.Faults.ShouldContain(fault => fault.Message.Contains("没有填写“县区名称”"));
    }

    [Fact]
    public void UnitOfAnUnknownDepartment_IsLeftOut_AndTheOthersStay()
    {
        _file.Units += "301001,图书馆,301\n201002,重复的,201\n";
        var reading = CountyReader.Read(_file.Write(), Packs);
        reading.Register!.Units.Count.ShouldBe(3);
        reading.Faults.Select(fault => (fault.File, fault.Line, fault.Column)).ShouldBe([("单位.csv", 5, "部门编码"), ("单位.csv", 6, "单位编码")]);
    }

    [Theory]
    [InlineData("一上,,2023-09-20,2023-09-01,", "截止日期")]
    [InlineData("一上,,2023-09-01,九月底,", "截止日期")]
    [InlineData("一上,101,2023-09-01,2023-09-20,", "环节")]
    [InlineData("一上,,2023-09-01,2023-09-20,下周", "提前几天提醒")]
    public void Calendar_ThatCannotBeKept_IsAnErrorAtItsColumn(string row, string column)
    {
        _file.Calendar = $"环节,部门编码,开放日期,截止日期,提前几天提醒\n{row}\n";
        CountyReader.Read(_file.Write(), Packs).Faults.ShouldContain(fault => fault.Column == column && fault.Line == 2);
    }

    [Fact]
    public void Cron_ThatIsNone_IsToldAndNotKept()
    {
        _file.Calendar = "环节,开放日期,截止日期,定时\n一上,2023-09-01,2023-09-20,每天八点\n二上,2023-11-01,2023-11-20,0 0 8 * * ?\n";
        var reading = CountyReader.Read(_file.Write(), Packs);
        reading.Faults.Single().Column.ShouldBe("定时");
        reading.Register!.Steps.Select(step => step.Cron).ShouldBe([null, "0 0 8 * * ?"]);
    }

    [Fact]
    public void Pack_ThatDoesNotExist_IsNamedWithThoseThatDo()
    {
        _file.Settings = "项目,内容\n县区名称,某某县\n预算年度,二〇二四\n表样包,hubei\n";
        var reading = CountyReader.Read(_file.Write(), Packs);
        reading.Register.ShouldBeNull();
        reading.Faults.ShouldContain(fault => fault.Message.Contains("“hubei” 没有这个表样包。现有：hebei、qinghai"));
        reading.Faults.Count(fault => fault.Severity == Severity.Error).ShouldBe(2);
    }

    [Fact]
    public void EnglishNames_OfFilesAndHeadings_AreReadLikeTheChinese()
    {
        _temp.Write("county/settings.csv", "item,value\n县区名称,某某县\n预算年度,2024\n表样包,hebei\n");
        _temp.Write("county/departments.csv", "department_code,department_name\n101,人大办\n");
        _temp.Write("county/units.csv", "unit_code,unit_name,department_code,level\n101001,人大办本级,101,1\n");
        _temp.Write("county/calendar.csv", "step,opens,due\n一上,2023/9/1,2023-09-20\n");
        var reading = CountyReader.Read(_temp.In("county"), Packs);
        reading.HasErrors.ShouldBeFalse();
        reading.Register!.Units.Single().Level.ShouldBe("一级");
    }
}
