using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Tests.Spellings;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Figures typed as text into an amount cell mean what they mean everywhere.</summary>
public sealed class AmountSpellingTests
{
    [Fact]
    public void EverySpelling_MeansInAnAmountCellWhatTheTableSays()
    {
        var desk = new Desk(Calc.Opened(HebeiWorkbook.Of("clean")));
        var (address, place) = ReadBack.Of(desk.Book).Places.First(place => place.Key.Form.Value == "T2" && place.Key.Column.Value == "3");
        foreach (var spelling in TypedFigure.At('W'))
        {
            var read = ReadBack.Of(desk.Text(place, spelling.Text).Book);

            var isRefused = read.Findings.Any(finding => finding.Place.Address == address && finding.Category == Category.FormatInvalid);
            // a text that begins with = is told as a formula stored as text, whatever stands in it
            var isAmount = spelling.InYuan(10_000m) is not null && !spelling.Text.StartsWith('=');
            isRefused.ShouldBe(!isAmount && spelling.Means is not ("nothing" or "blank"), spelling.Text);
            if (isAmount)
            {
                ((read.Budget[address] as CellValue.Amount)?.Yuan ?? 0m).ShouldBe(spelling.InYuan(10_000m)!.Value, spelling.Text);
            }
        }
    }
}
