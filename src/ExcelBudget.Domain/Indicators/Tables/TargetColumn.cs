using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Finds the column of targets: by its header; else by what stands in it. Of several that may hold them the one is meant that the columns
/// of operators and units go with, and of several terms the year. Where the terms alone decide it is said that the choice is doubtful.
/// </summary>
internal sealed class TargetColumn(IReadOnlyList<Column> columns, ColumnRole[] roles, int name, int sign)
{
    private const decimal Most = 0.6m;
    private const decimal Mostly = 0.7m;
    private const decimal Few = 0.2m;
    private const int FewestRates = 3;
    private readonly int _unit = Array.FindIndex(roles, role => role == ColumnRole.Unit);

    /// <summary>True where another column may as well hold the targets and no header says which.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Its place; -1 where the names hold the targets, -2 where the columns do not tell.</summary>
    public int Find()
    {
        var headed = Enumerable.Range(0, columns.Count)
            .Where(at => columns[at].Header is { Role: ColumnRole.Value } && at != name).ToArray();
        if (headed.Length == 0)
            return ByContent([.. Enumerable.Range(0, columns.Count).Where(at => at != name && roles[at] == ColumnRole.Unknown)]);
        var best = headed.Max(at => columns[at].Header!.Value.Rank);
        var chosen = Array.FindAll(headed, at => columns[at].Header!.Value.Rank == best);
        if (chosen.Length == 1) return chosen[0];
        return ByContent(chosen) is >= 0 and var told ? told : chosen[^1];
    }

    private int ByContent(int[] open)
    {
        var told = Array.FindAll(open, at => IsTold(columns[at]));
        // targets mostly in words beside points that add up
        if (Array.TrueForAll(told, at => columns[at].ArePoints)
            && Array.FindAll(open, at => at > name && IsSometimesTold(columns[at])) is [var worded]) return worded;
        if (sign >= 0 && told.Length > 1 && Array.FindAll(told, at => !columns[at].ArePoints) is { Length: > 0 } others) told = others;
        told = OfTheYear(Belonging(WithoutRates(told)));
        if (sign >= 0 && Nearest(told, sign) is >= 0 and var beside) return beside;
        var rich = Array.FindAll(told, at => columns[at].Share(PastedKind.Target) >= 0.5m);
        if (rich.Length == 1) return rich[0];
        if (rich.Length > 1)
        {
            var signed = Array.FindAll(rich, at => columns[at].Signed >= 0.5m);
            if (signed.Length == 1 && Array.TrueForAll(rich, at => at == signed[0] || columns[at].Signed <= Few)) return signed[0];
            if (IsEvaluated(rich)) return rich[0];
            // what was reached before stands before what is aimed at
            IsDoubtful = true;
            return rich[^1];
        }

        var figures = Array.FindAll(told, at => at > name);
        // 明显⇥效益指标⇥经济效益指标⇥对经济的促进作用: targets mostly in words before the name
        if (figures.Length == 0 && told is [var first] && columns[first].Share(PastedKind.Target, PastedKind.Result) >= 0.9m) return first;
        if (figures.Length > 1) figures = Array.FindAll(figures, at => !columns[at].ArePoints);
        if (figures.Length == 1 && (_unit >= 0 || !columns[figures[0]].ArePoints)) return figures[0];
        if (_unit >= 0 && Beside(figures, _unit) is >= 0 and var measured) return measured;
        return columns[name].Share(PastedKind.Words) > 0 && figures.Length <= 1 ? -1 : -2;
    }

    /// <summary>
    /// ≥12场⇥13场⇥8⇥8, 12场⇥已完成13场: where what was reached, or points and what of them was earned, stand behind, the targets stand
    /// first. Dates of one year say it too, with less certainty: last year's figures are of another.
    /// </summary>
    private bool IsEvaluated(int[] rich)
    {
        if (rich[0] < name) return false;
        if (!columns[rich[0]].TellsReached && Enumerable.Range(rich[0] + 1, columns.Count - rich[0] - 1)
            .Any(at => columns[at].TellsReached || columns[at].IsEarnedOf(columns[at - 1]))) return true;
        return IsDoubtful = columns[rich[0]].IsOfTheSameYear(columns[rich[1]]);
    }

