using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;
using ExcelBudget.Worker.Tests.PackFolders;

namespace ExcelBudget.Worker.Tests.Findings;

/// <summary>What people and programs do to sheets beyond typing.</summary>
internal static partial class FindingExamples
{
    /// <summary>Lines above the title of a form: the examples are counted as if there were none.</summary>
    private static readonly Lazy<int> Banner = new(() => Clean.Sheet(T3).Cells.First(cell => cell.Text == "栏次").Row - 5);

    /// <summary>A workbook with names on 填报说明, checked by a pack that asks for them.</summary>
    private static IReadOnlyList<Finding> Signed(string preparer, string reviewer, string head)
    {
        using var pack = new PackFolder("hebei");
        pack.Edit("pack.yaml", "forms: [", "signOff: required\nforms: [");
        var desk = Clean;
        foreach (var (title, name) in new SignOff(preparer, reviewer, head).Parts)
        {
            var label = desk.Sheet("填报说明").Cells.Single(cell => cell.Text == title);
            desk = desk.Text(new Place("填报说明", new CellReference(label.Row, label.Column + 1).ToString()), name);
        }

        return new BudgetEngine(pack.Store).Check("报送.xlsx", desk.Book).Report.Findings;
    }

    private static int R(int row) => row + Banner.Value;

    private static Place C(string sheet, string cell) => new(sheet, Moved(cell));

    private static string Moved(string cell) => CellReference.TryParse(cell, out var at)
        ? new CellReference(R(at.Row), at.Column).ToString()
        : throw new ArgumentException($"{cell} is no cell");

    private static IEnumerable<int> Rows(int first, int last) => Enumerable.Range(first, last - first + 1);

    private static Desk On(Desk desk, string sheet, Func<FlatSheet, FlatSheet> edit) => desk.WithSheet(edit(desk.Sheet(sheet)));

    private static Desk With(Desk desk, FlatSheet sheet) => new(desk.Book with { Sheets = [.. desk.Book.Sheets, sheet] });

    /// <summary>Two cells with each other's content.</summary>
    private static Desk Swapped(Desk desk, string sheet, string one, string other)
    {
        var (left, right) = (desk.Sheet(sheet), desk.Sheet(sheet));
        var (first, second) = (Text(left, one), Text(right, other));
        return desk.Text(C(sheet, one), second).Text(C(sheet, other), first);
    }

    private static string Text(FlatSheet sheet, string cell) => sheet.Cells.Single(own => own.Reference.ToString() == Moved(cell)).Text;

    /// <summary>Every cell of a row with the same words in it.</summary>
    private static Desk Words(Desk desk, string sheet, int row, string words) =>
        Put(desk, sheet, [.. desk.Sheet(sheet).Row(R(row)).ToArray().Select(cell => FlatCell.OfText(R(row), cell.Column, words))]);

    private static Desk Put(Desk desk, string sheet, params FlatCell[] cells) => On(desk, sheet, old => new FlatSheet(
        old.Name, [.. old.Cells.Where(cell => !cells.Any(own => own.Reference == cell.Reference)), .. cells], old.Merges, old.Visibility));

    private static Desk Hiding(Desk desk, string sheet, HashSet<int> rows, HashSet<int> columns) => On(desk, sheet, old =>
        new FlatSheet(old.Name, old.Cells, old.Merges, old.Visibility, new SheetHiding(rows.Select(R).ToHashSet(), columns)));

    private static Desk Merging(Desk desk, string sheet, CellRange range) => On(desk, sheet, old =>
        new FlatSheet(
            old.Name, old.Cells, [.. old.Merges, new CellRange(R(range.FirstRow), range.FirstColumn, R(range.LastRow), range.LastColumn)],
            old.Visibility));

    private static FlatSheet Copy(Desk desk)
    {
        var sheet = desk.Sheet(T3);
        return new FlatSheet(T3 + " (2)", sheet.Cells, sheet.Merges);
    }

    /// <summary>A formula of T3 that computes something else and still shows the right figure.</summary>
    private static FlatCell StillRight(int row, int column) =>
        FlatCell.OfNumber(R(row), column, Clean.Sheet(T3)[R(row), column]!.Number!.Value, "1+1");

    /// <summary>A total pasted as its own value.</summary>
    private static Desk Pasted(Desk desk, string cell, string sheet = T3) =>
        desk.Number(C(sheet, cell), desk.Sheet(sheet).Cells.Single(own => own.Reference.ToString() == Moved(cell)).Number!.Value);

    /// <summary>The texts of two cells exchanged.</summary>
    private static Desk Exchanged(Desk desk, Place one, Place other)
    {
        var (first, second) = (TextAt(desk, one), TextAt(desk, other));
        return desk.Text(one, second).Text(other, first);
    }

    private static string TextAt(Desk desk, Place at) => CellReference.TryParse(at.Cell, out var cell)
        ? desk.Sheet(at.Sheet!)[cell.Row, cell.Column]!.Text : throw new ArgumentException($"{at} is no cell");

    /// <summary>The first project without any of its indicators.</summary>
    private static Desk WithoutIndicators(Desk desk)
    {
        var read = RealEngine.Read(desk);
        var first = read.Budget[new FormId("projects")]!.Rows[0].Key;
        return read.Budget[new FormId("indicators")]!.Rows.Where(row => RowKeys.OwnerOf(row.Key) == first)
            .SelectMany(row => row.Cells.Keys.Select(column => read.Places[new CellAddress(new FormId("indicators"), row.Key, column)]))
            .Aggregate(desk, (done, place) => done.Cleared(place));
    }
}
