using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Nothing an accountant typed into a form disappears without a word.</summary>
public sealed class CellAccountingTests
{
    private const int Mutated = 300;
    private const int CellsEach = 4;

    private static readonly string[] Used = ["full", "clean", "library", "blank"];

    [Theory]
    [InlineData("full")]
    [InlineData("clean")]
    [InlineData("library")]
    [InlineData("blank")]
    public void Workbook_AsIssued_HasNoCellThatIsNotRead(string sample)
    {
        var read = ReadBack.Of(HebeiWorkbook.Of(sample));
        read.Findings.ShouldNotContain(finding => finding.Rule == "CELL-UNREAD");
        read.Accounts.Value.ShouldNotContain(account => account.Use == CellUse.Told);
        read.Accounts.Value.Count(account => account.Use == CellUse.Printed).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void WorkbookOfLists_AsIssued_HasNoCellThatIsNotRead()
    {
        Qinghai.Read(Qinghai.Fill(Qinghai.Sample)).Accounts.Value.ShouldNotContain(account => account.Use == CellUse.Told);
        Qinghai.Read(Qinghai.Fill(Qinghai.Blank, isBlank: true)).Accounts.Value.ShouldNotContain(account => account.Use == CellUse.Told);
    }

    /// <summary>Figures, words, formulas and codes typed anywhere in the rows of the forms: what was typed is in the budget, or a finding
    /// names its cell.</summary>
    [Fact]
    public void Cells_TypedAnywhereInTheRowsOfAForm_AreInTheBudgetOrTold()
    {
        var silent = new List<string>();
        for (var seed = 0; seed < Mutated; seed++)
        {
            var random = new Random(seed);
            var book = Books.Value[seed % Books.Value.Count];
            var (desk, typed) = Typed(random, book);
            var read = Read(desk, book.IsQinghai);
            if (read is null) continue;
            silent.AddRange(typed.Where(cell => !IsInBudget(read.Budget, cell.Value) && !IsTold(read, cell.Place)).Select(cell =>
                $"{seed}: {cell.Place} {cell.Text}"));
            read.Accounts.Value.Count(account => account.Use == CellUse.Told && account.Reason.Length == 0).ShouldBe(0);
        }

        silent.ShouldBeEmpty();
    }

    private static readonly Lazy<IReadOnlyList<(FlatWorkbook Book, bool IsQinghai, IReadOnlyList<CellAccount> Accounts)>> Books = new(() =>
    [
        .. Used.Select(sample => Calc.Opened(HebeiWorkbook.Of(sample))).Select(book => (book, false, ReadBack.Of(book).Accounts.Value)),
        (Calc.Opened(Qinghai.Fill(Qinghai.Sample)), true, Qinghai.Read(Qinghai.Fill(Qinghai.Sample)).Accounts.Value),
    ]);

    private static ReadWorkbook? Read(Desk desk, bool isQinghai) =>
        new WorkbookReader(isQinghai ? [Hebei.Book, Qinghai.Book] : [Hebei.Book]).Read(desk.Book, out _);

    /// <summary>Cells beside, between and on those that hold something.</summary>
    private static (Desk Desk, List<(Place Place, string Text, string Value)> Typed) Typed(Random random,
        (FlatWorkbook Book, bool IsQinghai, IReadOnlyList<CellAccount> Accounts) book)
    {
        var desk = new Desk(book.Book);
        var typed = new List<(Place, string, string)>();
        for (var index = 0; index < CellsEach; index++)
        {
            var near = book.Accounts[random.Next(book.Accounts.Count)];
            if (!CellReference.TryParse(near.Place.Cell, out var at)) continue;
            // titles and labels decide what a row is: typing over them is another test
            var place = new Place(near.Place.Sheet, new CellReference(at.Row, Math.Max(1, at.Column + random.Next(0, 4))).ToString());
            if (typed.Exists(cell => cell.Item1 == place)
                || book.Accounts.Any(other =>
                other.Place.Sheet == place.Sheet && other.Place.Cell == place.Cell && other.Use == CellUse.Printed)) continue;
            var number = 7_000_000 + (random.Next(1, 999_999) / 100m);
            var word = "核实" + random.Next(100_000, 999_999).ToString(CultureInfo.InvariantCulture);
            switch (random.Next(3))
            {
                case 0:
                    desk = desk.Number(place, number);
                    typed.Add((place, "number", number.ToString(CultureInfo.InvariantCulture)));
                    break;
                case 1:
                    desk = desk.Text(place, word);
                    typed.Add((place, "text", word));
                    break;
                default:
                    desk = desk.Saved(place, $"{number.ToString(CultureInfo.InvariantCulture)}+0", number);
                    typed.Add((place, "formula", number.ToString(CultureInfo.InvariantCulture)));
                    break;
            }
        }

        return (desk, typed);
    }

    private static bool IsInBudget(Budget budget, string value)
    {
        var number = decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : (decimal?)null;
        return budget.Forms.Any(form => form.Rows.Any(row =>
            row.Key.Value.Contains(value, StringComparison.Ordinal) || row.Cells.Values.Any(cell => cell switch
        {
            CellValue.Text text => text.Value.Contains(value, StringComparison.Ordinal),
            CellValue.Amount amount => number is { } yuan && (amount.Yuan == yuan || amount.Yuan == yuan * 10_000m),
            CellValue.Number plain => plain.Value == number,
            _ => false,
        })));
    }

    private static bool IsTold(ReadWorkbook read, Place place) =>
        read.Findings.Any(finding => finding.Related.Prepend(finding.Place).Any(told =>
            told.Sheet == place.Sheet && told.Cell == place.Cell))
        || read.Changes.Values.Any(change => change.Place.Sheet == place.Sheet && change.Place.Cell == place.Cell)
        // a formula typed over an issued one is compared with it: the same figure needs no word
        || read.CachedResults.Keys.Any(address =>
            read.Places.TryGetValue(address, out var at) && at.Sheet == place.Sheet && at.Cell == place.Cell);
}
