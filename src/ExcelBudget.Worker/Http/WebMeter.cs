using System.Diagnostics.Metrics;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>What operators measure: the state of the county, and what the page was asked to do.</summary>
internal sealed class WebMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "ExcelBudget";

    private readonly Meter _meter = new(Name);

    public WebMeter(CountyBoard board, WorkerSettings settings)
    {
        Checks = _meter.CreateCounter<long>("excelbudget_checks", description: "Workbooks and notes checked for the page and the API");
        HandIns = _meter.CreateCounter<long>("excelbudget_hand_ins", description: "Files handed in through the page and the API");
        _meter.CreateObservableGauge("excelbudget_units", () => Units(board), description: "Units of the open step by state");
        _meter.CreateObservableGauge("excelbudget_late_units", () => Late(board), description: "Units of the open step that are late");
        _meter.CreateObservableGauge(
            "excelbudget_waiting_files", () => Now(settings).Waiting, description: "Files that wait in the inbox");
        _meter.CreateObservableGauge(
            "excelbudget_free_megabytes", () => Now(settings).FreeMegabytes, description: "Free space of the disk the root lies on");
    }

    public Counter<long> Checks { get; }

    public Counter<long> HandIns { get; }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Units(CountyBoard board) => UnitStates.All.Select(state => new Measurement<long>(
        Open(board).Count(status => status.State == state), new KeyValuePair<string, object?>("state", state.Code())));

    private static long Late(CountyBoard board) => Open(board).Count(status => status.DaysLate > 0);

    // what the worker wrote of itself a few seconds ago
    private static HealthReport Now(WorkerSettings settings) => HealthReport.Read(settings.Root) ?? new();

    private static IEnumerable<UnitStatus> Open(CountyBoard board)
    {
        var step = board.Step?.Name;
        return board.Statuses.Where(status => status.Step.Name == step);
    }
}
