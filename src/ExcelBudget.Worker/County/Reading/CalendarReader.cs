using System.Globalization;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Tables;
using ExcelBudget.Worker.County.Register;
using Quartz;
using T = ExcelBudget.Worker.County.Reading.CountyTables;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>Reads the calendar: a row for each step, and rows of departments whose dates differ.</summary>
internal sealed class CalendarReader(ReadTable table, List<DatasetFault> faults, string folder, string? data)
{
    private const int LongestReminder = 365;

    private static readonly char[] Between = ['、', ',', '，', ';', '；', ' ', '/'];

    /// <summary>The steps, in the order in which they first stand in the table.</summary>
    /// <param name="departments">部门编码 that the file knows.</param>
    public IReadOnlyList<CalendarStep> Read(IReadOnlySet<string> departments)
    {
        var steps = new List<CalendarStep>();
        foreach (var rows in table.Rows.GroupBy(row => row.Text(T.Step)))
        {
            var general = rows.Where(row => row.Text(T.DepartmentCode).Length == 0).ToArray();
            foreach (var extra in general.Skip(1)) Fault(extra, T.Step, "这个环节已有全县的一行。部门日期不同的，请填部门编码。");
            if (general.Length == 0) Fault(rows.First(), T.Step, "缺少这个环节全县的一行（部门编码空白）。请补上。");
            else if (Step(general[0]) is { } step) steps.Add(step with { Exceptions = Exceptions(rows, step, departments) });
        }

        return steps;
    }

    private CalendarStep? Step(DatasetRow row)
    {
        if (Dates(row, null) is not { } dates) return null;
        var cron = row.Text(T.Cron);
        var isCron = cron.Length > 0 && IsCron(cron);
        if (cron.Length > 0 && !isCron)
            Fault(row, T.Cron, "不是 Quartz 表达式，定时未采用，按开放日早上下发。六段依次为秒、分、时、日、月、星期，如每天八点：0 0 8 * * ?");
        var own = row.Text(T.Data);
        return new CalendarStep(row.Text(T.Step), dates)
        {
            IsIssued = row.Text(T.IsIssued) != "否",
            HasLetter = row.Text(T.HasLetter) == "是",
            Cron = isCron ? cron : null,
            Data = own.Length > 0 ? Path.GetFullPath(Path.Combine(folder, own)) : data,
        };
    }

    private Dictionary<string, StepDates> Exceptions(IEnumerable<DatasetRow> rows, CalendarStep step, IReadOnlySet<string> departments)
    {
        var found = new Dictionary<string, StepDates>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Text(T.DepartmentCode).Length > 0))
        {
            var code = row.Text(T.DepartmentCode);
            if (!departments.Contains(code)) Fault(row, T.DepartmentCode, "不在“部门”表中。请改正编码，或在“部门”表中增加这个部门。");
            else if (Dates(row, step.Dates) is { } dates && !found.TryAdd(code, dates)) Fault(row, T.DepartmentCode,
                "这个部门在这个环节已有一行。请只留一行。");
        }

        return found;
    }

    /// <summary>
    /// The dates of a row; what it leaves blank is taken from the step's. Null, with the fault, when they cannot be used.
    /// </summary>
    private StepDates? Dates(DatasetRow row, StepDates? otherwise)
    {
        if ((Day(row, T.Opens) ?? otherwise?.Opens) is not { } opens)
        {
            Fault(row, T.Opens, "没有填写。请填写年月日，如 2026-01-31。");
            return null;
        }

        if ((Day(row, T.Due) ?? otherwise?.Due) is not { } due)
        {
            Fault(row, T.Due, "没有填写。请填写年月日，如 2026-01-31。");
            return null;
        }

        if (due >= opens) return new StepDates(opens, due, Reminders(row) ?? otherwise?.Reminders ?? []);
        Fault(row, T.Due, string.Create(CultureInfo.InvariantCulture, $"早于开放日期 {opens:yyyy-MM-dd}。请核对两个日期。"));
        return null;
    }

    private IReadOnlyList<int>? Reminders(DatasetRow row)
    {
        var text = row.Text(T.Reminders).Replace("天", "", StringComparison.Ordinal);
        if (text.Length == 0) return null;
        var days = new List<int>();
        foreach (var part in text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day <= LongestReminder) days.Add(day);
            else Fault(row, T.Reminders, $"“{part}”不是 0 到 {LongestReminder} 之间的天数，这一项未采用。请用顿号分开，如 7、3、1。");
        }

        return [.. days.Distinct().OrderDescending()];
    }

    private static bool IsCron(string text)
    {
        try
        {
            return new CronExpression(text).GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is not null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static DateOnly? Day(DatasetRow row, string column) => DateOnly.TryParseExact(
        row.Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void Fault(DatasetRow row, string column, string text) => faults.Add(table.Fault(row, column, text));
}
