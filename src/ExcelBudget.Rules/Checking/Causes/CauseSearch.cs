using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// Explains broken ties by as few causes as possible: takes the change that satisfies most of them and breaks least, takes its
/// effect out of every gap, and goes on with what is left. What nothing explains stands alone.
/// </summary>
/// <param name="system">The relations.</param>
/// <param name="figures">The budget's figures.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
internal sealed class CauseSearch(TieSystem system, BudgetFigures figures, IReadOnlySet<CellAddress> changed)
{
    /// <summary>A budget with more causes is no longer explained by single figures; what is left then stands tie by tie.</summary>
    private const int MostCauses = 60;

    /// <summary>
    /// Broken relations times causes: where hundreds are broken, fewer causes are looked for, so that the time stays in proportion.
    /// </summary>
    private const int MostLookedAt = 12_000;

    /// <summary>Beyond this many causes the first step matters little.</summary>
    private const int MostWeighed = 6;

    /// <summary>How many other first steps are tried.</summary>
    private const int MostFirstSteps = 8;

    private readonly int _mostCauses = Math.Clamp(MostLookedAt / Math.Max(1, system.Reported.Count), 3, MostCauses);
    private readonly SuspectCells _cells = new(system, figures, changed);
    private readonly ScaledAreas _areas = new(system, changed);
    private readonly HashSet<TieGap> _explained = [];

    /// <summary>
    /// The causes, in the order found. Of causes that share totals the first step may take what belongs to the second: other first
    /// steps are tried, and the fewest causes win.
    /// </summary>
    public IReadOnlyList<Cause> Find()
    {
        var best = Find(null);
        if (best.Count is < 2 or > MostWeighed) return best;
        foreach (var first in FirstSteps())
        {
            var causes = Find(first);
            if (causes.Count < best.Count) best = causes;
        }

        return best;
    }

    private Suspect[] FirstSteps()
    {
        Reset();
        return [.. _cells.FindAll().Take(MostFirstSteps)];
    }

    private IReadOnlyList<Cause> Find(Suspect? first)
    {
        Reset();
        var causes = new List<Cause>();
        if (first is not null && Next(_ => first) is { } start) causes.Add(start);
        while (causes.Count < _mostCauses && Next(suspects => suspects.FirstOrDefault(suspect => suspect.Net > 0)) is { } cause)
            causes.Add(cause);
        causes.AddRange(OfChangesThatHideEachOther());
        // nothing is taken out of a gap any more: what could settle the ties that are left is looked for once for all of them
        var left = new Lazy<ILookup<TieGap, Suspect>>(() => _cells.Find().SelectMany(suspect => suspect.Settles.Select(tie => (tie,
            suspect)))
            .ToLookup(pair => pair.tie, pair => pair.suspect));
        foreach (var tie in system.Reported.Where(tie => !_explained.Contains(tie))) Join(causes, tie, left);
        return [.. causes.Where(cause => cause.Ties.Count > 0)];
    }

    private void Reset()
    {
        system.Reset();
        _explained.Clear();
    }

    /// <summary>
    /// Two changed figures may cancel out in the totals: each alone seems to do more harm than good, together they explain everything.
    /// </summary>
    private List<Cause> OfChangesThatHideEachOther()
    {
        var found = new List<Cause>();
        var applied = new List<Suspect>();
        while (found.Count < _mostCauses && Next(suspects => suspects.FirstOrDefault(suspect => suspect.IsChanged), applied) is { } cause)
            found.Add(cause);
        if (!system.Cells.SelectMany(system.TiesOf).Any(tie => tie.IsBroken && !tie.IsReported)) return found;
        foreach (var suspect in applied) Apply(suspect, -1m);
        foreach (var tie in found.SelectMany(cause => cause.Ties)) _explained.Remove(tie);
        return [];
    }

    private Cause? Next(Func<IReadOnlyList<Suspect>, Suspect?> choose, List<Suspect>? applied = null)
    {
        if (!system.Reported.Any(tie => tie.Form.IsLinear && tie.IsBroken)) return null;
        var suspects = _areas.Find().Concat(_cells.Find()).OrderByDescending(suspect => suspect.Rank).ToArray();
        if (choose(suspects) is not { } best) return null;
        var ties = best.Settles.Where(tie => tie.IsReported && _explained.Add(tie)).ToArray();
        // a step that was chosen for what comes after it is not the best of its cell, nor are its equals of theirs
        var pool = suspects.Contains(best) ? suspects : _cells.FindAll();
        var settled = best.Settles.ToHashSet();
        var likeliest = pool.Where(suspect => suspect.Cell != best.Cell && suspect.IsAsLikelyAs(best, settled))
            .DistinctBy(suspect => suspect.Cell).Prepend(best).ToArray();
        var named = likeliest.ToHashSet();
        var others = suspects.Where(suspect => suspect.Net > 0 && suspect.Area is null && !named.Contains(suspect)
            && suspect.Settles.Any(settled.Contains)).ToArray();
        Apply(best, 1m);
        applied?.Add(best);
        return new Cause(ties, likeliest, others);
    }

    private void Apply(Suspect suspect, decimal times)
    {
        var changes = suspect.Area is { } area
            ? area.Cells.Select(cell => (cell, times * ((1m / area.Factor) - 1m) * system.Influences.Value(cell).Value))
            : [(suspect.Cell, times * suspect.Change)];
        foreach (var (tie, shift) in system.Shifts(changes)) tie.Shift(shift);
    }

    /// <summary>A tie that no proportion explains goes with the cause whose one cell enters it; else it stands alone.</summary>
    private static void Join(List<Cause> causes, TieGap tie, Lazy<ILookup<TieGap, Suspect>> left)
    {
        var at = tie.Form.IsLinear ? -1 : causes.FindIndex(cause => cause.IsDecided && tie.Form[cause.Likeliest[0].Cell] != 0m);
        if (at >= 0) causes[at] = causes[at] with { Ties = [.. causes[at].Ties, tie] };
        else causes.Add(new Cause([tie], [], tie.Form.IsLinear ? [.. left.Value[tie]] : []));
    }
}
