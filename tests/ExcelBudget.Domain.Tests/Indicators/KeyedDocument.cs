using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>
/// A document with the key of a careful reader: its cells, the indicators in them, other readings that are right as well.
/// </summary>
internal sealed class KeyedDocument(string name)
{
    private const int ShortestPlace = 4;

    public sealed record Row(string Project, Indicator Indicator);

    private readonly ILookup<string, Row> _key = Rows(name, "key.csv").ToLookup(row => row.Project);
    private readonly ILookup<string, Row> _alternatives = Rows(name, "alternatives.csv").ToLookup(row => row.Project);

    public IReadOnlyList<(string Project, string Text)> Cells { get; } =
        [.. Csv.Read($"tests/data/indicators/{name}/cells.csv").Select(row => (row["project"], row["text"]))];

    /// <summary>Reads every cell and compares.</summary>
    public KeyScore Score()
    {
        var score = new KeyScore(name);
        foreach (var (project, text) in Cells) Compare(score, project, [.. IndicatorText.Read(text).Indicators]);
        return score;
    }

    private void Compare(KeyScore score, string project, List<Indicator> read)
    {
        var alternatives = _alternatives[project].Select(row => row.Indicator).ToArray();
        foreach (var expected in _key[project].Select(row => row.Indicator))
        {
            score.Rows++;
            var at = read.FindIndex(it => Raw(it) == Raw(expected) && it.Level1 == expected.Level1 && it.Level2 == expected.Level2);
            if (at < 0) at = read.FindIndex(it => Raw(it) == Raw(expected));
            if (at < 0)
            {
                if (IsCutOtherwise(expected, alternatives, read)) continue;
                // columns of remarks or points that a key counts to the text, or does not
                at = read.FindIndex(it => IsSamePlace(Raw(it), Raw(expected)));
                (at < 0 ? score.Lost : score.CutOtherwise).Add($"{project}: {expected.Raw}");
                if (at < 0) continue;
            }

            var found = read[at];
            read.RemoveAt(at);
            if (found.Level1 != expected.Level1 || found.Level2 != expected.Level2)
                score.WrongLevels.Add($"{project}: {expected.Raw}: {found.Level1}/{found.Level2} for {expected.Level1}/{expected.Level2}");
            var accepted = alternatives.Where(it => Raw(it) == Raw(expected)).Prepend(expected).ToArray();
            if (!accepted.Any(it => Target(it) == Target(found)))
                score.WrongTargets.Add($"{project}: {expected.Raw}: {Target(found)} for {Target(expected)}");
            else if (!accepted.Any(it => Plain(it.Name) == Plain(found.Name)) && !IsBareDate(expected, found))
                score.WrongNames.Add($"{project}: «{found.Name}» for «{expected.Name}»");
            if (found.Number != expected.Number)
                score.WrongNumbers.Add($"{project}: {expected.Raw}: {found.Number} for {expected.Number}");
        }

        score.Invented.AddRange(read.Where(it => !alternatives.Any(other => Raw(other) == Raw(it))).Select(it => $"{project}: {it.Raw}"));
    }

    private static bool IsSamePlace(string read, string expected) => read.Length >= ShortestPlace
        && (read.Contains(expected, StringComparison.Ordinal) || expected.Contains(read, StringComparison.Ordinal));

    /// <summary>2022年10月底前交付: collected keys call it 交付, the phrase itself is right as well.</summary>
    private static bool IsBareDate(Indicator expected, Indicator found) =>
        Plain(found.Name) == Raw(expected) && Plain(found.Value) + Plain(expected.Name) == Raw(expected);

    /// <summary>True when a reading the key accepts cuts the text elsewhere: into parts, or with its neighbour.</summary>
    private static bool IsCutOtherwise(Indicator expected, Indicator[] alternatives, List<Indicator> read) =>
        alternatives.Any(
            other => (Raw(other).Contains(Raw(expected), StringComparison.Ordinal) || Raw(expected)
            .Contains(Raw(other), StringComparison.Ordinal))
            && read.Exists(it => Raw(it) == Raw(other)));

    private static (string, string, string) Target(Indicator indicator) =>
        (indicator.Operator.Sign(), Plain(indicator.Value), Plain(indicator.Unit));

    /// <summary>Stars that mark what matters (★★★, *) are marks to one reader and words to the other.</summary>
    private static string Raw(Indicator indicator) =>
        Plain(indicator.Raw).TrimStart('★', '*').Trim('，', '、', '；', '。', ',', ';', '：', ':', '.');

    private static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private static IEnumerable<Row> Rows(string name, string file) =>
        Csv.Read($"tests/data/indicators/{name}/{file}").Select(row => new Row(row["project"], new Indicator
        {
            Level1 = row.GetValueOrDefault("level1", ""),
            Level2 = row.GetValueOrDefault("level2", ""),
            Number = row.GetValueOrDefault("number", ""),
            Name = row["name"],
            Operator = TargetSigns.Parse(row["operator"])!.Value,
            Value = row["value"],
            Unit = row["unit"],
            Raw = row["raw"],
        }));
}
