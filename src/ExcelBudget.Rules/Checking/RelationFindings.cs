using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking;

/// <summary>Says in findings how the relations of a rule book came out.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
internal sealed class RelationFindings(BudgetFigures figures, CellLabels labels, IReadOnlySet<CellAddress> changed)
{
    private const string TailMessage = "“{title}”的两边分别为 {left} 和 {right}，相差 {diff}，是四舍五入造成的尾差，属于正常情况，不用处理。";

    private readonly RelationChecker _checker = new(figures);
    private readonly Contributors _contributors = new(figures, changed);

    public CheckOutcome Check()
    {
        var findings = new List<Finding>();
        var notChecked = new List<Unchecked>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        // of two rules that say the same of the same cells, the one that weighs more speaks
        foreach (var relation in figures.Book.Relations.OrderByDescending(relation => relation.Declaration.Severity))
        {
            var missing = Missing(relation);
            var results = missing is null ? _checker.Check(relation).ToArray() : [];
            if ((missing ?? Reasons(results)) is { } reason) notChecked.Add(new Unchecked(relation.Declaration.Id, reason));
            findings.AddRange(results.Where(result => result.Tie is Tie.Broken or Tie.Tail && said.Add(Saying(result))).Select(Finding));
        }

        return new CheckOutcome(findings, notChecked);
    }

    /// <summary>The relation cannot run at all without the forms it names: without rows to speak of it would seem to have passed.</summary>
    private string? Missing(Relation relation)
    {
        var missing = CellsOfSides.Forms(relation.Check.Left).Concat(CellsOfSides.Forms(relation.Check.Right))
            .Concat(relation.When?.Figures.SelectMany(CellsOfSides.Forms) ?? [])
            .Append(relation.Form)
            .FirstOrDefault(form => figures.Budget[form.Id] is null);
        return missing is null ? null : $"缺少表 {missing.Id}（{missing.Title}）";
    }

    private static string? Reasons(RelationResult[] results)
    {
        var reasons = results.Where(result => result.Tie == Tie.Unchecked).Select(result => result.Reason).Distinct().ToArray();
        return reasons.Length == 0 ? null : string.Join('；', reasons.Take(3)) + (reasons.Length > 3 ? "等" : "");
    }

    /// <summary>What a result says, whichever rule says it: these cells make this figure, those make that one.</summary>
    private string Saying(RelationResult result)
    {
        var left = string.Join('+', CellsOfSides.Cells(figures, result.Relation.Check.Left, result.Context));
        var right = string.Join('+', CellsOfSides.Cells(figures, result.Relation.Check.Right, result.Context));
        return $"{left}={Figures.Plain(result.Left.Value)}|{right}={Figures.Plain(result.Right.Value)}";
    }

    private Finding Finding(RelationResult result)
    {
        var rule = result.Relation.Declaration;
        var isTail = result.Tie == Tie.Tail;
        var address = AddressOf(result);
        var sides = ShownSides.Of(result.Left.Value, result.Right.Value);
        return new Finding
        {
            Rule = rule.Id,
            Category = isTail ? Category.RoundingTail : rule.Category,
            Severity = isTail ? Severity.Info : rule.Severity,
            Message = MessageSlots.Fill(isTail ? TailMessage : rule.Message, Slots(result, address, sides)),
            Place = new Place(Address: address),
            Project = labels.ProjectKey(address),
            Expected = sides.Right,
            Actual = sides.Left,
            Difference = sides.Difference,
            Related = [.. _contributors.Of(result).Where(cell => cell != address).Select(cell => new Place(Address: cell))],
            Basis = rule.Basis,
        };
    }

    /// <summary>The first cell of the left side: its total, or the first of a sum. Where the budget has no such row, the row and column the relation speaks of.</summary>
    private CellAddress AddressOf(RelationResult result)
    {
        var (check, context) = (result.Relation.Check, result.Context);
        var named = CellsOfSides.Cells(figures, check.Left, context).Concat(CellsOfSides.Cells(figures, check.Right, context));
        return named.Select(cell => (CellAddress?)cell).FirstOrDefault()
            ?? new CellAddress(result.Relation.Form.Id, result.Row ?? new RowKey(""), context.Column ?? new ColumnId(""));
    }

    private Dictionary<string, string> Slots(RelationResult result, CellAddress address, ShownSides sides)
    {
        var unit = UnitOf(address);
        // the row and column a rule speaks of; where it speaks of none, those of the cell it is about
        var row = result.Context.Row is { } spoken ? new CellAddress(result.Relation.Form.Id, spoken.Key, address.Column) : address;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["left"] = sides.Left + unit,
            ["right"] = sides.Right + unit,
            ["diff"] = sides.Gap + unit,
            ["row"] = labels.Row(row),
            ["column"] = labels.Column(address),
            ["code"] = address.Row.Base,
            ["project"] = labels.Project(address),
            ["title"] = result.Relation.Declaration.Title,
        };
    }

    private string UnitOf(CellAddress address) => figures.Book.Pack.Form(address.Form) is { } form
        ? form.Column(address.Column)?.Kind switch
        {
            CellKind.Amount => " " + form.Money.Title(),
            CellKind.Percent => "%",
            _ => "",
        }
        : "";
}
