using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Flat;

public class FlatSheetTests
{
    [Fact]
    public void Cells_InAnyOrder_StandRowByRowAndTheLaterOfTwoWins()
    {
        var sheet = new FlatSheet("收支总表", [
            FlatCell.OfNumber(3, 2, 1m), FlatCell.OfText(1, 5, "栏次"), FlatCell.OfNumber(3, 1, 2m), FlatCell.OfNumber(3, 2, 9m)]);
        sheet.Cells.Select(c => c.Reference.ToString()).ShouldBe(["E1", "A3", "B3"]);
        sheet[3, 2]!.Number.ShouldBe(9m);
        sheet.LastRow.ShouldBe(3);
    }

    [Fact]
    public void Place_WithoutCell_IsEmpty()
    {
        var sheet = new FlatSheet("收支总表", [FlatCell.OfNumber(3, 2, 1m)]);
        foreach (var (row, column) in ((int, int)[])[(0, 0), (-1, 2), (1, 1), (3, 1), (3, 3), (4, 2), (int.MaxValue, 1)])
            sheet[row, column].ShouldBeNull();
        sheet.Row(2).Length.ShouldBe(0);
        sheet.Row(3).Length.ShouldBe(1);
    }

    [Fact]
    public void Sheet_WithoutCells_HasNoRows()
    {
        var sheet = new FlatSheet("空表", []);
        sheet.LastRow.ShouldBe(0);
        sheet[1, 1].ShouldBeNull();
    }

    [Fact]
    public void MergedTopLeft_OfEveryCell_IsWhatLookingAtAllAreasGives()
    {
        var random = new Random(2);
        for (var round = 0; round < 50; round++)
        {
            var merges = new List<CellRange>();
            for (var i = 0; i < 30; i++)
            {
                int row = random.Next(1, 40), column = random.Next(1, 40);
                var area = new CellRange(row, column, row + random.Next(8), column + random.Next(8));
                if (!merges.Exists(m => Overlap(m, area))) merges.Add(area);
            }
            var sheet = new FlatSheet("绩效目标", [], merges);
            for (var row = 1; row < 50; row++)
            {
                for (var column = 1; column < 50; column++)
                {
                    var around = merges.Where(m => m.Contains(row, column)).ToList();
                    sheet.MergedTopLeft(row, column).ShouldBe(around.Count == 0 ? new CellReference(row, column) : around[0].TopLeft);
                }
            }
        }
    }

    private static bool Overlap(CellRange a, CellRange b) =>
        a.FirstRow <= b.LastRow && b.FirstRow <= a.LastRow && a.FirstColumn <= b.LastColumn && b.FirstColumn <= a.LastColumn;
}
