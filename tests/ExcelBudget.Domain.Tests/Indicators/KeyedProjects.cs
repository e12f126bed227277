using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>
/// Projects of many departments from the keys of the collected cells: plain names, and targets that are figures, dates or results.
/// </summary>
internal static class KeyedProjects
{
    private const int Fewest = 6;

    private static readonly string[] Rounds =
    [
        "fifteenth", "seventeenth", "twentysecond", "twentyfourth", "twentyeighth", "thirtyfirst", "thirtyfourth", "thirtysixth",
        "thirtyninth",
    ];

    /// <summary>The projects.</summary>
    public static IReadOnlyList<IReadOnlyList<Indicator>> All { get; } =
        [.. Rounds.SelectMany(Of).Where(project => project.Count >= Fewest)];

    private static IEnumerable<IReadOnlyList<Indicator>> Of(string round) =>
        from project in Csv.Read($"tests/data/indicators/collected-{round}/key.csv").GroupBy(row => row["project"])
        select (IReadOnlyList<Indicator>)[.. project.Where(IsPlain).DistinctBy(row => row["name"]).Select(Of)];

    private static Indicator Of(IReadOnlyDictionary<string, string> row) => new()
    {
        Level1 = row["level1"],
        Level2 = row["level2"],
        Name = row["name"],
        Value = row["value"],
        Unit = row["unit"],
        Operator = TargetSigns.Parse(row["operator"])!.Value,
    };

    private static bool IsPlain(IReadOnlyDictionary<string, string> row)
    {
        var (name, value) = (row["name"], row["value"]);
        if (row["level1"].Length == 0 || row["level2"].Length == 0 || name.Length is < 4 or > 19 || !name.All(IsHan)) return false;
        if (row["operator"] == "定性") return value.Length is > 1 and < 7 && value.All(IsHan) && value != name;
        return row["operator"] is "≥" or "≤" or "=" && (IsFigure(value) || IsDate(value))
            && row["unit"].All(sign => IsHan(sign) || sign is '%' or '/');
    }

    private static bool IsFigure(string value) => value.Length > 0 && value.All(sign => char.IsAsciiDigit(sign) || sign == '.');

    private static bool IsDate(string value) => value.EndsWith('前')
        && value.All(sign => char.IsAsciiDigit(sign) || sign is '年' or '月' or '日' or '底' or '前');

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
