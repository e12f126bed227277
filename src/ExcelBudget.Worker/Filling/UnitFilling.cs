using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Filling;

/// <summary>Fills the workbook of one unit after another. Thread-safe; a unit that fails never stops the others.</summary>
internal sealed class UnitFilling(FillMaterial material, WorkbookShelf shelf, IBudgetEngine? engine, Terminal terminal, ILogger log)
{
    /// <summary>来历 that every workbook of this run is issued with.</summary>
    public IssueLineage Lineage { get; init; } = IssueLineage.None;

    /// <summary>The workbook of one unit of the dataset.</summary>
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

    private FilledUnit FillKnown(string unit, int year)
    {
        var identity = material.IdentityOf(unit, year);
        var name = $"{unit} {identity.UnitName}";
        if (shelf.Present(identity) is { } present)
            return new FilledUnit(name, FillOutcome.AlreadyThere) { File = Path.GetFileName(present) };
        var made = material.Make(identity, engine, Lineage);
        if (made.Outcome != MakingOutcome.Made) return new FilledUnit(name, FillOutcome.NotMade) { Why = made };
        var path = shelf.Write(identity, made.Parts, out var problem);
        if (problem is not null) terminal.Complain(problem);
        return path is null
            ? new FilledUnit(name, FillOutcome.NotWritten)
            : new FilledUnit(name, FillOutcome.Written)
            {
                File = Path.GetFileName(path),
                Errors = made.Errors.Count,
                FirstError = made.Errors.Count == 0 ? null : made.Errors[0].Message,
            };
    }
}
