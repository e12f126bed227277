using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Demo;

/// <summary>笔误。Where a workbook can be spoilt the way a hand does it: one entered amount, ten thousand yuan too high.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Part">Its part.</param>
/// <param name="Cell">The cell.</param>
internal sealed record Slip(string Sheet, string Part, string Cell)
{
    /// <summary>Finds the first amount that somebody enters.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="workbook">A workbook filled by it.</param>
    public static Slip In(LoadedPack pack, byte[] workbook)
    {
        var flat = WorkbookGuard.Open(workbook).Package!.Content;
        var read = new WorkbookReader([pack.RuleBook]).Read(flat, out _)!;
        var figures = new BudgetFigures(pack.RuleBook, read.Budget);
        var place = read.Places.First(each => IsEnteredLeaf(figures, each.Key)).Value;
        return new Slip(place.Sheet!, flat.Sheet(place.Sheet!)!.PartName, place.Cell!);
    }

    /// <summary>The workbook with the slip in it.</summary>
    public byte[] Spoil(byte[] workbook) => CellEdit.Raise(WorkbookGuard.Open(workbook).Package!, Part, Cell, 1m);

    private static bool IsEnteredLeaf(BudgetFigures figures, CellAddress address)
    {
        var form = figures.Book.Pack[address.Form];
        return form.Tree is not null && form.Columns.All(column => column.Kind != CellKind.Number)
            && figures.Budget[address] is CellValue.Amount && figures.View(form)[address.Row] is { IsLeaf: true };
    }
}
