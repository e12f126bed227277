using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>What the cells of a workbook held before anything was done to it.</summary>
/// <param name="book">The pack's rule book.</param>
/// <param name="budget">The budget as issued.</param>
internal sealed class Truth(RuleBook book, Budget budget)
{
    private readonly BudgetFigures _figures = new(book, budget);

    /// <summary>The truth of a workbook on a desk that nobody has touched.</summary>
    public static Truth Of(string name)
    {
        var packs = PackDesks.StoreOf(name).Packs.Select(pack => pack.RuleBook);
        var read = new WorkbookReader([.. packs]).Read(PackDesks.Of(name).Book, out _)!;
        return new Truth(read.RuleBook, read.Budget);
    }

    /// <summary>The truth of a workbook that nobody has touched.</summary>
    public static Truth Of(byte[] workbook)
    {
        var opened = OfficePackages.Guard.WorkbookGuard.Open(workbook);
        var read = new WorkbookReader([.. RealEngine.Store.Packs.Select(pack => pack.RuleBook)]).Read(opened.Package!.Content, out _)!;
        return new Truth(read.RuleBook, read.Budget);
    }

    /// <summary>True when a finding asks for a figure in a cell that held another one.</summary>
    public bool Contradicts(Finding finding)
    {
        if (finding.Expected is not FindingValue.Amount expected || finding.Place.Address is not { } cell) return false;
        if (book.Pack.Form(cell.Form) is not { } form || form.Column(cell.Column) is not { IsFigure: true }) return false;
        if (_figures.View(form)[cell.Row] is null) return expected.Number != 0m;
        var was = form.Number(_figures.Value(cell).Value);
        return Math.Abs(was - expected.Number) > 0.005m;
    }
}
