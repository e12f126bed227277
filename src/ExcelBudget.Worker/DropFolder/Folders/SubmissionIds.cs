using System.Globalization;
using System.Security.Cryptography;

namespace ExcelBudget.Worker.DropFolder.Folders;

/// <summary>
/// Gives out ids «20260301-093015-000042-a1b2c3»: readable, sorted by arrival, never given twice, also when the clock is set back.
/// </summary>
internal sealed class SubmissionIds(TimeProvider time)
{
    private int _count;

    /// <summary>A new id and the moment it stands for.</summary>
    public (string Id, DateTimeOffset At) Next()
    {
        var at = time.GetLocalNow();
        var count = Interlocked.Increment(ref _count) % 1_000_000;
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{at:yyyyMMdd-HHmmss}-{count:D6}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
        return (id, at);
    }
}
