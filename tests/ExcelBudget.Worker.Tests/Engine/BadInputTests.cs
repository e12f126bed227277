using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>Whatever is dropped gets its verdict or its finding, with the place and what to do; never an exception.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, byte[]> Unreadable() => new()
    {
        { "not_a_workbook", Encoding.UTF8.GetBytes("单位,金额\n201,12.70\n") },
        { "not_a_workbook", [] },
        { "old_binary_format", Compound("Workbook") },
        { "encrypted", Compound("EncryptedPackage") },
        { "damaged", RealEngine.File("clean")[..^400] },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void FileThatIsNoReadableWorkbook_GetsItsReason(string reason, byte[] content)
    {
        var report = RealEngine.Check(content);
        report.Verdict.ShouldBe(Verdict.Unreadable);
        report.Reason!.Code.ShouldBe(reason);
        report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void WorkbookOfAnotherPack_IsNotOurTemplate()
    {
        var desk = RealEngine.Desk("clean").WithoutNames().WithoutProperties()
            .WithoutSheets(sheet => sheet.Visibility != SheetVisibility.Visible);
        foreach (var sheet in desk.Book.Sheets)
        {
            foreach (var cell in sheet.Cells.Where(cell => cell.Text.Contains("表样 hebei", StringComparison.Ordinal)))
            {
                desk = desk.Text(new Place(sheet.Name, cell.Reference.ToString()),
                    cell.Text.Replace("hebei", "henan", StringComparison.Ordinal));
            }
        }

        var reason = RealEngine.Check(desk).Reason;
        reason.ShouldBe(UnreadableReason.WrongTemplate);
        reason!.Sentence.ShouldContain("表样包“henan”");
    }

    [Fact]
    public void WorkbookWithoutAnyForm_IsNotOurTemplate() =>
        RealEngine.Check(new Desk(new FlatWorkbook([new FlatSheet("工资表", [FlatCell.OfText(1, 1, "姓名"), FlatCell.OfNumber(2, 2, 12.7m)])],
            [], new Dictionary<string, string>()))).Reason.ShouldBe(UnreadableReason.WrongTemplate);

    [Fact]
    public void WorkbookOfALaterPackVersion_IsOfAnUnknownVersion()
    {
        var desk = RealEngine.Desk("clean");
        var properties = desk.Book.CustomProperties.ToDictionary(pair => pair.Key,
            pair => pair.Value.Replace("EB1|hebei|1|", "EB1|hebei|99|", StringComparison.Ordinal));
        RealEngine.Check(new Desk(desk.Book with { CustomProperties = properties })).Reason.ShouldBe(UnreadableReason.UnknownVersion);
    }

    [Fact]
    public void FormDeleted_IsAMissingSheetThatNamesTheForm()
    {
        var sheet = RealEngine.At("clean", "T5", "201", "3").Sheet!;
        var finding = Only(RealEngine.Check(RealEngine.Desk("clean").WithoutSheets(other => other.Name == sheet)), Category.MissingSheet);
        finding.Severity.ShouldBe(Severity.Error);
        finding.Place.Address!.Value.Form.Value.ShouldBe("T5");
        finding.Message.ShouldContain("部门预算一般公共预算财政拨款支出表");
    }

    [Fact]
    public void FormDeleted_ItsRulesAreListedAsNotChecked()
    {
        var sheet = RealEngine.At("clean", "T5", "201", "3").Sheet!;
        RealEngine.Check(RealEngine.Desk("clean").WithoutSheets(other => other.Name == sheet)).Unchecked
            .ShouldContain(rule => rule.Reason.Contains("部门预算一般公共预算财政拨款支出表", StringComparison.Ordinal));
    }

    [Fact]
    public void HeaderRenamed_IsToldAndItsFiguresAreStillRead()
    {
        var desk = RealEngine.Desk("clean");
        var sheet = desk.Sheet(RealEngine.At("clean", "T3", "201", "4").Sheet!);
        var header = sheet.Cells.First(cell => cell.Text == "基本支出");
        desk = desk.Text(new Place(sheet.Name, header.Reference.ToString()), "基本的支出");
        var finding = Only(RealEngine.Check(desk), Category.StructureChanged);
        finding.Severity.ShouldBe(Severity.Warning);
        (finding.Expected.Told(), finding.Actual.Told()).ShouldBe(("基本支出", "基本的支出"));
        finding.Place.Address.ShouldBe(new CellAddress("T3", null!, "4"));
        RealEngine.Read(desk).Budget.ShouldBe(RealEngine.BudgetOf("clean"));
    }

    [Theory]
    [InlineData("12.70 万元", "12.7")]
    [InlineData("１２．７０", "12.7")]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("127000元", "12.7")]
    [InlineData("—", null)]
    public void AmountTypedAsText_IsReadAndCalledMessy(string text, string? read)
    {
        var at = RealEngine.At("clean", "T3", "2013102", "5");
        var report = RealEngine.Check(RealEngine.Desk("clean").Text(at, text));
        var finding = Only(report, Category.MessyValue);
        finding.Place.ShouldBe(at);
        // relations say that another figure was meant: that is the one right value, and how the text was read stands in the sentence
        (finding.Actual.Told(), finding.Expected.Told()).ShouldBe((text, read is null ? null : "325.70"));
        finding.Message.ShouldContain(read is null ? "没有金额" : $"读作 {read}");
        report.Findings.Count(other => other.Place == at && other.Severity == Severity.Error).ShouldBeLessThanOrEqualTo(1);
        report.Changes.ShouldHaveSingleItem().After.ShouldBe(read ?? "");
    }

    [Theory]
    [InlineData("约12")]
    [InlineData("待定")]
    [InlineData("12.7.0")]
    [InlineData("12-13")]
    public void AmountThatIsNoNumber_IsInvalidAndItsRulesAreNotChecked(string text)
    {
        var at = RealEngine.At("clean", "T3", "2013102", "5");
        var report = RealEngine.Check(RealEngine.Desk("clean").Text(at, text));
        var finding = Only(report, Category.FormatInvalid);
        finding.Severity.ShouldBe(Severity.Error);
        finding.Place.ShouldBe(at);
        finding.Actual.Told().ShouldBe(text);
        report.Unchecked.ShouldContain(rule => rule.Reason.Contains(at.Cell!, StringComparison.Ordinal));
        report.Findings.Count(other => other.Place == at).ShouldBe(1);
        report.Changes.ShouldHaveSingleItem().After.ShouldBe(text);
    }

    [Theory]
    [InlineData("2013199999", Category.UnknownCode)]
    [InlineData("2013177", Category.UnknownCode)]
    public void CodeThatDoesNotExist_IsToldAtItsCell(string code, string category)
    {
        var at = RealEngine.At("clean", "T3", "2013102", "1");
        var report = RealEngine.Check(RealEngine.Desk("clean").Text(at, code));
        report.Findings.Where(finding => finding.Category == category).ShouldHaveSingleItem().Place
            .ShouldBe(at with { Address = new CellAddress("T3", code, "1") });
    }

    [Fact]
    public void CodeTwice_IsToldAtTheSecond()
    {
        var at = RealEngine.At("clean", "T3", "2013102", "1");
        var report = RealEngine.Check(RealEngine.Desk("clean").Text(at, "2013101"));
        var finding = report.Findings.Where(finding => finding.Category == Category.DuplicateCode).ShouldHaveSingleItem();
        finding.Place.Cell.ShouldBe(at.Cell);
        finding.Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void NegativeAmount_IsToldAtItsCell()
    {
        var at = RealEngine.At("clean", "T3", "2013102", "5");
        var report = RealEngine.Check(RealEngine.Desk("clean").Number(at, -3m));
        report.Findings.Where(finding => finding.Category == Category.NegativeAmount).ShouldHaveSingleItem().Place.ShouldBe(at);
    }

    [Theory]
    [InlineData("2013102", "5")]
    [InlineData("201", "3")]
    public void ErrorValue_InAnEnteredOrComputedCell_IsToldOnce(string row, string column)
    {
        var at = RealEngine.At("clean", "T3", row, column);
        var report = RealEngine.Check(RealEngine.Desk("clean").Error(at, "#REF!"));
        var finding = report.Findings.Where(finding => finding.Place == at).ShouldHaveSingleItem();
        (finding.Category, finding.Severity, finding.Actual.Told()).ShouldBe((Category.FormatInvalid, Severity.Error, "#REF!"));
        report.Verdict.ShouldBe(Verdict.Returned);
    }

    [Theory]
    [InlineData("12.5+3", "15.5")]
    [InlineData("ROUND(10/3,2)", "3.33")]
    [InlineData("SUM(E4:E5)*0+7", "7")]
    public void FormulaTypedIntoAnEnteredCell_IsEvaluated(string formula, string value)
    {
        var at = RealEngine.At("clean", "T3", "2013102", "5");
        RealEngine.Check(RealEngine.Desk("clean").Formula(at, formula)).Changes.ShouldHaveSingleItem().After.ShouldBe(value);
    }

    [Theory]
    [InlineData("VLOOKUP(\"没有\",A:C,3,0)", Category.FormatInvalid, Severity.Error)]
    [InlineData("TODAY()-45000", Category.FormatInvalid, Severity.Error)]
    [InlineData("SQRT(2)", Category.FormatInvalid, Severity.Error)]
    [InlineData("VLOOKUP(B9,[1]Sheet1!A:C,3,0)", Category.ExternalContent, Severity.Error)]
    [InlineData("'[测算.xlsx]Sheet1'!B3", Category.ExternalContent, Severity.Error)]
    public void FormulaThatCannotBeEvaluated_IsToldAndItsRulesAreNotChecked(string formula, string category, Severity severity)
    {
        var at = RealEngine.At("clean", "T3", "2013102", "5");
        var report = RealEngine.Check(RealEngine.Desk("clean").Formula(at, formula));
        var finding = report.Findings.Where(finding => finding.Place == at).ShouldHaveSingleItem();
        (finding.Category, finding.Severity).ShouldBe((category, severity));
        report.Unchecked.ShouldContain(rule => rule.Reason.Contains(at.Cell!, StringComparison.Ordinal));
    }

    [Fact]
    public void TotalOverwrittenByItsOwnValue_IsOnlyInformation()
    {
        var at = RealEngine.At("clean", "T3", "201", "5");
        var shown = RealEngine.Desk("clean").Sheet(at.Sheet!).Cells.Single(cell => cell.Reference.ToString() == at.Cell).Number!.Value;
        var report = RealEngine.Check(RealEngine.Desk("clean").Number(at, shown));
        var finding = Only(report, Category.FormulaOverwritten);
        (finding.Place, finding.Severity).ShouldBe((at, Severity.Info));
        report.Verdict.ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("T3", "201", "5")]
    [InlineData("T3", "合计", "3")]
    [InlineData("T1", "32", "2")]
    [InlineData("T4", "37", "2")]
    [InlineData("T9", "2", "2")]
    [InlineData("T6", "301", "4")]
    public void TotalOverwrittenByAnotherValue_IsNamedByAnError(string form, string row, string column)
    {
        var at = RealEngine.At("clean", form, row, column);
        var report = RealEngine.Check(RealEngine.Desk("clean").Number(at, 9_999.99m));
        report.Findings.ShouldContain(finding => finding.Severity == Severity.Error && finding.Related.Append(finding.Place).Contains(at));
        report.Findings.Where(finding => finding.Place == at).GroupBy(finding => finding.Message).ShouldAllBe(group => group.Count() == 1);
    }

    [Theory]
    [InlineData("T1", "12", "2")]
    [InlineData("T1", "31", "4")]
    [InlineData("T4", "34", "5")]
    public void AmountTypedWhereTheFormIsBlank_IsAnErrorAtThatCell(string form, string row, string column)
    {
        var desk = RealEngine.Desk("clean");
        var visible = new Place(desk.Sheet(RealEngine.Book.Pack[new FormId(form)].Sheet).Name);
        var sheet = desk.Sheet(visible.Sheet!);
        var numbers = sheet.Cells.First(cell => cell.Text == "栏次");
        var line = sheet.Cells.First(cell => cell.Row > numbers.Row && cell.Column == numbers.Column && cell.Text == row).Row;
        var at = new Place(sheet.Name, new CellReference(line, sheet.Row(numbers.Row).ToArray().First(cell => cell.Text == column).Column)
            .ToString(), new CellAddress(form, row, column));
        var finding = Only(RealEngine.Check(desk.Number(at, 5m)), Category.StructureChanged);
        (finding.Place, finding.Severity).ShouldBe((at, Severity.Error));
        finding.Message.ShouldStartWith("此处不应填数");
    }

    [Fact]
    public void AmountInARowWithoutCode_IsAnErrorAtThatCell()
    {
        var at = RealEngine.At("clean", "T3", "2013102", "5");
        var code = RealEngine.At("clean", "T3", "2013102", "1");
        var finding = Only(RealEngine.Check(RealEngine.Desk("clean").Cleared(code)), Category.StructureChanged);
        finding.Place.Cell.ShouldBe(at.Cell);
    }

    [Fact]
    public void FormOfAnotherUnit_CopiedIn_IsAMismatchToldOnce()
    {
        var other = RealEngine.Desk("full");
        var sheet = RealEngine.At("clean", "T9", "9", "3").Sheet!;
        var finding = Only(RealEngine.Check(RealEngine.Desk("clean").WithSheet(other.Sheet(sheet))), Category.IdentityMismatch);
        finding.Place.Sheet.ShouldBe(sheet);
        finding.Place.Address!.Value.Form.Value.ShouldBe("T9");
        finding.Message.ShouldContain("305001");
    }

    /// <summary>The one finding of a category; every finding of the report also has a place and says what to do.</summary>
    private static Finding Only(CheckReport report, string category)
    {
        report.Findings.ShouldAllBe(
            finding => finding.Place.Sheet != null || finding.Category == Category.MissingSheet || finding.Place.Address != null);
        return report.Findings.Where(finding => finding.Category == category).ShouldHaveSingleItem();
    }

    /// <summary>A compound file with one stream beside the root, as Excel before 2007 and its encryption write them.</summary>
    private static byte[] Compound(string stream)
    {
        var file = new byte[512 * 4];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        void Number(int at, int value) => BitConverter.TryWriteBytes(file.AsSpan(at), value);
        (file[24], file[26], file[28], file[29], file[30], file[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        (int At, int Value)[] header = [(44, 1), (48, 1), (56, 4096), (60, -2), (68, -2), (76, 0)];
        foreach (var (at, value) in header) Number(at, value);
        for (var at = 80; at < 512; at += 4) Number(at, -1);
        for (var at = 512; at < 1024; at += 4) Number(at, -1);
        Number(512, -3);
        Number(516, -2);
        Entry(file, 1024, "Root Entry", 5, child: 1);
        Entry(file, 1152, stream, 2, child: -1);
        return file;
    }

    private static void Entry(byte[] file, int at, string name, byte kind, int child)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        (file[at + 64], file[at + 66], file[at + 67]) = ((byte)((name.Length * 2) + 2), kind, 1);
        foreach (var (offset, value) in new[] { (68, -1), (72, -1), (76, child),
            (116, -2) }) BitConverter.TryWriteBytes(file.AsSpan(at + offset), value);
    }
}
