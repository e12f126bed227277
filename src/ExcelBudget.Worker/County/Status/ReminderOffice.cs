using System.Globalization;
using ExcelBudget.Notes.Letters;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.County.Status;

/// <summary>催报。The list of whom to call, and a letter for each department.</summary>
internal sealed class ReminderOffice(CountyLedger ledger, WorkerSettings settings, TimeProvider time)
{
    /// <summary>Name of the folder below the root.</summary>
    public const string Folder = "reminders";

    /// <summary>Writes list and letters for units that are not done, and notes each in the ledger.</summary>
    /// <param name="county">The county.</param>
    /// <param name="step">环节。</param>
    /// <param name="today">The day.</param>
    /// <param name="isMeant">Which units are meant.</param>
    /// <param name="folder">Where to write; null for a folder of the day and step below the root.</param>
    /// <returns>How many units, and where the files are.</returns>
    public (int Count, string Folder) Remind(
        CountyRegister county, CalendarStep step, DateOnly today, Func<CountyUnit, bool> isMeant, string? folder = null)
    {
        var open = StatusReader.Read(county, ledger, today, TimeZoneInfo.Local, [step])
            .Where(status => !status.State.IsDone() && !(step.IsIssued && status.State == UnitState.NotIssued) && isMeant(status.Unit))
                .ToArray();
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var home = folder ?? Path.Combine(settings.Root, Folder, $"{day} {step.Folder}");
        if (open.Length == 0) return (0, home);
        FileOperations.Replace(Path.Combine(home, "催报名单.xlsx"), List(county, step, open));
        foreach (var department in open.GroupBy(status => status.Department))
            FileOperations.Replace(Path.Combine(home, $"催报通知 {department.Key.Folder}.docx"), Letter(county, step, [.. department], today));
        foreach (var status in open)
            ledger.Add(new Reminder(county.Year, step.Name, status.Unit.Code, today, status.State.Title()));
        return (open.Length, home);
    }

    private byte[] List(CountyRegister county, CalendarStep step, UnitStatus[] open)
    {
        var reminded = ledger.Reminders(county.Year, step.Name);
        return TableBookWriter.Write(new TableBook(
        [
            new("催报名单",
                [
                    new("序号", 7, TableColumnKind.Count), new("部门名称", 26), new("单位编码", 12, TableColumnKind.Code), new("单位名称", 30),
                    new("联系人", 12), new("联系电话", 17), new("状态", 30), new("截止日期", 13, TableColumnKind.Day),
                    new("逾期天数", 10, TableColumnKind.Count), new("已催次数", 10, TableColumnKind.Count), new("通话记录", 26),
                ],
                [
                    .. open.OrderByDescending(status => status.DaysLate).Select((status, index) => (IReadOnlyList<TableCell>)
                    [
                        TableCell.Of(index + 1), TableCell.Of(status.Department.Name), TableCell.Of(status.Unit.Code),
                        TableCell.Of(status.Unit.Name), TableCell.Of(county.ContactOf(status.Unit).Person),
                        TableCell.Of(county.ContactOf(status.Unit).Phone), TableCell.Of(status.Words, status.State.Tone()),
                        TableCell.Of(status.Due), status.DaysLate > 0 ? TableCell.Of(status.DaysLate, CellTone.Bad) : TableCell.Blank,
                        TableCell.Of(reminded.TryGetValue(status.Unit.Code, out var times) ? times.Count : 0), TableCell.Blank,
                    ]),
                ])
            {
                Title = $"{county.Year} 年度部门预算（{step.Name}）催报名单",
                Subtitle = $"{time.GetLocalNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}　　共 {open.Length} 个单位",
                HasFilter = true,
            },
        ]));
    }

    private static byte[] Letter(CountyRegister county, CalendarStep step, UnitStatus[] open, DateOnly today)
    {
        var due = open[0].Due;
        var when = due < today
            ? $"截止日期{IssueLetters.Day(due)}已过{today.DayNumber - due.DayNumber}天"
            : $"截止日期为{IssueLetters.Day(due)}，还有{due.DayNumber - today.DayNumber}天";
        return LetterWriter.Write(new Letter(
            $"关于报送{county.Year}年度部门预算（{step.Name}）的催报通知",
            open[0].Department.Name,
            [
                $"{county.Year}年度部门预算{step.Name}环节{when}。截至今日，你部门下列{open.Length}个单位尚未报送或报送后被退回，请抓紧组织填报、改正，"
                    + $"放入收件文件夹“inbox/{open[0].Department.Folder}”。",
                "被退回的，请打开returned文件夹中标注了问题的工作簿，按“检查结果”表逐项改正后重新报送。",
            ],
            county.Issuer, today)
        {
            Table = new LetterTable(
                [("单位编码", 16), ("单位名称", 40), ("目前状态", 44)],
                [.. open.Select(status => (IReadOnlyList<string>)[status.Unit.Code, status.Unit.Name, status.Words])]),
            Contact = IssueLetters.ContactOf(county),
        });
    }
}
