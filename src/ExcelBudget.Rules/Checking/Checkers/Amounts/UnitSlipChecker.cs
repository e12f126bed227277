using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Amounts;

/// <summary>
/// unitSlip、unitSlipArea：数量级差错。Declares in the pack's words how a cell, or a whole form or column, is told whose figures are
/// ten to ten thousand times what the broken relations ask for. The slips are found with the relations, so there is nothing to run.
/// </summary>
/// <param name="name">Its name in rules.yaml.</param>
internal sealed class UnitSlipChecker(string name) : ITextChecker
{
    public const string Cell = "unitSlip";

    /// <summary>A whole form or column.</summary>
    public const string Area = "unitSlipArea";

    public string Name => name;

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Amount);

    public IEnumerable<Hit> Check(CheckScope scope) => [];
}
