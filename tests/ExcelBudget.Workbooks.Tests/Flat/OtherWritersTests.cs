using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Flat;

public sealed class OtherWritersTests
{
    [Fact]
    public void Workbook_WrittenByEPPlus_ReadsAsWritten()
    {
        var book = Read(Sample());
        book.Sheets.Select(s => (s.Name, s.Visibility)).ShouldBe([("收支总表", SheetVisibility.Visible), ("字典", SheetVisibility.Hidden)]);
        var sheet = book.Sheets[0];
        sheet[1, 1]!.Text.ShouldBe("部门预算收支总表");
        sheet.MergedTopLeft(1, 4).ShouldBe(new CellReference(1, 1));
        sheet[2, 2]!.Number.ShouldBe(2041.42m);
        sheet[3, 2]!.Number.ShouldBe(31.802m);
        sheet[4, 2]!.Formula.ShouldBe("SUM(B2:B3)");
        sheet[4, 2]!.HasCachedValue.ShouldBeFalse();
        (sheet[5, 2]!.Formula, sheet[6, 2]!.Formula, sheet[7, 2]!.Formula).ShouldBe(("B2*2", "B3*2", "B4*2"));
        sheet[8, 1]!.Text.ShouldBe("  甲\n乙 <&> \u0001");
        sheet[9, 1]!.Text.ShouldBe("=1+1");
        sheet[10, 1]!.Kind.ShouldBe(FlatCellKind.Boolean);
        sheet.Cells.Count.ShouldBe(11);
        sheet.IsRowHidden(9).ShouldBeTrue();
        sheet.IsColumnHidden(6).ShouldBeTrue();
        book.CustomProperties["unit"].ShouldBe("201");
        book.Names.Select(n => (n.Name, n.Sheet, n.Hidden)).ShouldBe([("T1.总计", null, true)]);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Workbook_SavedByLibreOffice_ReadsLikeTheOriginal()
    {
        var original = Read(Sample());
        var saved = Read(LibreOffice.Converted([Sample()], "xlsx", "xlsx")[0]);
        foreach (var (before, after) in original.Sheets.Zip(saved.Sheets))
        {
            after.Name.ShouldBe(before.Name);
            after.Visibility.ShouldBe(before.Visibility);
            after.Merges.ShouldBe(before.Merges);
            // LibreOffice turns TRUE into the formula TRUE()
            after.Cells.Select(c => (c.Reference, c.Kind == FlatCellKind.Boolean ? null : c.Formula))
                .ShouldBe(before.Cells.Select(c => (c.Reference, c.Formula)));
            foreach (var cell in before.Cells.Where(c => c.HasCachedValue))
            {
                after[cell.Row, cell.Column]!.Kind.ShouldBe(cell.Kind, cell.Reference.ToString());
                if (cell.Number is { } number) after[cell.Row, cell.Column]!.Number.ShouldBe(number);
            }
        }
        // LibreOffice computes what had no result
        saved.Sheets[0][4, 2]!.Number.ShouldBe(2041.42m + 31.802m);
        saved.CustomProperties["unit"].ShouldBe("201");
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("xls", "old_binary_format")]
    [InlineData("ods", "not_a_workbook")]
    [InlineData("pdf", "not_a_workbook")]
    [InlineData("html", "not_a_workbook")]
    public void Workbook_SavedInAnotherFormat_IsRefusedByContent(string format, string reason) =>
        WorkbookGuard.Open(LibreOffice.Converted([Sample()], "xlsx", format)[0]).Reason!.Code.ShouldBe(reason);

    private static FlatWorkbook Read(byte[] file)
    {
        var result = WorkbookGuard.Open(file);
        result.IsReadable.ShouldBeTrue(result.Detail);
        return result.Package!.Content;
    }

    private static byte[] Sample()
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add("收支总表");
        sheet.Cells["A1"].Value = "部门预算收支总表";
        sheet.Cells["A1:E1"].Merge = true;
        sheet.Cells["B2"].Value = 2041.42m;
        sheet.Cells["B3"].Value = 31.802000000000003;
        sheet.Cells["B4"].Formula = "SUM(B2:B3)";
        sheet.Cells["B5:B7"].Formula = "B2*2";
        sheet.Cells["A8"].Value = "  甲\n乙 <&> \u0001";
        sheet.Cells["A9"].Value = "=1+1";
        sheet.Cells["A10"].Value = true;
        sheet.Cells["C11"].Value = "#";
        sheet.Cells["A20:H40"].Style.Font.Bold = true;
        sheet.Row(9).Hidden = true;
        sheet.Column(6).Hidden = true;
        package.Workbook.Worksheets.Add("字典").Hidden = eWorkSheetHidden.Hidden;
        package.Workbook.Names.Add("T1.总计", sheet.Cells["B4"]).IsNameHidden = true;
        package.Workbook.Properties.SetCustomPropertyValue("unit", "201");
        return package.GetAsByteArray();
    }
}
