using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>Excel keeps 15 digits of a number: what it would change is not issued.</summary>
public sealed class SheetDigitsTests
{
    private static readonly CellAddress Total = new("prior", "支出总计", "last");

    [Theory]
    [InlineData("9999999999999.99")]
    [InlineData("999999999999999")]
    [InlineData("100000000000000000000")]
    [InlineData("-0.0000012345")]
    public void FigureOfFifteenDigitsOrLess_CanBeIssued(string yuan) => Beyond(yuan).ShouldBeNull();

    [Theory]
    [InlineData("10026491749542.95")]
    [InlineData("-10026491749542.95")]
    [InlineData("1234567890123456")]
    public void FigureOfMoreDigits_IsNamed(string yuan) => Beyond(yuan).ShouldBe(Total);

    private static CellAddress? Beyond(string yuan)
    {
        var blank = Hebei.BudgetOf("blank");
        var amount = new CellValue.Amount(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture));
        var row = new FormRow(Total.Row, new Dictionary<ColumnId, CellValue> { [Total.Column] = amount });
        var forms = blank.Forms.Select(form => form.Form == Total.Form ? new FormContent(form.Form, [row]) : form);
        return SheetDigits.FirstBeyond(Hebei.Book.Pack, new Budget(blank.Identity, forms));
    }
}
