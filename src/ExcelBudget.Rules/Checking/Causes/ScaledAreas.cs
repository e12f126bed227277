using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>Asks of whole forms and columns: were they filled in 元 where 万元 belongs, or with the decimal point one place off?</summary>
/// <param name="system">The relations.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
internal sealed class ScaledAreas(TieSystem system, IReadOnlySet<CellAddress> changed)
{
    /// <summary>A slip by ten shifts a total by nine tenths of the larger side at least, when all of it slipped.</summary>
    private const decimal LeastShare = 0.5m;

    /// <summary>Forms and columns whose return to scale would satisfy broken ties, the likeliest first.</summary>
    public IReadOnlyList<Suspect> Find()
    {
        if (!system.Reported.Any(IsFarOff)) return [];
        var filled = system.Cells.Where(cell => system.Influences.Value(cell).Value != 0m).Order().ToArray();
        var areas = filled.GroupBy(cell => system.Influences[cell].Form).SelectMany(Areas).Where(area => area.Cells.Length > 1);
        return [.. areas.SelectMany(area => Of(area.Cells, area.IsWholeForm)).OrderByDescending(suspect => suspect.Net)];
    }

    /// <summary>A form, and each of its columns where figures stand in more than one.</summary>
    private IEnumerable<(int[] Cells, bool IsWholeForm)> Areas(IEnumerable<int> form)
    {
        var columns = form.GroupBy(cell => system.Influences[cell].Column).Select(cells => cells.ToArray()).ToArray();
        yield return ([.. columns.SelectMany(cells => cells)], true);
        foreach (var column in columns.Where(_ => columns.Length > 1)) yield return (column, false);
    }

    private static bool IsFarOff(TieGap tie) =>
        tie.IsBroken && tie.Pins
            && Math.Abs(tie.Gap) > LeastShare * Math.Max(Math.Abs(tie.Result.Left.Value), Math.Abs(tie.Result.Right.Value));

    private IEnumerable<Suspect> Of(int[] cells, bool isWholeForm)
    {
        var weights = system.Shifts(cells.Select(cell => (cell, system.Influences.Value(cell).Value)));
        if (!weights.Keys.Any(tie => tie.IsBroken)) yield break;
        foreach (var factor in Slips.Factors)
        {
            var part = (1m / factor) - 1m;
            // where nothing at all would do as well, there is nothing to compare with: a ratio to nothing is no ratio
            var settles = weights.Where(tie => tie.Key.IsBroken && tie.Key.HoldsAt(tie.Key.Gap + (tie.Value * part))
                    && !(tie.Key.Pins && tie.Key.HoldsAt(tie.Key.Gap - tie.Value)))
                .Select(tie => tie.Key).ToArray();
            var harms = weights.Count(tie => !tie.Key.IsBroken && !tie.Key.HoldsAt(tie.Key.Gap + (tie.Value * part)));
            var suspect =
                new Suspect(cells[0], part * system.Influences.Value(cells[0]).Value, settles, harms, Likeness.Scaled,
                cells.Any(cell => changed.Contains(system.Influences[cell])))
                {
                    Area = new ScaledArea(cells, factor, isWholeForm),
                };
            if (suspect is { Net: > 0, IsPinned: true }) yield return suspect;
        }
    }
}
