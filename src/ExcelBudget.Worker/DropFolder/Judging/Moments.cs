using System.Globalization;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>How sentences about submissions tell a moment.</summary>
internal static class Moments
{
    /// <summary>A moment to the minute, on the clock it was noted with.</summary>
    public static string Told(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
