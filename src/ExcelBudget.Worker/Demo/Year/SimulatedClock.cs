namespace ExcelBudget.Worker.Demo.Year;

/// <summary>A clock that goes where it is set. All waiting is measured on it too.</summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <inheritdoc />
    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Goes to a day and an hour of local time; never back.</summary>
    public void GoTo(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        var wanted = new DateTimeOffset(local, LocalTimeZone.GetUtcOffset(local));
        if (wanted > _now) _now = wanted;
    }
}
