using System.Globalization;
using System.Text.Json;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>What the pane is told of a workbook: the report of <c>check</c>, word for word, and what the pane needs besides.</summary>
internal static class PaneAnswer
{
    /// <summary>The answer as JSON.</summary>
    /// <param name="file">The workbook that was checked.</param>
    /// <param name="look">Its look; null for one that cannot be read.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="content">The file itself, where it was changed; null otherwise.</param>
    public static IResult Of(CheckedFile file, byte[]? look, Desk who, byte[]? content = null)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WritePropertyName("report");
            json.WriteRawValue(ReportJson.Write([file.Report]));
            if (look is not null)
            {
                json.WritePropertyName("look");
                json.WriteRawValue(look);
            }

            if (file.Report.Reason is { } reason) json.WriteString("sentence", reason.Sentence);
            if (file.Report.Identity is { } identity) Step(json, who, identity);
            if (content is not null) json.WriteBase64String("content", content);
            json.WriteEndObject();
        }

        return Results.Bytes(memory.ToArray(), "application/json; charset=utf-8");
    }

    /// <summary>The step that is open for the unit, with its due date; nothing for a unit of another county or year.</summary>
    private static void Step(Utf8JsonWriter json, Desk who, BudgetIdentity identity)
    {
        if (who.County is not { } county || county.Year != identity.Year || who.Unit(identity.UnitCode) is null) return;
        var statuses = who.Board.Statuses.Where(status => status.Unit.Code == identity.UnitCode).ToArray();
        if (Open(statuses, who.Board.Today) is not { } open) return;
        json.WriteStartObject("step");
        json.WriteString("name", open.Step.Name);
        json.WriteString("due", open.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("daysLeft", open.Due.DayNumber - who.Board.Today.DayNumber);
        json.WriteString("state", open.Words);
        json.WriteString("department", open.Department.Code);
        json.WriteEndObject();
    }

    private static UnitStatus? Open(UnitStatus[] statuses, DateOnly today) =>
        statuses.LastOrDefault(status => status.Step.For(status.Unit.Department).Opens <= today) ?? statuses.FirstOrDefault();
}
