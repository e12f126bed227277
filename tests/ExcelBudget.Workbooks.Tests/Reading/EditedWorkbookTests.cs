using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>After everything people do to a workbook without changing a figure, the very same budget is read.</summary>
public sealed class EditedWorkbookTests
{
    private static readonly string[] Used = ["clean", "full", "library"];

    public static TheoryData<string> Samples() => [.. Used];

    [Theory]
    [MemberData(nameof(Samples))]
    public void RowsAboveAndColumnInFrontOfEveryForm_TheSameBudgetIsRead(string sample)
    {
        var desk = On(sample);
        foreach (var sheet in desk.Book.Sheets.Where(sheet => !sheet.Name.StartsWith('_')))
            desk = desk.RowAbove(sheet.Name, 1).RowAbove(sheet.Name, 1).ColumnBefore(sheet.Name, 1);
        ShouldReadTheSame(sample, desk);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void BlankRowsBetweenAllRows_TheSameBudgetIsRead(string sample)
    {
        var desk = On(sample);
        foreach (var form in Hebei.Book.Pack.Forms.Where(
            form => form.Tree is not null || form.Rows.Any(row => row is RowGroup.Fixed or RowGroup.List)))
        {
            var sheet = desk.Sheet(form.Sheet);
            var first = FirstRow(sheet, form);
            for (var row = sheet.LastRow; row > first; row--) desk = desk.RowAbove(form.Sheet, row);
        }

        ShouldReadTheSame(sample, desk);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void BlankRowsInProjectBlocksAndTexts_TheSameBudgetIsRead(string sample)
    {
        var desk = On(sample);
        var places = ReadBack.Of(desk.Book).Places;
        var rows = places.Where(
            place => place.Key.Form.Value is "indicators" or "texts"
            || (place.Key.Form.Value == "projects" && place.Key.Column.Value is "amount" or "goal"))
            .Select(place => (place.Value.Sheet!, RowOf(place.Value))).Distinct().OrderByDescending(place => place.Item2);
        foreach (var (sheet, row) in rows) desk = desk.RowAbove(sheet, row);
        ShouldReadTheSame(sample, desk);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void SheetsReorderedAndRenamed_TheSameBudgetIsRead(string sample)
    {
        var desk = On(sample).Reversed();
        foreach (var sheet in desk.Book.Sheets.Where(sheet => !sheet.Name.StartsWith('_')))
            desk = desk.Renamed(
            sheet.Name, "Sheet" + sheet.Name.GetHashCode(StringComparison.Ordinal)
            .ToString("X", System.Globalization.CultureInfo.InvariantCulture));
        ShouldReadTheSame(sample, desk);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void NamesAndPropertiesGone_TheSameBudgetIsReadAndTheLossToldOnce(string sample)
    {
        var read = ReadBack.Of(On(sample).WithoutNames().WithoutProperties().Book);
        ReadBack.Differences(Hebei.BudgetOf(sample), read.Budget).ShouldBeEmpty();
        read.Changes.Values.ShouldBeEmpty();
        read.Findings.ShouldHaveSingleItem().Rule.ShouldBe("STRUCTURE-NAMES");
    }

    /// <summary>Without seals a figure with two decimals may be a rounded one; its value is the same all the same.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void FormsCopiedToANewWorkbook_TheSameUnitYearAndValuesAreRead(string sample)
    {
        var desk = On(sample).WithoutNames().WithoutProperties()
            .WithoutSheets(
            sheet => sheet.Visibility != SheetVisibility.Visible || !Hebei.Book.Pack.Forms.Any(form => form.Sheet == sheet.Name));
        ReadBack.Differences(Hebei.BudgetOf(sample), Exact(ReadBack.Of(desk.Book).Budget)).ShouldBeEmpty();
        var noCodes = desk;
        foreach (var sheet in desk.Book.Sheets)
            noCodes = noCodes.Cleared(
            new Place(sheet.Name, sheet.Cells.Last(cell => cell.Text.StartsWith("表样", StringComparison.Ordinal)).Reference.ToString()));
        ReadBack.Differences(Hebei.BudgetOf(sample), Exact(ReadBack.Of(noCodes.Book).Budget)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("T3", "20131", "2013150", "5")]
    [InlineData("T3", "2210203", "2290201", "5")]
    [InlineData("T5", "20131", "2013150", "4")]
    [InlineData("T6", "301", "30114", "4")]
    public void CodeRowInserted_BelowAParentOrAtTheEnd_IsReadBesideAllOthers(string form, string below, string code, string column)
    {
        var desk = On("clean");
        var definition = Hebei.Book.Pack[new FormId(form)];
        var read = ReadBack.Of(desk.Book);
        var anchor = below == "2210203" ? read.Budget[definition.Id]!.Rows[^1].Key : new RowKey(below);
        var codeAt = read.Places[new CellAddress(definition.Id, anchor, definition.Tree!.Column)];
        var amountAt = read.Places[new CellAddress(definition.Id, anchor, new ColumnId(column))];
        var row = RowOf(codeAt) + 1;
        desk = desk.RowAbove(codeAt.Sheet!, row).Text(Below(codeAt), code).Number(Below(amountAt), 7.5m);
        var after = ReadBack.Of(desk.Book);
        var added = new CellAddress(form, code, column);
        after.Budget[added].ShouldBe(new CellValue.Amount(75_000m, 50m));
        after.Changes.Keys.ShouldContain(added);
        ReadBack.Differences(Hebei.BudgetOf("clean"), Without(after.Budget, added)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("code")]
    [InlineData("amount")]
    [InlineData("goal")]
    public void LabelOfAProjectOverwritten_ItsFieldsAreReadAndTheLabelIsTold(string field)
    {
        var desk = On("clean");
        var budget = Hebei.BudgetOf("clean");
        var place = ReadBack.Of(desk.Book)
            .Places[new CellAddress(new FormId("projects"), budget[new FormId("projects")]!.Rows[3].Key, new ColumnId(field))];
        CellReference.TryParse(place.Cell, out var at).ShouldBeTrue();
        var label = place with { Cell = (at with { Column = at.Column - 1 }).ToString() };
        var read = ReadBack.Of(desk.Text(label, "改过的名称").Book);
        ReadBack.Differences(budget, read.Budget).ShouldBeEmpty();
        read.Findings.ShouldHaveSingleItem().Place.Cell.ShouldBe(label.Cell);
    }

    [Theory]
    [InlineData("procurement", "item")]
    [InlineData("units", "name")]
    public void ListRowInserted_InTheMiddle_IsTheOnlyChange(string form, string column)
    {
        var desk = On("full");
        var first = ReadBack.Of(desk.Book).Places[new CellAddress(form, "1", column)];
        desk = desk.RowAbove(first.Sheet!, RowOf(first) + 1).Text(Below(first), "打印机");
        var read = ReadBack.Of(desk.Book);
        var change = read.Changes.ShouldHaveSingleItem();
        change.Key.ShouldBe(new CellAddress(form, "2", column));
        (change.Value.Before, change.Value.After).ShouldBe(("", "打印机"));
        read.Budget[new FormId(form)]!.Rows.Count.ShouldBe(Hebei.BudgetOf("full")[new FormId(form)]!.Rows.Count + 1);
    }

    [Fact]
    public void IndicatorRowInserted_InTheMiddle_IsTheOnlyChange()
    {
        var desk = On("full");
        var read = ReadBack.Of(desk.Book);
        var second = read.Budget[new FormId("indicators")]!.Rows[1].Key;
        var at = read.Places[new CellAddress(new FormId("indicators"), second, new ColumnId("name"))];
        desk = desk.RowAbove(at.Sheet!, RowOf(at)).Text(at, "新增指标");
        var changes = ReadBack.Of(desk.Book).Changes.Values.Where(change => change.Place.Address!.Value.Column.Value != "level1")
            .ToArray();
        changes.ShouldHaveSingleItem().After.ShouldBe("新增指标");
    }

    [Fact]
    public void ListRowDeleted_IsToldAsItsOwnValuesGone()
    {
        var desk = On("full");
        var first = ReadBack.Of(desk.Book).Places[new CellAddress("procurement", "1", "item")];
        var before = Hebei.BudgetOf("full")[new FormId("procurement")]!;
        var changes = ReadBack.Of(desk.WithoutRow(first.Sheet!, RowOf(first)).Book).Changes;
        changes.Count.ShouldBe(before.Rows[0].Cells.Count);
        changes.Values.ShouldAllBe(change => change.After.Length == 0);
    }

    private static Desk On(string sample) => new(Calc.Opened(HebeiWorkbook.Of(sample)));

    private static void ShouldReadTheSame(string sample, Desk desk)
    {
        var read = ReadBack.Of(desk.Book);
        ReadBack.Differences(Hebei.BudgetOf(sample), read.Budget).ShouldBeEmpty();
        read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        read.Changes.Values.ShouldBeEmpty();
    }

    private static int FirstRow(FlatSheet sheet, FormDefinition form) =>
        sheet.Cells.First(cell => cell.Text == (form.PrintsColumnNumbers ? "栏次" : form.Columns.First(column => !column.IsRowNumber).Title))
            .Row + (form.PrintsColumnNumbers ? 1 : 2);

    private static int RowOf(Place place) =>
        CellReference.TryParse(place.Cell, out var cell) ? cell.Row : throw new ArgumentException($"{place} is no cell");

    private static Place Below(Place place) =>
        CellReference.TryParse(place.Cell, out var cell) ? place with { Cell = (cell with { Row = cell.Row + 1 }).ToString() } : place;

    private static Budget Exact(Budget budget) =>
        new(budget.Identity, budget.Forms.Select(form => new FormContent(form.Form, [.. form.Rows.Select(row =>
        new FormRow(row.Key,
            row.Cells.ToDictionary(
            cell => cell.Key, cell => cell.Value is CellValue.Amount amount ? amount with { HalfWidth = 0m } : cell.Value)))])));

    private static Budget Without(Budget budget, CellAddress address) => new(budget.Identity, budget.Forms.Select(form =>
        form.Form == address.Form ? new FormContent(form.Form, [.. form.Rows.Where(row => row.Key != address.Row)]) : form));
}
