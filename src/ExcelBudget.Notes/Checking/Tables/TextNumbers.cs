using System.Text.RegularExpressions;

namespace ExcelBudget.Notes.Checking.Tables;

/// <summary>The numbers in a text: what may not change when the text is reworded.</summary>
internal static partial class TextNumbers
{
    /// <summary>True when two texts hold the same numbers in the same order.</summary>
    public static bool AreSame(string one, string other) =>
        Numbers().Matches(one).Select(match => match.Value).SequenceEqual(Numbers().Matches(other).Select(match => match.Value));

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Numbers();
}
