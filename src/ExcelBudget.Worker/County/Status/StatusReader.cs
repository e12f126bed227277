using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.County.Status;

/// <summary>
/// Works out where every unit stands in every step, from the county file and the ledger alone: four queries, whatever the county's size.
/// </summary>
internal sealed class StatusReader
{
    private readonly CountyRegister _county;
    private readonly DateOnly _today;
    private readonly TimeZoneInfo _zone;
    private readonly ILookup<(string Unit, string Step), HandedIn> _returns;
    private readonly ILookup<(string Unit, string Step), HandedIn> _held;
    private readonly ILookup<(string Unit, string Step), IssuedWorkbook> _issued;
    private readonly ILookup<(string Unit, string Step), Waiver> _waivers;
    private readonly HashSet<(string Unit, string Step)> _published;

    private StatusReader(CountyRegister county, CountyLedger? ledger, DateOnly today, TimeZoneInfo zone)
    {
        (_county, _today, _zone) = (county, today, zone);
        var year = county.Year;
        _returns = (ledger?.HandedIn(year) ?? []).ToLookup(Key);
        _held = (ledger?.Held(year) ?? []).ToLookup(Key);
        _issued = (ledger?.Issued(year) ?? []).ToLookup(row => (row.UnitCode, row.Step));
        _waivers = (ledger?.Waivers(year) ?? []).ToLookup(row => (row.UnitCode, row.Step));
        _published = [.. (ledger?.Publications(year) ?? []).Select(row => (row.UnitCode, row.Step))];
    }

    /// <summary>The status of all units in some steps, in the order of the county file.</summary>
    /// <param name="county">The county.</param>
    /// <param name="ledger">The ledger; null when nothing has happened yet.</param>
    /// <param name="today">As of when.</param>
    /// <param name="zone">Time zone of the days of the calendar.</param>
    /// <param name="steps">The steps; null for all.</param>
    public static IReadOnlyList<UnitStatus> Read(
        CountyRegister county, CountyLedger? ledger, DateOnly today, TimeZoneInfo zone, IReadOnlyCollection<CalendarStep>? steps = null)
    {
        var reader = new StatusReader(county, ledger, today, zone);
        return
        [
            .. county.Steps.Where(step => steps?.Contains(step) != false)
                .SelectMany(step => county.Units.Select(unit => reader.Of(unit, step))),
        ];
    }

    private UnitStatus Of(CountyUnit unit, CalendarStep step)
    {
        var key = (unit.Code, step.Name);
        var workbooks = _returns[key]
            .Where(file => file is { Kind: SubmissionKind.Workbook, Verdict: Verdict.Accepted or Verdict.Returned }).ToArray();
        var last = workbooks.LastOrDefault();
        var issued = _issued[key].LastOrDefault();
        return new UnitStatus(_county.Department(unit.Department)!, unit, step, State(key, last, issued))
        {
            IssuedAt = issued?.At,
            Versions = workbooks.Length,
            Last = last,
            Waivers = _waivers[key].Count(),
            // what the bureau has not issued is not the unit's delay
            DaysLate = step.IsIssued && issued is null && last is null ? 0 : DaysLate(step.For(unit.Department), workbooks),
        };
    }

    private UnitState State((string Unit, string Step) key, HandedIn? last, IssuedWorkbook? issued)
    {
        if (_published.Contains(key)) return UnitState.Published;
        if (last is { Verdict: Verdict.Accepted })
        {
            if (last.OpenQuestions > 0) return UnitState.Questioned;
            var isNoteChecked = _returns[key].Any(
                file => file is { Kind: SubmissionKind.Note, Verdict: Verdict.Accepted } && file.Workbook == last.Id);
            return isNoteChecked ? UnitState.NoteChecked : UnitState.Accepted;
        }

        if (_held[key].LastOrDefault() is { } held && !(held.ReceivedAt < last?.ReceivedAt)) return UnitState.Held;
        if (last is not null) return UnitState.Returned;
        return issued is null ? UnitState.NotIssued : UnitState.Issued;
    }

    private int DaysLate(StepDates dates, IReadOnlyList<HandedIn> workbooks)
    {
        if (_today < dates.Opens) return 0;
        var first = workbooks.FirstOrDefault(file => file.Verdict == Verdict.Accepted);
        return dates.DaysLate(first is null ? _today : Day(first.ReceivedAt));
    }

    /// <summary>Unit and step; a return that names no step belongs to the one that was open when it came.</summary>
    private (string Unit, string Step) Key(HandedIn file)
    {
        if (file.Step.Length > 0) return (file.UnitCode, file.Step);
        var department = _county.Unit(file.UnitCode)?.Department ?? "";
        return (file.UnitCode, _county.StepOn(Day(file.ReceivedAt), department)?.Name ?? "");
    }

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);
}
