using System.Globalization;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

[Trait("Category", "Slow")]
public sealed class PublishedFiguresTests
{
    private static readonly string[] CodeForms = ["T2", "T3", "T5", "T6", "T7", "T8"];

    private static readonly ILookup<string, PrintedValue> Printed = PrintedValue.All().ToLookup(value => value.Form);

    public static TheoryData<string> NumberedForms() =>
        [.. Enumerable.Range(1, 9).Select(number => "T" + number.ToString(CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(NumberedForms))]
    public void CleanWorkbook_RecalculatedByLibreOffice_ShowsThePublishedFiguresAndNoOther(string form)
    {
        var title = Hebei.Book.Pack.Forms.Single(candidate => candidate.Id.Value == form).Title;
        var visible = new VisibleForm(Calc.RecalculatedSample("clean"), title, CodeForms.Contains(form));
        visible.Figures()
            .Select(figure => new PrintedValue(form, figure.Row, figure.Column, Domain.Money.Figures.Shown(figure.Value)))
            .ShouldBe(Printed[form], ignoreOrder: true);
    }

    [Fact]
    public void CleanWorkbook_RecalculatedByLibreOffice_ShowsTheAssetsAsPublished()
    {
        var sheet = Calc.RecalculatedSample("clean").Sheets.Single(candidate => candidate.Name == "固定资产占用情况");
        var printed = Printed["assets"].ToArray();
        printed.Length.ShouldBe(4);
        foreach (var value in printed)
        {
            var row = sheet.Cells.First(cell => cell.Column == 1 && cell.Text.Contains(value.Row, StringComparison.Ordinal)).Row;
            var column = sheet.Cells.First(
                cell => cell.Text.StartsWith(value.Column == "quantity" ? "数量" : "价值", StringComparison.Ordinal)).Column;
            var shown = sheet[row, column]!.Number!.Value;
            decimal.Round(shown, 2).ShouldBe(decimal.Parse(value.Text, CultureInfo.InvariantCulture), $"{value}");
        }
    }

    [Theory]
    [InlineData("部门预算政府基金预算财政拨款支出表", "注：无政府基金预算财政拨款预算，空表列示。")]
    [InlineData("部门预算国有资本经营预算财政拨款支出表", "注：无国有资本经营预算财政拨款预算，空表列示。")]
    public void CleanWorkbook_FormWithoutFigures_CarriesItsNote(string title, string note)
    {
        var form = new VisibleForm(Calc.RecalculatedSample("clean"), title, byCode: true);
        form.Sheet.Cells.Count(cell => cell.Text == note).ShouldBe(1);
    }

    [Fact]
    public void FullWorkbook_FormWithFigures_ShowsNoNote()
    {
        var form = new VisibleForm(Calc.RecalculatedSample("full"), "部门预算政府基金预算财政拨款支出表", byCode: true);
        form.Figures().ShouldNotBeEmpty();
        form.Sheet.Cells.ShouldNotContain(cell => cell.Text.Contains("空表列示", StringComparison.Ordinal));
    }
}
