using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Where cells stand, what is noted of them, and the values of a row.</summary>
public class LocatedCellsTests
{
    private static readonly FlatSheet Sheet = new("甲", []);

    [Fact]
    public void CellLocatedTwice_AskedFor_StandsWhereItWasLast()
    {
        var cells = new LocatedCells();
        cells.Put(Address("1", "a"), Sheet, 5, 2).ShouldBeTrue();
        cells.Put(Address("1", "b"), Sheet, 5, 3).ShouldBeTrue();
        cells.Put(Address("1", "a"), Sheet, 9, 4).ShouldBeFalse();
        cells.Count.ShouldBe(2);
        cells[Address("1", "a")].ShouldBe(new Place("甲", "D9", Address("1", "a")));
        cells.Keys.ShouldBe([Address("1", "a"), Address("1", "b")]);
    }

    [Fact]
    public void RowsThatTakeTurns_ManyOfThem_KeepAllTheirCells()
    {
        var cells = new LocatedCells();
        for (var column = 1; column <= 70; column++)
        {
            for (var row = 1; row <= 20; row++) cells.Put(Address($"{row}", $"{column}"), Sheet, row, column).ShouldBeTrue();
        }

        cells.Count.ShouldBe(1400);
        for (var column = 1; column <= 70; column++)
        {
            for (var row = 1; row <= 20; row++)
                cells[Address($"{row}", $"{column}")].Cell.ShouldBe(new CellReference(row, column).ToString());
        }

        cells[Address("7", "69")].Cell.ShouldBe("BQ7");
        cells.ContainsKey(Address("7", "71")).ShouldBeFalse();
        cells.ContainsKey(new CellAddress(new FormId("T"), new RowKey("7") { Repeat = 1 }, new ColumnId("69"))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 63)]
    [InlineData(1_048_576, 64)]
    [InlineData(900, 16_384)]
    public void MarkOfACell_WhereverItStands_IsItsOwn(int row, int column)
    {
        var marks = new CellMarks<int>();
        marks.Add("甲", row, column, 7).ShouldBeTrue();
        marks.Add("甲", row, column, 8).ShouldBeFalse();
        marks["甲", row, column].ShouldBe(7);
        marks["甲", row, column + 1].ShouldBe(0);
        marks["甲", row + 1, column].ShouldBe(0);
        marks["乙", row, column].ShouldBe(0);
    }

    [Fact]
    public void ValuesOfARow_SetAnewAndRemoved_StayInTheirOrder()
    {
        var row = new RowCells();
        foreach (var column in (string[])["c", "a", "b", "e", "d"]) row[new ColumnId(column)] = new CellValue.Text(column);
        row[new ColumnId("b")] = new CellValue.Text("新");
        row.Remove(new ColumnId("a"));
        row.Remove(new ColumnId("z"));
        row.Select(cell => cell.Key.Value).ShouldBe(["c", "b", "e", "d"]);
        row[new ColumnId("b")].ShouldBe(new CellValue.Text("新"));
        row.TryGetValue(new ColumnId("a"), out _).ShouldBeFalse();
        new FormRow(new RowKey("1"), row).ShouldBe(new FormRow(new RowKey("1"), new RowCells(row.ToDictionary())));
    }

    private static CellAddress Address(string row, string column) => new("T", row, column);
}
