using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Flat;

public class CellReferenceTests
{
    [Theory]
    [InlineData("D9", 9, 4)]
    [InlineData("$D$9", 9, 4)]
    [InlineData("d9", 9, 4)]
    [InlineData("Z1", 1, 26)]
    [InlineData("AA1", 1, 27)]
    [InlineData("XFD1048576", 1_048_576, 16_384)]
    public void Address_OfACell_IsRowAndColumn(string text, int row, int column)
    {
        CellReference.TryParse(text, out var reference).ShouldBeTrue();
        reference.ShouldBe(new CellReference(row, column));
        reference.ToString().ShouldBe(text.Replace("$", "", StringComparison.Ordinal).ToUpperInvariant());
    }

    [Theory]
    [InlineData("")]
    [InlineData("D")]
    [InlineData("9")]
    [InlineData("D0")]
    [InlineData("D09")]
    [InlineData("XFE1")]
    [InlineData("D1048577")]
    [InlineData("D99999999999")]
    [InlineData("AAAAAAAAAAAA1")]
    [InlineData("D9 ")]
    [InlineData("Ｄ9")]
    [InlineData("D９")]
    [InlineData("D-9")]
    [InlineData("D$$9")]
    public void Text_ThatIsNoAddress_IsRefused(string text) => CellReference.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void ColumnName_OfEveryColumn_ReadsBack()
    {
        for (var column = 1; column <= CellReference.MaxColumn; column++)
        {
            CellReference.TryParse(CellReference.ColumnName(column) + "1", out var back).ShouldBeTrue();
            back.Column.ShouldBe(column);
        }
    }

    [Theory]
    [InlineData("A1:C3", "A1:C3")]
    [InlineData("$C$3:A1", "A1:C3")]
    [InlineData("B2", "B2")]
    public void Range_WithCornersInAnyOrder_IsNormalised(string text, string normal)
    {
        CellRange.TryParse(text, out var range).ShouldBeTrue();
        range.ToString().ShouldBe(normal);
    }

    [Theory]
    [InlineData("A1:")]
    [InlineData("A:C")]
    [InlineData("A1:B2:C3")]
    public void Text_ThatIsNoRange_IsRefused(string text) => CellRange.TryParse(text, out _).ShouldBeFalse();
}
