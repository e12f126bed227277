using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>Says in a finding how one relation came out: its two sides, their gap, and the cells behind.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="influences">Which cells make up the sides.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
internal sealed class TieFindings(BudgetFigures figures, CellLabels labels, Influences influences, IReadOnlySet<CellAddress> changed)
{
    /// <summary>The finding of a relation that is broken or leaves a tail.</summary>
    public Finding Of(RelationResult result) => Of(result, influences.Of(result));

    /// <summary>The finding of a relation, with the others that say the same of the same cells listed under it.</summary>
    public Finding Listed(RelationResult result)
    {
        var told = Of(result);
        return result.Same.Count == 0 ? told : told with { Ties = [told, .. result.Same.Select(Of)] };
    }

    /// <summary>The finding of a relation whose cells are known.</summary>
    public Finding Of(RelationResult result, LinearForm form)
    {
        var rule = result.Relation.Declaration;
        var isTail = result.Tie == Tie.Tail;
        var isBound = !isTail && result.Relation.Check.Comparison != Language.Comparison.Equal;
        var address = AddressOf(result);
        var sides = ShownSides.Of(figures.Book.Pack[address.Form], result.Left, result.Right);
        return new Finding
        {
            Rule = rule.Id,
            Category = isTail ? Category.RoundingTail : rule.Category,
            Severity = isTail ? Severity.Info : rule.Severity,
            Message = MessageSlots.Fill(isTail ? CauseSentences.Tail.Template : rule.Message, Slots(result, address, sides)),
            Place = new Place(Address: address),
            Project = labels.ProjectKey(address),
            // a ceiling is no right value: the sentence tells it
            Expected = isBound ? null : sides.Right,
            Actual = sides.Left,
            Difference = isBound ? null : sides.Difference,
            Related = [.. Contributors(result, form).Where(cell => cell != address).Select(cell => new Place(Address: cell))],
            Basis = rule.Basis,
        };
    }

    /// <summary>Cells behind a result: changed ones first, then those whose figure equals the gap, then in order of appearance.</summary>
    private IEnumerable<CellAddress> Contributors(RelationResult result, LinearForm form)
    {
        var gap = Math.Abs(result.Left.Value - result.Right.Value);
        return form.Cells
            .Where(cell => !influences.IsBlank(cell) || changed.Contains(influences[cell]))
            .OrderBy(cell => changed.Contains(influences[cell]) ? 0 : Math.Abs(influences.Value(cell).Value) == gap ? 1 : 2)
            .Select(cell => influences[cell]);
    }

    /// <summary>
    /// The first cell of the left side: its total, or the first of a sum. Where the budget has no such row, the row and column the
    /// relation speaks of.
    /// </summary>
    private CellAddress AddressOf(RelationResult result)
    {
        var (check, context) = (result.Relation.Check, result.Context);
        var named = CellsOfSides.Cells(figures, check.Left, context).Concat(CellsOfSides.Cells(figures, check.Right, context));
        return named.Select(cell => (CellAddress?)cell).FirstOrDefault()
            ?? new CellAddress(result.Relation.Form.Id, result.Row ?? new RowKey(""), context.Column ?? new ColumnId(""));
    }

    private Dictionary<string, string> Slots(RelationResult result, CellAddress address, ShownSides sides)
    {
        var unit = labels.Unit(address);
        // the row and column a rule speaks of; where it speaks of none, those of the cell it is about
        var row = result.Context.Row is { } spoken ? new CellAddress(result.Relation.Form.Id, spoken.Key, address.Column) : address;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["left"] = sides.Left + unit,
            ["right"] = sides.Right + unit,
            ["diff"] = sides.Gap + unit,
            ["row"] = labels.Row(row),
            ["column"] = labels.Column(address),
            ["code"] = address.Row.Value,
            ["project"] = labels.Project(address),
            ["title"] = result.Relation.Declaration.Title,
        };
    }
}
