namespace ExcelBudget.Worker.Demo.Year;

/// <summary>How a unit behaves in a step.</summary>
internal enum Conduct
{
    /// <summary>Hands in a sound workbook in time.</summary>
    Prompt,

    /// <summary>Hands in a wrong one first and the right one before the due date.</summary>
    WrongFirst,

    /// <summary>Hands in after the due date.</summary>
    Late,

    /// <summary>Hands in the same file twice.</summary>
    Twice,

    /// <summary>Drops it into another department's folder first, and into its own the day after.</summary>
    WrongFolder,

    /// <summary>Hands in a wrong one and never mends it.</summary>
    StaysWrong,

    Silent,
}

/// <summary>A file that is dropped.</summary>
/// <param name="Number">Of which unit, from 0.</param>
/// <param name="Day">On which day.</param>
/// <param name="IsWrong">True when it has an error.</param>
/// <param name="IsAstray">True when it is dropped into another department's folder.</param>
internal sealed record ScriptedReturn(int Number, DateOnly Day, bool IsWrong, bool IsAstray = false);

/// <summary>
/// What the units of a made-up county do in one step: a third have errors at first, some hand in twice, late, to the wrong folder, or not
/// at all. The same every time, and different from step to step.
/// </summary>
/// <param name="units">How many units.</param>
/// <param name="step">Which step, from 0.</param>
/// <param name="opens">Its first day.</param>
/// <param name="due">Its last day.</param>
internal sealed class ReturnScript(int units, int step, DateOnly opens, DateOnly due)
{
    /// <summary>How late those are who are late.</summary>
    public const int LateDays = 4;

    /// <summary>What a unit does.</summary>
    /// <param name="number">Which unit, from 0.</param>
    public Conduct Of(int number) => (((number * 7) + (step * 5)) % 30) switch
    {
        < 10 => Conduct.WrongFirst,
        10 => Conduct.StaysWrong,
        11 or 12 => Conduct.Late,
        13 or 14 => Conduct.Twice,
        15 or 16 => Conduct.WrongFolder,
        17 => Conduct.Silent,
        _ => Conduct.Prompt,
    };

    /// <summary>Everything that is dropped, day by day.</summary>
    public IReadOnlyList<ScriptedReturn> Returns => [.. Enumerable.Range(0, units).SelectMany(ReturnsOf).OrderBy(file => file.Day)];

    private IEnumerable<ScriptedReturn> ReturnsOf(int number)
    {
        var first = opens.AddDays(3 + (number % 5));
        return Of(number) switch
        {
            Conduct.WrongFirst => [new(number, first, IsWrong: true), new(number, due.AddDays(-2), IsWrong: false)],
            Conduct.StaysWrong => [new(number, first, IsWrong: true)],
            Conduct.Late => [new(number, due.AddDays(LateDays), IsWrong: false)],
            Conduct.Twice => [new(number, first, IsWrong: false), new(number, first.AddDays(1), IsWrong: false)],
            Conduct.WrongFolder => [new(number, first, IsWrong: false, IsAstray: true), new(number, first.AddDays(1), IsWrong: false)],
            Conduct.Silent => [],
            _ => [new(number, first, IsWrong: false)],
        };
    }
}
