using System.Text;

namespace ExcelBudget.Rules.Checking;

/// <summary>The slots a rule's message may have, and how they are filled.</summary>
public static class MessageSlots
{
    /// <summary>
    /// left, right, diff: the two sides of a relation and their gap, with unit · row, column: label of the row, heading of the
    /// column · code: 科目编码 · name: name of the row · project: name of the project · actual, expected, match: what stands
    /// there, what should, the words that gave offence · indicator: what an indicator is called · title: the relation's short title, or
    /// the form or
    /// column a slip of scale speaks of · count: how many ties or cells.
    /// </summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "left", "right", "diff", "row", "column", "code", "name", "project", "actual", "expected", "match", "title", "count", "indicator",
    };

    /// <summary>Slots of a message that do not exist.</summary>
    public static IEnumerable<string> Unknown(string message)
    {
        var unknown = new List<string>();
        Walk(message, slot =>
        {
            if (!Names.Contains(slot)) unknown.Add(slot);
            return "";
        });
        return unknown;
    }

    /// <summary>The message with its slots filled in one pass, so that braces in an accountant's text stay as they are.</summary>
    internal static string Fill(string message, IReadOnlyDictionary<string, string> values) =>
        Walk(message, slot => values.GetValueOrDefault(slot, ""));

    private static string Walk(string message, Func<string, string> valueOf)
    {
        var filled = new StringBuilder();
        var at = 0;
        while (at < message.Length)
        {
            var open = message.IndexOf('{', at);
            var close = open < 0 ? -1 : message.IndexOf('}', open);
            if (close < 0) break;
            filled.Append(message, at, open - at).Append(valueOf(message[(open + 1)..close]));
            at = close + 1;
        }

        return filled.Append(message, at, message.Length - at).ToString();
    }
}
