using System.Globalization;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;

namespace ExcelBudget.Worker.Http;

/// <summary>The county as the page shows it: worked out again only when ledger, county file or day have changed. Thread-safe.</summary>
internal sealed class CountyBoard(RegisterSource source, CountyLedger ledger, TimeProvider time)
{
    private readonly Lock _gate = new();
    private string _mark = "";
    private CountyRegister? _known;
    private IReadOnlyList<UnitStatus> _statuses = [];

    /// <summary>The county; null while there is no county file that can be used.</summary>
    public CountyRegister? County => source.Current?.Register;

    /// <summary>The county file with its faults; null while there is none.</summary>
    public CountyReading? Reading => source.Current;

    /// <summary>Path under which the county file is looked for.</summary>
    public string File => source.File;

    public CountyLedger Ledger => ledger;

    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public DateTimeOffset Now => time.GetLocalNow();

    /// <summary>Number of the ledger's last entry; 0 for an empty one.</summary>
    public long LastEntry => ledger.Query<long?>("SELECT max(number) FROM entry", new { }).Single() ?? 0;

    /// <summary>Where every unit stands in every step; empty without a county.</summary>
    public IReadOnlyList<UnitStatus> Statuses
    {
        get
        {
            if (County is not { } county) return [];
            lock (_gate)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $"{LastEntry} {Today.DayNumber}");
                if (mark == _mark && ReferenceEquals(county, _known)) return _statuses;
                _statuses = StatusReader.Read(county, ledger, Today, TimeZoneInfo.Local);
                (_mark, _known) = (mark, county);
                return _statuses;
            }
        }
    }

    /// <summary>The step that is open today, else the first; null without a county.</summary>
    public CalendarStep? Step => County is { } county
        ? county.Steps.LastOrDefault(step => step.Dates.Opens <= Today) ?? (county.Steps is [var first, ..] ? first : null) : null;
}
