namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>Goals seen so far, found again by what they share: only goals with a rare pair of characters in common are compared.</summary>
/// <param name="often">How often each pair occurs in all goals that will be asked for.</param>
internal sealed class GoalIndex(Dictionary<int, int> often)
{
    private readonly List<(ReviewedProject Project, Shingles Goal)> _all = [];
    private readonly Dictionary<long, List<int>> _byMark = [];

    /// <summary>The first goal seen that this one copies, of the projects that count; null when there is none.</summary>
    public ReviewedProject? First(Shingles goal, Func<ReviewedProject, bool> counts)
    {
        HashSet<int>? places = null;
        foreach (var mark in goal.Marks(often))
        {
            if (_byMark.TryGetValue(mark, out var known)) (places ??= []).UnionWith(known);
        }

        if (places is null) return null;
        var first = places.Where(place => counts(_all[place].Project) && goal.Copies(_all[place].Goal)).DefaultIfEmpty(_all.Count).Min();
        return first < _all.Count ? _all[first].Project : null;
    }

    /// <summary>Keeps a goal for those that come later.</summary>
    public void Add(ReviewedProject project, Shingles goal)
    {
        foreach (var mark in goal.Marks(often))
        {
            if (!_byMark.TryGetValue(mark, out var places)) _byMark[mark] = places = [];
            places.Add(_all.Count);
        }

        _all.Add((project, goal));
    }
}
