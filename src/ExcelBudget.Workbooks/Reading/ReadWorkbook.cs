using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>A workbook that was read back.</summary>
public sealed record ReadWorkbook
{
    /// <summary>The rule book of its pack.</summary>
    public required RuleBook RuleBook { get; init; }

    /// <summary>The budget in it.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The figures of that budget as far as reading computed them, for whoever checks it next; not thread-safe.</summary>
    public BudgetFigures? Figures { get; init; }

    /// <summary>What it knows of itself; null when only its visible labels told whose it is.</summary>
    public WorkbookIdentity? Identity { get; init; }

    /// <summary>Where the cells of the forms stand.</summary>
    public required IReadOnlyDictionary<CellAddress, Place> Places { get; init; }

    /// <summary>The rows of sheets in which forms have their data, inner forms block by block.</summary>
    public IReadOnlyList<FormArea> Areas { get; init; } = [];

    /// <summary>Cells that could not be read, with the reason.</summary>
    public required IReadOnlyDictionary<CellAddress, string> Unreadable { get; init; }

    /// <summary>Results that the workbook holds for computed cells, in the form's unit; never trusted, only compared.</summary>
    public required IReadOnlyDictionary<CellAddress, decimal> CachedResults { get; init; }

    /// <summary>去向。What became of every non-empty cell in the rows of the forms; listed when asked for.</summary>
    public required Lazy<IReadOnlyList<CellAccount>> Accounts { get; init; }

    /// <summary>Prefilled cells that were changed.</summary>
    public required IReadOnlyDictionary<CellAddress, Change> Changes { get; init; }

    /// <summary>签字。Who answers for it, and where they are named.</summary>
    public required SignOffReading SignOff { get; init; }

    /// <summary>自检。What the task pane left of a check; null when it was not checked there.</summary>
    public CheckMark? Mark { get; init; }

    /// <summary>What reading has to say.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