    /// <summary>≥12场⇥13场⇥100%: a column of rates that says the same in every row, behind figures that differ.</summary>
    private int[] WithoutRates(int[] told) => told.Length < 2 || columns[told[0]].SaysTheSame ? told
        : Array.FindAll(told, at => at == told[0] || !columns[at].SaysTheSame || columns[at].Filled < FewestRates);

    /// <summary>上年实际41家⇥本年45⇥家: a column of units or signs belongs to figures that have none of their own.</summary>
    private int[] Belonging(int[] told)
    {
        if (_unit >= 0) told = Without(told, column => column.Measured, Mostly, 0.3m);
        return sign >= 0 ? Without(told, column => column.Signed, 0.3m, Few) : told;
    }

    /// <summary>The columns that have little of something, where others have much of it; all where they do not differ.</summary>
    private int[] Without(int[] told, Func<Column, decimal> share, decimal most, decimal least) =>
        Array.Exists(told, at => share(columns[at]) >= most)
            && Array.FindAll(told, at => share(columns[at]) <= least) is { Length: > 0 } few ? few : told;

    /// <summary>中期⇥年度, 半年⇥全年 without their headers: the columns that are the year's.</summary>
    private int[] OfTheYear(int[] told)
    {
        for (var first = 0; first < told.Length; first++)
        {
            for (var second = first + 1; second < told.Length; second++)
            {
                var (one, two) = (columns[told[first]], columns[told[second]]);
                var isFirstLonger = one.IsOfLongerTerm(two);
                if (one.ArePoints || two.ArePoints || (!isFirstLonger && !two.IsOfLongerTerm(one)) || ArePrintedUnlike(one, two)) continue;
                IsDoubtful = true;
                // a year is about twice its half, the years to come are more; a half stands before its year, and those years before theirs
                var isLongerMeant = isFirstLonger ? !one.IsOfTimes(two, 2.2m) : !two.IsOfTimes(one, 2.6m);
                var dropped = isFirstLonger == isLongerMeant ? told[second] : told[first];
                return OfTheYear(Array.FindAll(told, at => at != dropped));
            }
        }

        return told;
    }

    /// <summary>≥3200册⇥8: figures with their units and bare ones, without a column of units, are not two terms of one target.</summary>
    private bool ArePrintedUnlike(Column one, Column two) => _unit < 0
        && (IsBare(one) && two.Share(PastedKind.Target) >= 0.5m || IsBare(two) && one.Share(PastedKind.Target) >= 0.5m);

    private static bool IsBare(Column column) => column.Share(PastedKind.Number) >= Mostly;

    /// <summary>True where most cells can be targets.</summary>
    private static bool IsTold(Column column) =>
        column.Share(PastedKind.Target, PastedKind.Number, PastedKind.Result) >= Most
            && column.Count(PastedKind.Target) + column.Count(PastedKind.Number) > 0;

    private static bool IsSometimesTold(Column column) => column.Share(PastedKind.Number) == 0
        && column.Share(PastedKind.Target, PastedKind.Result) >= 0.3m && column.Count(PastedKind.Target) > 1;

    /// <summary>The next column behind a place, else before it; -1 when none stands beside it.</summary>
    private static int Nearest(int[] at, int place)
    {
        foreach (var distance in (ReadOnlySpan<int>)[1, 2, -1, -2])
        {
            if (Array.IndexOf(at, place + distance) >= 0) return place + distance;
        }

        return -1;
    }

    /// <summary>Of figures before one unit the last is this year's; figures behind it come second.</summary>
    private static int Beside(int[] figures, int unit) => Array.IndexOf(figures, unit - 1) >= 0 ? unit - 1
        : Array.IndexOf(figures, unit + 1) >= 0 ? unit + 1 : -1;
}
