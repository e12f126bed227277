using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>Says in one finding what one cause is: at the likeliest cell, with the broken ties listed under it.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="system">The relations.</param>
/// <param name="ties">How a single tie is told.</param>
internal sealed class CauseFindings(BudgetFigures figures, CellLabels labels, TieSystem system, TieFindings ties)
{
    private readonly CauseWords _words = new(figures, labels, system.Influences);
    private readonly SlipFindings _slips = new(figures, labels, system.Influences);

    /// <summary>The finding of a cause.</summary>
    public Finding Of(Cause cause)
    {
        var told = cause.Ties.Select(tie => new ToldTie(tie, ties.Of(tie.Result, tie.Form))
        {
            Same = [.. tie.Result.Same.Select(same => ties.Of(same, tie.Form))],
        }).ToArray();
        if (cause.Likeliest.Count == 0) return Alone(cause, told);
        if (told.All(tie => tie.Finding.Severity != Severity.Error)) return Doubtful(cause, told);
        return cause.IsDecided ? Decided(cause, told) : Undecided(cause, told);
    }

    /// <summary>A tie that no single figure explains stays as it is; what could settle it comes first among its cells.</summary>
    private Finding Alone(Cause cause, ToldTie[] told) => told[0].Finding with
    {
        Related = Related(cause, told[0].Finding, told[0].Finding.Place.Address),
        Ties = Under(told[..1]),
    };

    /// <summary>
    /// 疑点 that one cause may explain: the first asks in its own words and at its own place, nobody is told to change a figure.
    /// </summary>
    private Finding Doubtful(Cause cause, ToldTie[] told)
    {
        var first = told[0].Finding;
        return first with { Related = Related(cause, first, first.Place.Address), Ties = Under(told) };
    }

    private Finding Decided(Cause cause, ToldTie[] told)
    {
        var suspect = cause.Likeliest[0];
        var cell = system.Influences[suspect.Cell];
        var lead = Lead(told, cell);
        if (suspect.Area is { } area)
            return _slips.Of(area, lead.Finding) with
            {
                Ties = UnderOther(told),
                Related = [.. area.Cells.Select(own => new Place(Address: system.Influences[own]))],
            };
        var related = Related(cause, lead.Finding, cell);
        if (told.Length == 1 && lead.Finding.Place.Address == cell && suspect.Likeness is not (Likeness.Scaled or Likeness.Overwritten))
            return lead.Finding with { Related = related, Ties = Under(told) };
        var figure = InItsColumn(cell, system.Influences.Value(suspect.Cell));
        var sides = ShownSides.Of(figures.Book.Pack[cell.Form], figure, figure with { Value = figure.Value + suspect.Change });
        var finding = lead.Finding with
        {
            Place = new Place(Address: cell),
            Project = labels.ProjectKey(cell),
            Message = suspect.IsPinned ? _words.Of(suspect, cell, sides, told) : lead.Finding.Message + CauseWords.OfBound(suspect),
            Expected = suspect.IsPinned ? sides.Right : null,
            Actual = sides.Left,
            Difference = suspect.IsPinned ? sides.Difference : null,
            Related = related,
            Ties = UnderOther(told),
        };
        return suspect is { Likeness: Likeness.Scaled, IsPinned: true } ? _slips.Of(suspect, finding) : finding;
    }

    /// <summary>Several cells explain the ties equally well: the finding stands at the total they all enter, and names them.</summary>
    private Finding Undecided(Cause cause, ToldTie[] told)
    {
        var (total, change) = CommonTotal(cause, told);
        var lead = Lead(told, total);
        var related = Related(cause, lead.Finding, total);
        if (total is not { } place)
            return lead.Finding with { Message = _words.Of(cause.Likeliest, lead, told), Related = related, Ties = Under(told) };
        var figure = InItsColumn(place, figures.Value(place).Value);
        var sides = ShownSides.Of(figures.Book.Pack[place.Form], figure, figure with { Value = figure.Value + change });
        return lead.Finding with
        {
            Place = new Place(Address: place),
            Project = labels.ProjectKey(place),
            Message = _words.Of(cause.Likeliest, place, sides, told),
            Expected = sides.Right,
            Actual = sides.Left,
            Difference = sides.Difference,
            Related = related,
            Ties = UnderOther(told),
        };
    }

    /// <summary>A blank cell has no dimension of its own; what would be filled in has that of its column.</summary>
    private Measure InItsColumn(CellAddress cell, Measure figure) =>
        figures.Book.Pack[cell.Form].Column(cell.Column) is { Kind: CellKind.Amount }
            ? figure with { Dimension = Dimension.Money }
            : figure;

    /// <summary>
    /// The narrowest total named by the ties that every likely cell enters alike, and what would have to be added to it.
    /// </summary>
    private (CellAddress? Total, decimal Change) CommonTotal(Cause cause, ToldTie[] told)
    {
        var named = told.SelectMany(tie => Sides(tie.Tie.Result)).SelectMany(side => side).Distinct();
        var totals = from cell in named
                     let form = system.Influences.Of(cell)
                     let changes = cause.Likeliest.Select(suspect => form[suspect.Cell] * suspect.Change).Distinct().ToArray()
                     where form.IsLinear && changes is [not 0m]
                     orderby form.Cells.Count()
                     select (Cell: (CellAddress?)cell, Change: changes[0]);
        return totals.FirstOrDefault();
    }

    /// <summary>The tie that names a cell most directly: as a whole side, among others, through formulas; 表内 before 表间.</summary>
    private ToldTie Lead(ToldTie[] told, CellAddress? cell) => told
        .OrderByDescending(tie => tie.Finding.Severity)
        .ThenBy(tie => Distance(tie.Tie.Result, cell))
        .ThenBy(tie => tie.Tie.Result.Relation.Declaration.Kind == "表内" ? 0 : 1)
        .First();

    private int Distance(RelationResult result, CellAddress? cell) => cell is not { } address ? 0
        : Sides(result).Select(side => side.Length == 1 && side[0] == address ? 0 : side.Contains(address) ? 1 : 2).Min();

    private CellAddress[][] Sides(RelationResult result) =>
    [
        [.. CellsOfSides.Cells(figures, result.Relation.Check.Left, result.Context)],
        [.. CellsOfSides.Cells(figures, result.Relation.Check.Right, result.Context)],
    ];

    private IReadOnlyList<Place> Related(Cause cause, Finding lead, CellAddress? place) =>
    [
        .. cause.Likeliest.Concat(cause.Others).Select(suspect => new Place(Address: system.Influences[suspect.Cell]))
            .Concat(lead.Related)
            .Append(lead.Place)
            .Where(related => related.Address != place)
            .Distinct(),
    ];

    /// <summary>The ties under a finding that is one of them; empty where it is the only one.</summary>
    private static IReadOnlyList<Finding> Under(ToldTie[] told) => ToldTie.Count(told) == 1 ? [] : UnderOther(told);

    private static IReadOnlyList<Finding> UnderOther(ToldTie[] told) => [.. told.SelectMany(tie => tie.Same.Prepend(tie.Finding))];
}

/// <summary>A broken tie with the finding it would be if it stood alone.</summary>
internal sealed record ToldTie(TieGap Tie, Finding Finding)
{
    /// <summary>The findings of other relations that say the same of the same cells.</summary>
    public IReadOnlyList<Finding> Same { get; init; } = [];

    /// <summary>How many relations are told, those that say the same among them.</summary>
    public static int Count(IEnumerable<ToldTie> told) => told.Sum(tie => 1 + tie.Same.Count);
}
