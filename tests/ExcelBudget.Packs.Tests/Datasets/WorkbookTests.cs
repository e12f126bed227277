using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>A dataset in one xlsx: the same rows as from CSV, and the faults only a workbook can have.</summary>
public sealed class WorkbookTests : IDisposable
{
    private const string Assets = "数据.xlsx›assets";

    private readonly DatasetFolder _folder = new();

    private string Book => Path.Combine(_folder.Path, "数据.xlsx");

    [Fact]
    public void Workbook_WithTypedCells_IsReadLikeTheCsvFiles()
    {
        var sheets = Sound();
        sheets["revenue"][1] = [2023, 201, 2013101, "一般公共预算拨款", 6342900.5];
        sheets["assets"][1] = [SheetCell.Day(2022, 12, 31), "201", "车辆", 7, SheetCell.Number(1567800, SheetStyle.Thousands)];

        var reading = Read(sheets);

        reading.Faults.ShouldBeEmpty();
        reading.Dataset.Content().ShouldBe(_folder.Read().Dataset.Content());
        var row = reading.Dataset["revenue"][0];
        (row.File, row.Line).ShouldBe(("数据.xlsx›revenue", 2));
    }

    [Fact]
    public void Header_InTheFirstFilledRow_KeepsTheSheetsRowNumbers()
    {
        var sheets = Sound();
        sheets["Assets"] = [null, null, sheets["assets"][0], null, ["2022-12-31", "201", "车辆", 7, 1], null, ["去年", "201", "房屋", 7, 1]];
        sheets.Remove("assets");

        var reading = Read(sheets);

        reading.ShouldHaveOnly(Severity.Error, "数据.xlsx›Assets", 7, "as_of", "去年");
        reading.Dataset["assets"].ShouldHaveSingleItem().Line.ShouldBe(5);
    }

    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(33333.33 + 66666.670000000013, "100000")]
    [InlineData(123456789012.34, "123456789012.34")]
    [InlineData(21840, "21840")]
    public void Amount_StoredAsADouble_IsReadWithoutNoise(double stored, string read)
    {
        var sheets = Sound();
        sheets["assets"][1] = ["2022-12-31", "201", "车辆", 7, stored];

        var reading = Read(sheets);

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["assets"][0].Text("amount_yuan").ShouldBe(read);
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    public void FormulaError_IsAnErrorOfItsCell(string error) => ShouldRefuseAmount(SheetCell.Error(error), error, "公式错误");

    [Fact]
    public void FormulaThatWasNeverCalculated_IsAnErrorAndNotABlank() => ShouldRefuseAmount(SheetCell.NotCalculated(), null, "没有计算结果");

    [Fact]
    public void AmountFormattedAsADate_IsAnError() => ShouldRefuseAmount(SheetCell.Day(1905, 6, 30), "1905-06-30", "日期格式");

    [Fact]
    public void AmountBeyondReason_IsAnError() => ShouldRefuseAmount(1e300, "1E+300", "科学计数法");

    [Fact]
    public void FormulaWithAResult_IsReadAsTheResult()
    {
        var sheets = Sound();
        sheets["assets"][1] = ["2022-12-31", "201", "车辆", SheetCell.EmptyResult(), SheetCell.Calculated(12.5)];

        var row = Read(sheets).Dataset["assets"][0];

        (row.Number("quantity"), row.Number("amount_yuan")).ShouldBe((null, 12.5m));
    }

    [Fact]
    public void CodeStoredAsANumberWithTooManyDigits_IsAnErrorThatAsksForText()
    {
        var sheets = Sound();
        sheets["projects"][1] = [2023, "201", 1304340000000000123d, "值班", 1];
        sheets["indicators"] = [];

        var fault = Read(sheets).Faults.First(fault => fault.Column == "project_code");

        (fault.Severity, fault.File, fault.Line).ShouldBe((Severity.Error, "数据.xlsx›projects", 2));
        fault.Message.ShouldContain("文本格式");
    }

    [Fact]
    public void CodeStoredAsANumber_IsWrittenWithoutDecimalsAndWithTheZerosItsFormatShows()
    {
        var sheets = Sound();
        sheets["units"] = [["unit_code", "unit_name"], ["201", "县委办"], [SheetCell.Number(1201, SheetStyle.SixDigits), "县府办"]];
        sheets["assets"][1] = ["2022-12-31", SheetCell.Number(1201, SheetStyle.SixDigits), "车辆", 7, 1];

        var reading = Read(sheets);

        reading.Faults.ShouldBeEmpty();
        reading.Dataset["assets"][0].Text("unit_code").ShouldBe("001201");
    }

    [Fact]
    public void TargetTypedAsAPercentage_IsReadAsItIsShown()
    {
        var sheets = Sound();
        sheets["indicators"][1] = [2023, "201", "P1", "产出指标", "质量指标", "合格率", SheetCell.Number(0.95, SheetStyle.Percent)];

        Read(sheets).Dataset["indicators"][0].Text("target").ShouldBe("95%");
    }

    [Fact]
    public void TruthValue_IsReadAsYes()
    {
        var sheets = Sound();
        sheets["projects"] =
        [
            ["year", "unit_code", "project_code", "project_name", "amount_yuan", "classified"],
            [2023, "201", "P1", "值班", 1, SheetCell.Truth(true)],
        ];

        Read(sheets).Dataset["projects"][0].Text("classified").ShouldBe("是");
    }

    [Fact]
    public void OddText_ComesBackAsItWasWritten()
    {
        const string text = "逗号,“引号\"\n第二行 <标记> & 𠮷野家";
        var sheets = Sound();
        sheets["narrative"][1] = [2023, "201", "duties", text];

        Read(sheets).Dataset["narrative"][0].Text("text").ShouldBe(text);
    }

    [Fact]
    public void NoteBesideTheTable_IsAWarningAndTheRowIsRead()
    {
        var sheets = Sound();
        sheets["assets"][1] = ["2022-12-31", "201", "车辆", 7, 1, null, "待核对"];

        var reading = Read(sheets);

        reading.ShouldHaveOnly(Severity.Warning, Assets, 2, null, "待核对");
        reading.Dataset["assets"].Count.ShouldBe(2);
    }

    [Fact]
    public void SheetThatIsNoTable_IsAWarningUnlessEmpty()
    {
        var sheets = Sound();
        sheets["Sheet1"] = [];
        sheets["说明"] = [["填表说明"]];

        Read(sheets).ShouldHaveOnly(Severity.Warning, "数据.xlsx›说明", null, null);
    }

    [Fact]
    public void RequiredSheet_ThatIsMissing_IsAnError()
    {
        var sheets = Sound();
        sheets.Remove("revenue");

        Read(sheets).ShouldHaveOnly(Severity.Error, "数据.xlsx›revenue", null, null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("不是工作簿")]
    [InlineData("PK\u0003\u0004 truncated")]
    public void FileThatIsNoWorkbook_IsTheOnlyFault(string content)
    {
        _folder.Write("数据.xlsx", content);

        DatasetReader.Read(Book).ShouldHaveOnly(Severity.Error, "数据.xlsx", null, null).Message.ShouldContain("另存为");
    }

    [Fact]
    public void EncryptedOrOldWorkbook_IsTheOnlyFault()
    {
        _folder.Write("数据.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]]);

        DatasetReader.Read(Book).ShouldHaveOnly(Severity.Error, "数据.xlsx", null, null).Message.ShouldContain("加密");
    }

    [Fact]
    public void StrictWorkbook_IsReadLikeAnyOther()
    {
        TestWorkbook.Write(Book, Sound(), strict: true);

        var reading = DatasetReader.Read(Book);

        reading.Faults.ShouldBeEmpty();
        reading.Dataset.Content().ShouldBe(Read(Sound()).Dataset.Content());
    }

    [Fact]
    public void WorkbookHeldOpenByExcel_IsReadAllTheSame()
    {
        TestWorkbook.Write(Book, Sound());
        using var excel = new FileStream(Book, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        DatasetReader.Read(Book).Faults.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldRefuseAmount(SheetCell amount, string? value, string says)
    {
        var sheets = Sound();
        sheets["assets"][1] = ["2022-12-31", "201", "车辆", 7, amount];

        var reading = Read(sheets);

        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Severity, fault.File, fault.Line, fault.Column).ShouldBe((Severity.Error, Assets, 2, "amount_yuan"));
        if (value is not null) fault.Value.ShouldBe(value);
        fault.Message.ShouldContain(says);
        reading.Dataset["assets"].ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    private DatasetReading Read(Dictionary<string, SheetCell?[]?[]> sheets)
    {
        TestWorkbook.Write(Book, sheets);
        return DatasetReader.Read(Book);
    }

    /// <summary>The sound dataset, every cell as text.</summary>
    private static Dictionary<string, SheetCell?[]?[]> Sound() =>
        DatasetFolder.SoundTables.ToDictionary(table => table.Key, table => Rows(table.Value));

    private static SheetCell?[]?[] Rows(string csv)
    {
        using var reader = CsvHelper.CsvReader.FromText(csv, new CsvHelper.CsvReaderOptions { HasHeader = false });
        var rows = new List<SheetCell?[]?>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)
                .Select(text => text.Length == 0 ? null : SheetCell.Text(text))]);
        }

        return [.. rows];
    }
}
