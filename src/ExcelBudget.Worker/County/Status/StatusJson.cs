using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.County.Status;

/// <summary>The status in the shape other programs rely on.</summary>
internal static class StatusJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>UTF-8 without byte order mark, ending with a line feed.</summary>
    public static byte[] Write(CountyRegister county, IReadOnlyList<UnitStatus> statuses, DateTimeOffset at,
        IReadOnlyList<TrialCount>? trials = null)
    {
        var shape = new
        {
            County = county.Name,
            county.Year,
            At = at.ToString("O", CultureInfo.InvariantCulture),
            Totals = statuses.GroupBy(status => status.Step).Select(group => new
            {
                Step = group.Key.Name,
                Units = group.Count(),
                States = UnitStates.All.ToDictionary(state => state.Code(), state => group.Count(status => status.State == state)),
                Late = group.Count(status => status.DaysLate > 0),
            }),
            Trials = trials is { Count: > 0 } ? trials : null,
            Units = statuses.Select(status => new
            {
                Step = status.Step.Name,
                Department = status.Department.Code,
                DepartmentName = status.Department.Name,
                Unit = status.Unit.Code,
                UnitName = status.Unit.Name,
                State = status.State.Code(),
                status.Versions,
                status.Errors,
                status.OpenQuestions,
                status.Waivers,
                Due = status.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                status.DaysLate,
                IssuedAt = status.IssuedAt?.ToString("O", CultureInfo.InvariantCulture),
                LastAt = status.Last?.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
                LastFile = status.Last?.Name,
                Submission = status.Last?.Id,
                SelfCheck = status.Last?.CheckedBefore is { } earlier ? new
                {
                    At = earlier.At.ToString("O", CultureInfo.InvariantCulture),
                    earlier.Errors,
                    earlier.Warnings,
                    ChangedSince = !earlier.IsOfThisContent,
                } : null,
            }),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(shape, Options), (byte)'\n'];
    }
}
