using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Tests.Support;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Which column is which, by the headings and by the row of 栏次.</summary>
public sealed class FormHeaderTests
{
    [Fact]
    public void HeadingAtTwoDepthsOfOneGroup_Read_IsToldByItsWholePath() =>
        Read(Nested(), _ => { }).ShouldBe([1, 2, 3, 4, 5, 6]);

    /// <summary>With the heading above it renamed, the lower 小计 still is not the upper one.</summary>
    [Fact]
    public void HeadingAtTwoDepths_UnderARenamedGroup_KeepsItsPlace() =>
        Read(Nested(), sheet => sheet.Cells["C2"].Value = "基本").ShouldBe([1, 2, 3, 4, 5, 6]);

    [Fact]
    public void HeadingWithoutAGroupAndWithinOne_Read_AreNotExchanged() =>
        Read(Form([Column("名称"), Column("合计"), Column("基本合计", "合计", "基本支出"), Column("人员", "人员", "基本支出")]), _ => { })
            .ShouldBe([1, 2, 3, 4]);

    /// <summary>The names that a pack gives to text columns are its own affair.</summary>
    [Fact]
    public void ColumnsKnownByNames_InTheRowOf栏次_PrintNoNames()
    {
        var form = Form([Column("项目"), Column("1", "金额"), Column("支出项目", "项目"), Column("2", "金额"), Column("甲", "备注")], true);
        form.Columns.Select(form.NumberOf).ShouldBe(["栏次", "1", "", "2", "甲"]);
        Read(form, sheet =>
        {
            for (var index = 0; index < 5; index++)
                sheet.Cells[2, index + 1].Value = form.NumberOf(form.Columns[index]) is { Length: > 0 } number ? number : null;
        }).ShouldBe([1, 2, 3, 4, 5]);
    }

    /// <summary>A heading above columns and a column of the same name elsewhere are two things: nothing stands twice.</summary>
    [Fact]
    public void HeadingAboveColumns_ThatIsAlsoAColumnElsewhere_IsNotACopyOfIt()
    {
        var form = Form([Column("名称"), Column("财政", "财政拨款", "本年收入"), Column("事业", "事业收入", "本年收入", "单位资金"),
            Column("其他", "其他收入", "本年收入", "单位资金"), Column("结转", "财政拨款", "上年结转结余"), Column("余", "单位资金", "上年结转结余")]);
        var log = new ReadingLog();

        Read(form, _ => { }, log).ShouldBe([1, 2, 3, 4, 5, 6]);

        log.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        Read(form, sheet => sheet.Cells[3, 2].Value = "单位资金", log = new ReadingLog());
        log.Findings.Select(finding => finding.Rule).ShouldContain("STRUCTURE-HEADER");
    }

    /// <summary>A header that was found before is compared each time.</summary>
    [Fact]
    public void HeadingRenamed_InAFormWhoseHeaderIsKnown_IsToldAllTheSame()
    {
        var form = Form([Column("名称"), Column("1", "金额"), Column("2", "其中")]);
        for (var times = 0; times < 3; times++) Read(form, _ => { }).ShouldBe([1, 2, 3]);
        var log = new ReadingLog();

        Read(form, sheet => sheet.Cells["B1"].Value = "数额", log);

        log.Findings.ShouldContain(finding => finding.Rule == "STRUCTURE-HEADER" && finding.Place.Cell == "B1");
        Read(form, sheet => (sheet.Cells["B1"].Value, sheet.Cells["C1"].Value) = ("其中", "金额")).ShouldBe([1, 3, 2]);
    }

    /// <summary>What stands above the headings differs from unit to unit.</summary>
    [Fact]
    public void UnitAboveTheHeadings_DiffersFromTheOneBefore_ColumnsStandWhereTheyDo()
    {
        var form = Form([Column("名称"), Column("1", "金额")]);
        foreach (var unit in (string[])["某局", "另一局", "金额", ""])
        {
            var log = new ReadingLog();
            Read(form, sheet =>
            {
                sheet.InsertRow(1, 1);
                sheet.Cells["A1"].Value = unit;
            }, log).ShouldBe([1, 2], unit);
        }
    }

    private static FormDefinition Nested() => Form([Column("名称"), Column("上", "小计", "预算数"), Column("下", "小计", "预算数", "基本支出"),
        Column("其中", "其中", "预算数", "基本支出"), Column("项目支出", "项目支出", "预算数"), Column("备注")]);

    private static FormColumn Column(string id, string? title = null, params string[] groups) =>
        new() { Id = new ColumnId(id), Title = title ?? id, Kind = CellKind.Text, Groups = groups };

    private static FormDefinition Form(FormColumn[] columns, bool hasNumbers = false) =>
        new(new FormId("甲"), columns, []) { Title = "甲表", Sheet = "甲", PrintsColumnNumbers = hasNumbers };

    private static int[] Read(FormDefinition form, Action<ExcelWorksheet> change, ReadingLog? log = null)
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add(form.Sheet);
        HeaderBuilder.Write(sheet, form, 1);
        sheet.Cells[HeaderBuilder.Depth(form) + 3, 1].Value = "合计";
        change(sheet);
        var flat = Calc.Opened(package.GetAsByteArray()).Sheets[0];
        var slots = new FormSlots(form, new BudgetIdentity("甲", "001", "某局", 2027));
        var header = FormHeader.Find(form, flat, 1, 0, slots, log ?? new ReadingLog()).ShouldNotBeNull();
        return [.. form.Columns.Select(column => header.Columns.GetValueOrDefault(column.Id))];
    }
}
