using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>The levels that the rows above have named.</summary>
internal sealed record LevelsInForce
{
    private string _first = "";
    private string _last = "";
    private int _lastEnd;

    /// <summary>Takes the cell of a level; false when it is in force already.</summary>
    /// <param name="heading">What it says.</param>
    /// <param name="isFirst">True for 一级指标: it holds until another is named, whatever stands below it.</param>
    public bool Take(Heading heading, bool isFirst)
    {
        _lastEnd = heading.End;
        var name = heading.Name.Name;
        if (name == (isFirst ? _first : _last)) return false;
        if (isFirst) _first = name;
        _last = name;
        return true;
    }

    /// <summary>True for a cell that was taken as a level.</summary>
    public bool Holds(PastedCell cell) => cell.End <= _lastEnd;
}
