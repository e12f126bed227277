using System.Globalization;
using System.Text.Json;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>A workbook that was checked and looked at.</summary>
/// <param name="File">It, with its findings.</param>
/// <param name="Look">Its look; null for one that cannot be read.</param>
internal sealed record SeenWorkbook(CheckedFile File, byte[]? Look)
{
    /// <summary>The file itself, where it was changed; null otherwise.</summary>
    public byte[]? Content { get; init; }

    /// <summary>环节 the workbook was issued for; empty when it names none.</summary>
    public string Step { get; init; } = "";

    /// <summary>What the pane leaves in the workbook to say that it was checked; null for one that cannot be read.</summary>
    public CheckMark? Mark { get; init; }
}

/// <summary>What the pane is told of a workbook: the report of <c>check</c>, word for word, and what the pane needs besides.</summary>
internal static class PaneAnswer
{
    /// <summary>The answer as JSON.</summary>
    /// <param name="seen">The workbook.</param>
    /// <param name="who">Who asks.</param>
    public static IResult Of(SeenWorkbook seen, Desk who)
    {
        var file = seen.File;
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            json.WritePropertyName("report");
            json.WriteRawValue(ReportJson.Write([file.Report]));
            if (seen.Look is { } look)
            {
                json.WritePropertyName("look");
                json.WriteRawValue(look);
            }

            json.WriteStartObject("categories");
            foreach (var category in file.Report.Findings.Select(finding => finding.Category).Distinct(StringComparer.Ordinal))
                json.WriteString(category, CategoryWords.Of(category));
            json.WriteEndObject();
            if (file.Report.Reason is { } reason) json.WriteString("sentence", reason.Sentence);
            if (seen.Mark is { } mark) Mark(json, mark);
            if (file.Report.Identity is { } identity) Step(json, who, identity, seen.Step);
            if (seen.Content is { } content) json.WriteBase64String("content", content);
            json.WriteEndObject();
        }

        return Results.Bytes(memory.ToArray(), "application/json; charset=utf-8");
    }

    private static void Mark(Utf8JsonWriter json, CheckMark mark)
    {
        json.WriteStartObject("mark");
        json.WriteString("sheet", CheckMark.Sheet);
        json.WriteString("cell", CheckMark.Cell);
        json.WriteString("text", mark.Line);
        json.WriteEndObject();
    }

    /// <summary>
    /// The step the workbook belongs to, else the one that is open for the unit, with its due date; nothing for a unit of another county
    /// or year.
    /// </summary>
    private static void Step(Utf8JsonWriter json, Desk who, BudgetIdentity identity, string own)
    {
        if (who.County is not { } county || county.Year != identity.Year || who.Unit(identity.UnitCode) is null) return;
        var statuses = who.Board.Statuses.Where(status => status.Unit.Code == identity.UnitCode).ToArray();
        var today = who.Board.Today;
        if (StepOf(statuses, own, today) is not { } step) return;
        json.WriteStartObject("step");
        json.WriteString("name", step.Step.Name);
        json.WriteString("due", Day(step.Due));
        json.WriteNumber("daysLeft", step.Due.DayNumber - today.DayNumber);
        json.WriteString("state", step.Words);
        json.WriteBoolean("isDone", step.State.IsDone());
        if (Closed(statuses, step, today) is { } closed) json.WriteString("closed", closed);
        json.WriteString("department", step.Department.Code);
        json.WriteEndObject();
    }

    /// <summary>Where the unit stands in the step its workbook names, else in the one that is open; null without a calendar.</summary>
    internal static UnitStatus? StepOf(IReadOnlyList<UnitStatus> statuses, string own, DateOnly today) =>
        statuses.FirstOrDefault(status => status.Step.Name == own) ?? Open(statuses, today);

    /// <summary>Why the drop folder would hold a return in this step, a whole sentence; null when it would not.</summary>
    internal static string? Closed(IReadOnlyList<UnitStatus> statuses, UnitStatus step, DateOnly today)
    {
        var opens = step.Step.For(step.Unit.Department).Opens;
        if (opens > today) return $"“{step.Step.Name}”{Day(opens)} 才开放，现在交表会转为待核。";
        return Open(statuses, today) is not { } open || step.Step.Name == open.Step.Name ? null
            : $"“{step.Step.Name}”已经结束，现在进行的是“{open.Step.Name}”；现在交表会转为待核，由财政局经办人决定是否收下。";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static UnitStatus? Open(IReadOnlyList<UnitStatus> statuses, DateOnly today) =>
        statuses.LastOrDefault(status => status.Step.For(status.Unit.Department).Opens <= today)
        ?? (statuses is [var first, ..] ? first : null);
}
