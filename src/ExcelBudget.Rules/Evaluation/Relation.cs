using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>A relation of the rule book, parsed and bound to the pack's forms.</summary>
/// <param name="Declaration">As declared.</param>
/// <param name="Form">The form whose rows it speaks of, or the form of its left side; its place on the 校验 sheet.</param>
/// <param name="Rows">Rows it speaks of; null for a single relation.</param>
/// <param name="Columns">Columns it speaks of; empty when it names its columns.</param>
/// <param name="When">Condition; null for always.</param>
/// <param name="Check">The two sides.</param>
public sealed record Relation(
    RelationDeclaration Declaration,
    FormDefinition Form,
    IReadOnlyList<RowSelector>? Rows,
    IReadOnlyList<ColumnId> Columns,
    Condition? When,
    Comparing Check)
{
    /// <summary>
    /// In which unit and with how many decimals its sides are shown: as the form prints amounts whose cell is named first.
    /// </summary>
    public AmountFormat Amounts { get; } = Expression.CellsOf(Check.Left).Concat(Expression.CellsOf(Check.Right))
        .FirstOrDefault()?.Form.Amounts ?? Form.Amounts;
}
