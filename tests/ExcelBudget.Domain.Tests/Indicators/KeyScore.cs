namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>How a reading compares with a key.</summary>
internal sealed class KeyScore(string document)
{
    public int Rows { get; set; }

    public List<string> Lost { get; } = [];

    /// <summary>Found at their place, with more or less of the text around them than the key has.</summary>
    public List<string> CutOtherwise { get; } = [];

    public List<string> Invented { get; } = [];

    public List<string> WrongLevels { get; } = [];

    public List<string> WrongTargets { get; } = [];

    public List<string> WrongNames { get; } = [];

    public List<string> WrongNumbers { get; } = [];

    public decimal Levels => Share(WrongLevels);

    public decimal Targets => Share(WrongTargets);

    public decimal Names => Share(WrongNames);

    public override string ToString() => string.Join('\n',
        [
            $"{document}: {Rows} indicators, levels {Levels:P1}, targets {Targets:P1}, names {Share(WrongNames):P1}, numbers "
                + $"{Share(WrongNumbers):P1}, lost {Lost.Count}, invented {Invented.Count}, cut otherwise {CutOtherwise.Count}",
            .. Listed("lost", Lost), .. Listed("cut otherwise", CutOtherwise), .. Listed("invented", Invented),
            .. Listed("levels", WrongLevels), .. Listed("target", WrongTargets),
            .. Listed("name", WrongNames), .. Listed("number", WrongNumbers),
        ]);

    private decimal Share(List<string> wrong) =>
        (Rows - wrong.Count - (wrong == WrongNames || wrong == WrongNumbers ? 0 : Lost.Count)) / (decimal)Rows;

    private static IEnumerable<string> Listed(string kind, List<string> misses) => misses.Select(miss => $"  {kind}: {miss}");
}
