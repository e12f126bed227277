using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Workbooks.Drafting;
using ExcelBudget.Workbooks.Tests.Packs;
using Xunit.Abstractions;

namespace ExcelBudget.Workbooks.Tests.Drafting;

/// <summary>A pack drafted from an Excel form, held against the forms that are known to be right.</summary>
public sealed class DraftTests(ITestOutputHelper output)
{
    private static readonly DraftWords Words = DraftedPack.Words;

    /// <summary>Blank workbooks of our packs read as if they were official forms: how much of each form is right.</summary>
    [Theory]
    [InlineData("hebei", 9, 95)]
    [InlineData("zhongyang", 9, 95)]
    [InlineData("sichuan", 6, 95)]
    [InlineData("gouzao", 4, 95)]
    [InlineData("qinghai", 1, 85)]
    public void BlankWorkbookOfAPack_Drafted_HasItsForms(string pack, int fewestForms, int leastPercent)
    {
        var book = EveryPack.BookOf(pack);
        var drafts = Read(PackWorkbook.Fill(EveryPack.BlankOf(pack), isBlank: true));
        var (right, all, found) = (0, 0, 0);
        foreach (var form in book.Pack.Forms.Where(form => form.Published && form.Blocks is null
            && form.Rows.Any(group => group is RowGroup.Fixed or RowGroup.Tree or RowGroup.List)))
        {
            var draft = drafts.FirstOrDefault(draft => draft.Sheet == form.Sheet);
            var checks = draft is null ? [("表", false)] : Compare(form, draft).ToArray();
            found += draft is null ? 0 : 1;
            (right, all) = (right + checks.Count(check => check.Item2), all + checks.Length);
            var wrong = string.Join("、", checks.Where(check => !check.Item2).Select(check => check.Item1).Take(8));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{pack} {form.Id}: {checks.Count(check => check.Item2)} of {checks.Length}; wrong: {wrong}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pack}: {right} of {all} right in {found} forms"));
        found.ShouldBeGreaterThanOrEqualTo(fewestForms);
        (right * 100).ShouldBeGreaterThanOrEqualTo(all * leastPercent);
    }

    /// <summary>Forms written by LibreOffice with merged headings and formulas.</summary>
    [Fact]
    public void OfficialFormsOfAnotherProvince_Drafted_HaveHeadingsRowsAndFormulas()
    {
        var forms = Read(File.ReadAllBytes(Repository.PathOf("tests", "data", "drafts", "official.xlsx")));
        forms.Select(form => form.Title).ShouldBe(["部门收支总体情况表", "部门支出总体情况表", "财政拨款“三公”经费预算表"]);
        forms.Select(form => form.NumberLine).ShouldBe(["附表1", "附表2", "附表3"]);
        var total = forms[0].Rows.Single(row => row.Id == "收入总计");
        total.Compute.Values.Select(formula => formula.Formula).ShouldBe(["SUM(本表[本年收入合计:用事业基金弥补收支差额,本栏])",
            "SUM(本表[本年收入合计:用事业基金弥补收支差额,本栏])"]);
        forms[1].Tree!.Pieces.Select(piece => piece.Title).ShouldBe(["类", "款", "项"]);
        forms[1].Tree!.Levels.ShouldBe(["项"]);
        forms[1].Columns.Single(column => column.Id == "合计").Compute.ShouldBe("本表[本行,小计] + 本表[本行,项目支出]");
        forms[1].RowsBeforeTree.ShouldBe(1);
        forms[2].Columns[3].Path.ShouldBe(["{lastYear}年预算数", "公务用车购置及运行费", "公务用车购置费"]);
        forms[2].Columns[3].From!.ShouldContain("previousYear: true");
        forms[2].FootNotes.ShouldBe(["注：没有“三公”经费的，空表列示。"]);
    }

    /// <summary>预算01表 ends like a title and is none.</summary>
    [Fact]
    public void NumberLineThatEndsIn表_Drafted_IsNoTitle()
    {
        using var package = new OfficeOpenXml.ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add("表");
        sheet.Cells["A1"].Value = "预算01表";
        sheet.Cells["A2:C2"].Merge = true;
        sheet.Cells["A2"].Value = "2027年部门收支总体情况表";
        sheet.Cells["A3"].Value = "单位名称：某局";
        sheet.Cells["C3"].Value = "单位：万元";
        string[] cells = ["项目", "金额", "备注", "收入合计", "1", "无"];
        for (var index = 0; index < cells.Length; index++) sheet.Cells[4 + (index / 3), 1 + (index % 3)].Value = cells[index];
        var form = Read(package.GetAsByteArray()).ShouldHaveSingleItem();
        (form.Title, form.NumberLine).ShouldBe(("部门收支总体情况表", "预算01表"));
    }

