using ExcelBudget.Rules.Checking.Indicators;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>What a reviewer objects to in a document, and how well the checks agree.</summary>
/// <param name="Missed">Objections the reviewer must raise that no check raised.</param>
/// <param name="False">Objections of the checks that the reviewer does not share.</param>
/// <param name="Musts">How many the reviewer must raise.</param>
/// <param name="Raised">How many the checks raised.</param>
internal sealed record Agreement(IReadOnlyList<string> Missed, IReadOnlyList<string> False, int Musts, int Raised)
{
    public decimal Recall => Musts == 0 ? 1m : 1m - ((decimal)Missed.Count / Musts);

    public decimal Precision => Raised == 0 ? 1m : 1m - ((decimal)False.Count / Raised);
}

/// <summary>Reads findings.csv of a document; the rules of comparison are those of the README beside it.</summary>
internal static class ReviewerKey
{
    public static Agreement Compare(string document,
        IReadOnlyList<(string Rule, string Category, string Severity, Objection Objection)> raised)
    {
        var rows = Csv.Read("tests/data/indicators/" + document + "/findings.csv");
        var musts = rows.Where(row => row["weight"] == "must").ToArray();
        return new Agreement(
            [.. musts.Where(row => !raised.Any(found => Matches(row, found.Category, found.Objection)))
                .Select(row => $"{row["project"]} {row["category"]} {row["indicator_raw"]}: {row["what"]}")],
            [.. raised.Where(found => !rows.Any(row => Matches(row, found.Category, found.Objection)))
                .Select(
                    found =>
                        $"{found.Objection.Project.Key} {found.Rule} {found.Objection.At?.Indicator.Raw}: {found.Objection.Actual} | "
                            + $"{found.Objection.Match}")],
            musts.Length,
            raised.Count);
    }

    /// <summary>Rows for every project forgive information only.</summary>
    internal static bool Forgives(IReadOnlyDictionary<string, string> row, string severity) =>
        row["project"] != "*" || row["severity"] != "info" || severity == "Info";

    /// <summary>Whether a finding is about what a row of the key is about.</summary>
    /// <param name="byPlace">True when it is enough that one text of the indicator holds the other: columns may be cut otherwise.</param>
    internal static bool Matches(IReadOnlyDictionary<string, string> row, string category, Objection objection, bool byPlace = false)
    {
        var projects = row["project"].Split('|');
        if (!projects.Contains("*") && !objection.Others.Append(objection.Project).Any(project => projects.Contains(project.Key.Value)))
        {
            return false;
        }
        if (!row["category"].Split('|').Contains(category)) return false;
        var raw = row["indicator_raw"];
        return raw is "" or "*" || objection.Also.Append(objection.At)
            .Any(line => AreAlike(Plain(raw), Plain(line?.Indicator.Raw ?? ""), byPlace));
    }

    private static bool AreAlike(string one, string other, bool byPlace) => one == other
        || (byPlace && one.Length > 0 && other.Length > 0
            && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)));

    private static string Plain(string raw) =>
        string.Concat(Domain.Spelling.TraditionalSigns.Simplified(raw).Where(symbol => !char.IsWhiteSpace(symbol)))
            .TrimStart('★', '*').Trim('。', '，', '；', '、', ',', '.');
}
