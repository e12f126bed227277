using System.Security.Cryptography;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Filling;

/// <summary>Fills the workbook of one unit after another. Thread-safe; a unit that fails never stops the others.</summary>
internal sealed class UnitFilling(
    RuleBook book, WorkbookFiller filler, BudgetProjection projection, WorkbookShelf shelf, IBudgetEngine engine, Terminal terminal,
    ILogger log)
{
    /// <summary>来历 that every workbook of this run is issued with.</summary>
    public IssueLineage Lineage { get; init; } = IssueLineage.None;

    /// <summary>An id for a workbook: eight hexadecimal digits.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(8);

    /// <summary>The workbook of one unit.</summary>
    public FilledUnit Fill(string unit, int year)
    {
        try
        {
            return FillKnown(unit, year);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "生成单位 {Unit} 的工作簿时出错", unit);
            return new FilledUnit(unit, FillOutcome.Failed);
        }
    }

    /// <summary>The figures of the check where they are those of the whole budget, nothing withheld.</summary>
    private BudgetFigures FiguresOf(Budget budget, CheckedBudget check) =>
        check.Figures is { } known && ReferenceEquals(known.Budget, budget) && ReferenceEquals(known.Book, book)
            ? known : new BudgetFigures(book, budget);

    private FilledUnit FillKnown(string unit, int year)
    {
        var budget = projection.Of(unit, year);
        var name = $"{unit} {budget.Identity.UnitName}";
        // a wrong year would otherwise give a workbook full of blanks that looks as if it were right
        if (!EmptyBudget.HasAmounts(book.Pack, budget)) return new FilledUnit(name, FillOutcome.NoAmounts);
        if (shelf.Present(budget.Identity) is { } present)
            return new FilledUnit(name, FillOutcome.AlreadyThere) { File = Path.GetFileName(present) };
        var check = engine.Check(budget);
        var errors = check.Errors.ToArray();
        var workbook = filler.Fill(FiguresOf(budget, check), new FillRequest(NewId()) { Lineage = Lineage });
        var path = shelf.Write(budget.Identity, workbook, out var problem);
        if (problem is not null) terminal.Complain(problem);
        return path is null
            ? new FilledUnit(name, FillOutcome.NotWritten)
            : new FilledUnit(
                name, FillOutcome.Written)
            {
                File = Path.GetFileName(path),
                Errors = errors.Length,
                FirstError =
                errors.FirstOrDefault()?.Message
            };
    }
}