    /// <summary>A total that adds up a 小计 goes on counting it, although ranges leave it out; money of the note is the pack's.</summary>
    [Fact]
    public void SumOverASubtotal_Drafted_CountsIt()
    {
        using var package = new OfficeOpenXml.ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add("表");
        string[][] rows = [["监督索引号123"], ["部门支出情况表"], ["单位名称：某局", "", "", "", "单位：元"], ["项目", "总计", "本年", "", "上年结转"],
            ["", "", "小计", "基本支出", ""], ["教育支出", "", "", "", ""]];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[row].Length; column++)
                if (rows[row][column].Length > 0) sheet.Cells[row + 1, column + 1].Value = rows[row][column];
        foreach (var area in new[] { "A2:E2", "A4:A5", "B4:B5", "C4:D4", "E4:E5" }) sheet.Cells[area].Merge = true;
        sheet.Cells["B6"].Formula = "SUM(C6:E6)";
        var form = Read(package.GetAsByteArray()).ShouldHaveSingleItem();
        form.Columns.Single(column => column.Title == "小计").IsOfWhich.ShouldBeTrue();
        form.Columns[1].Compute.ShouldBe("SUM(本表[本行,小计], 本表[本行,基本支出], 本表[本行,上年结转])");
        form.Doubts.ShouldContain(doubt => doubt.Contains("监督索引号123", StringComparison.Ordinal));
        DraftPackFile.Note([form]).ShouldNotContain("万元");
    }

    /// <summary>What is drafted can be read as a pack: a person corrects words, not syntax.</summary>
    [Fact]
    public void Draft_WrittenAsFiles_IsAPackWithoutFaults()
    {
        using var pack = new DraftedPack(File.ReadAllBytes(Repository.PathOf("tests", "data", "drafts", "official.xlsx")));
        pack.Faults.ShouldBeEmpty();
    }

    private static IReadOnlyList<DraftForm> Read(byte[] file) => DraftBook.Read(WorkbookGuard.Open(file).Package!, Words);

    private static IEnumerable<(string What, bool IsRight)> Compare(FormDefinition form, DraftForm draft)
    {
        yield return ("表名", PlainText.Label(draft.Title) == PlainText.Label(form.Title));
        yield return ("表号", draft.NumberLine == form.NumberLine);
        yield return ("栏次", draft.HasColumnNumbers == form.PrintsColumnNumbers);
        yield return ("页面", draft.IsPortrait == form.Portrait);
        yield return ("栏数", draft.Columns.Count == form.Columns.Count);
        for (var index = 0; index < Math.Min(draft.Columns.Count, form.Columns.Count); index++)
        {
            var (column, read) = (form.Columns[index], draft.Columns[index]);
            yield return ($"{column.Id}表头", string.Concat(column.Groups.Append(column.Title)
                .Select(PlainText.Label)) == string.Concat(read.Path.Select(PlainText.Label)));
            yield return ($"{column.Id}种类", column.IsFigure == read.IsFigure && column.IsRowNumber == (read.Kind == "rowNumber"));
            yield return ($"{column.Id}宽度", Math.Abs(column.Width - read.Width) <= 1.5);
            if (column.Compute is not null && column.Kind == CellKind.Amount && form.Rows.All(row => row.Stretch == 0))
                yield return ($"{column.Id}公式", read.Compute is not null);
        }

        yield return ("科目行", form.Tree is null == draft.Tree is null || form.Rows.Any(row => row.Stretch > 0));
        yield return ("列表", form.List is null == draft.List is null);
        if (form.Tree is { } tree && draft.Tree is { } code)
        {
            yield return ("编码栏", tree.Pieces.Count == code.Pieces.Count);
            yield return ("级次", tree.Levels.SequenceEqual(code.Levels));
        }

        foreach (var row in form.Rows.OfType<RowGroup.Fixed>().Where(row => row.Labels.Count > 0))
        {
            yield return ($"行{row.Key}", draft.Rows.Any(read => row.Labels.Values.Any(label => read.Labels.Values.Any(own =>
                DraftName(own) == DraftName(label)))));
        }
    }

    private static string DraftName(string label) => PlainText.Label(Ordinals.Strip(Ordinals.WithoutSlot(label)));
}
