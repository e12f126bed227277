using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.County.Register;

/// <summary>环节。A step of the budget year: 一上, 二上, 批复, 公开, or whatever the county calls its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dates">When it opens and is due for departments without dates of their own.</param>
internal sealed record CalendarStep(string Name, StepDates Dates)
{
    /// <summary>Dates of departments that have their own, by 部门编码.</summary>
    public IReadOnlyDictionary<string, StepDates> Exceptions { get; init; } = new Dictionary<string, StepDates>();

    /// <summary>True when workbooks are issued in this step; false for one that only has a due date.</summary>
    public bool IsIssued { get; init; } = true;

    /// <summary>定时。When the scheduled issue runs, as a Quartz cron expression; null for the morning of the opening day.</summary>
    public string? Cron { get; init; }

    /// <summary>Absolute path of the dataset that this step is filled from; null for empty workbooks.</summary>
    public string? Data { get; init; }

    /// <summary>True when a 下发通知 is written for each department.</summary>
    public bool HasLetter { get; init; }

    /// <summary>Name of the step's folder below issued.</summary>
    public string Folder => SafeName.Of(Name);

    /// <summary>The dates that count for a department.</summary>
    public StepDates For(string department) => Exceptions.GetValueOrDefault(department, Dates);
}

/// <summary>When a step opens, when it is due, and when reminders are sent.</summary>
/// <param name="Opens">开放日期。From this day on workbooks are issued and returns belong to the step.</param>
/// <param name="Due">截止日期。The last day on which a return is not late.</param>
/// <param name="Reminders">提醒。Days before the due date on which departments are reminded, largest first.</param>
internal sealed record StepDates(DateOnly Opens, DateOnly Due, IReadOnlyList<int> Reminders)
{
    /// <summary>By how many days a day is after the due date; zero when it is not.</summary>
    public int DaysLate(DateOnly day) => Math.Max(0, day.DayNumber - Due.DayNumber);

    /// <summary>
    /// The latest day up to the given one on which departments are reminded; null when none has come, or the due date is over.
    /// </summary>
    public DateOnly? LastReminder(DateOnly day) => day > Due
        ? null
        : Reminders.Select(before => (DateOnly?)Due.AddDays(-before)).Where(reminder => reminder <= day && reminder >= Opens).Max();

    /// <summary>True on a day on which departments are reminded.</summary>
    public bool RemindsOn(DateOnly day) => Reminders.Contains(Due.DayNumber - day.DayNumber);
}
