using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>The levels that the rows above have named.</summary>
internal sealed record LevelsInForce
{
    private string _first = "";
    private string _last = "";
    private int _lastEnd;
    private HeadingName? _named;

    /// <summary>Takes the cell of a level; false when it is in force already.</summary>
    /// <param name="heading">What it says.</param>
    /// <param name="isFirst">True for 一级指标: it holds until another is named, whatever stands below it.</param>
    public bool Take(Heading heading, bool isFirst)
    {
        _lastEnd = heading.End;
        var name = heading.Name.Name;
        if (name == (isFirst ? _first : _last)) return false;
        if (isFirst) _first = name;
        (_last, _named) = (name, heading.Name);
        return true;
    }

    /// <summary>
    /// ⇥数量指标⇥a above 产出指标⇥⇥b: level 1 of the level 2 in force, set at the side in the middle of its rows, changes nothing.
    /// </summary>
    public bool IsAbove(HeadingName first) => _named is { Rank: HeadingRank.Level2 } below && _first.Length == 0
        && below.Parents.Contains(first.Name, StringComparer.Ordinal);

    /// <summary>True for a cell that was taken as a level.</summary>
    public bool Holds(PastedCell cell) => cell.End <= _lastEnd;
}
