using System.Globalization;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>Words for sentences about submissions.</summary>
internal static class Words
{
    /// <summary>A moment to the minute, on the clock it was noted with.</summary>
    public static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A text of people in one line, without signs that break it or turn its direction.</summary>
    public static string Clean(string text) => SafeText.Line(text);
}
