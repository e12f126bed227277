namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>A clock that stands until a test moves it. The wall clock can be set apart from the monotonic one.</summary>
internal sealed class FakeTime : TimeProvider
{
    private DateTimeOffset _wall = new(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(8));
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("CST", TimeSpan.FromHours(8), "CST", "CST");

    public override DateTimeOffset GetUtcNow() => _wall.ToUniversalTime();

    public override long GetTimestamp() => _ticks;

    public void Pass(TimeSpan span)
    {
        _ticks += span.Ticks;
        _wall += span;
    }

    public void SetWallClock(TimeSpan forward) => _wall += forward;
}
