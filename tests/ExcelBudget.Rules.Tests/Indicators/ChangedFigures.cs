using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// One slip at a time: every figure that a collected goal and exactly one of its indicators tell alike, changed on one side against the
/// other's bound. What the checks then say that they did not say before tells whether they see the slip.
/// </summary>
internal sealed partial class ChangedFigures
{
    private const string Percent = "%";

    /// <summary>Signs behind a figure that make it a date or a span of time told otherwise.</summary>
    private const string Dates = "年月日";

    private readonly Dictionary<string, (int All, int Seen)> _kinds = [];

    private ChangedFigures()
    {
    }

    /// <summary>Counts, money or rates changed: how many, and how many of them were seen.</summary>
    public IReadOnlyDictionary<string, (int All, int Seen)> Kinds => _kinds;

    /// <summary>The collected projects with one figure changed each time.</summary>
    /// <param name="oneOf">Of so many figures one is changed.</param>
    public static ChangedFigures In(int oneOf)
    {
        var changed = new ChangedFigures();
        var place = 0;
        foreach (var directory in Directory.GetDirectories(Repository.PathOf("tests/data/indicators"), "collected-*")
            .Order(StringComparer.Ordinal))
        {
            var folder = "tests/data/indicators/" + Path.GetFileName(directory);
            var keys = Csv.Read(folder + "/key.csv").ToLookup(key => key["project"]);
            foreach (var cell in Csv.Read(folder + "/cells.csv").Where(cell => cell.ContainsKey("county")))
            {
                foreach (var figure in Figures(cell, [.. keys[cell["project"]]]))
                {
                    if (place++ % oneOf == 0) changed.Change(cell, figure);
                }
            }
        }

        return changed;
    }

    private void Change(IReadOnlyDictionary<string, string> cell, Figure figure)
    {
        var (goal, text) = (cell["goal"], cell["text"]);
        var before = Said(cell);
        foreach (var isInGoal in new[] { false, true })
        {
            // an indicator ≥48 beside 60场 falls short, one of ≥72 promises more: changed so that the two disagree
            var isUp = figure.IsAtMost == !isInGoal;
            var other = Other(figure.Number, figure.Unit, isUp);
            if (other == figure.Number || goal.Contains(other + figure.Unit, StringComparison.Ordinal)) continue;
            var changed = cell.ToDictionary(pair => pair.Key, pair => pair.Value);
            if (isInGoal) changed["goal"] = goal[..figure.InGoal] + other + goal[(figure.InGoal + figure.Number.Length)..];
            else changed["text"] = text[..figure.InText] + other + text[(figure.InText + figure.Number.Length)..];
            var kind = Kind(figure.Unit) + (isInGoal ? " in the goal" : " set");
            var (all, seen) = _kinds.GetValueOrDefault(kind);
            _kinds[kind] = (all + 1, seen + (Said(changed).Except(before).Any() ? 1 : 0));
        }
    }

    private static string Kind(string unit) => unit == Percent ? "rates" : unit is "元" or "万" ? "money" : "counts";

    /// <summary>The figures told once in the goal and once in the row of the one indicator that sets them.</summary>
    private static IEnumerable<Figure> Figures(IReadOnlyDictionary<string, string> cell, IReadOnlyDictionary<string, string>[] keys)
    {
        var (goal, text) = (cell["goal"], cell["text"]);
        foreach (Match match in Numbers().Matches(goal))
        {
            var (number, unit) = (match.Groups["number"].Value, match.Groups["unit"].Value);
            if (Dates.Contains(unit, StringComparison.Ordinal) || Places(goal, number).Length != 1) continue;
            var set = Array.FindAll(keys, key => key["value"] == number && key["unit"].StartsWith(unit, StringComparison.Ordinal));
            if (set is not [var only] || Places(only["raw"], number) is not [var inRaw]) continue;
            var row = text.IndexOf(only["raw"], StringComparison.Ordinal);
            if (row >= 0) yield return new Figure(number, unit, match.Groups["number"].Index, row + inRaw, only["operator"] is "≤" or "<");
        }
    }

    private static int[] Places(string text, string number) =>
        [.. Regex.Matches(text, "(?<![0-9.])" + Regex.Escape(number) + "(?![0-9.])").Select(match => match.Index)];

    private static string Other(string number, string unit, bool isUp)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : number.Length - point - 1;
        if (unit == Percent && value > 50m) return (isUp ? Math.Min(100m, value + 7m) : value - 7m).ToString(CultureInfo.InvariantCulture);
        var other = decimals == 0 && value < 8m ? (isUp ? value + 2m : Math.Max(1m, value - 1m))
            : Math.Round(value * (isUp ? 1.25m : 0.8m), decimals);
        return other.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    private static HashSet<string> Said(IReadOnlyDictionary<string, string> cell)
    {
        var budget = new Budget(
            new BudgetIdentity("qinghai", "001", cell["county"], int.Parse(cell["year"], CultureInfo.InvariantCulture)),
            [new FormContent(new FormId("projects"), [Document.Row(cell)]), new FormContent(new FormId("indicators"), [])]);
        return [.. Document.Check(ReviewReader.Of(new BudgetFigures(Document.Book, budget))).Where(found => found.Severity != "Info")
            .Select(found => $"{found.Rule} {found.Objection.At?.Indicator.Raw} {found.Objection.Actual} {found.Objection.Expected}")];
    }

    [GeneratedRegex("(?<![0-9.,〔第至~-])(?<number>[0-9]+(?:\\.[0-9]+)?)(?<unit>[\u4e00-\u9fff%])")]
    private static partial Regex Numbers();

    /// <summary>A figure told on both sides.</summary>
    /// <param name="Number">As printed.</param>
    /// <param name="Unit">The first sign behind it.</param>
    /// <param name="InGoal">Its place in the goal.</param>
    /// <param name="InText">Its place in the indicators' text.</param>
    /// <param name="IsAtMost">True for a limit from above.</param>
    private sealed record Figure(string Number, string Unit, int InGoal, int InText, bool IsAtMost);
}
