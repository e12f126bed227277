using System.Globalization;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.County.Status;

/// <summary>进度表。The status as a workbook: totals with a chart, departments, units by step, and a list to filter.</summary>
internal sealed class StatusBook(CountyRegister county, IReadOnlyList<UnitStatus> statuses, DateTimeOffset at)
{
    private string When => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private CalendarStep[] Steps => [.. statuses.Select(status => status.Step).Distinct()];

    /// <summary>试行规则。How often each rule on trial has fired this year; a sheet of its own when there are any.</summary>
    public IReadOnlyList<TrialCount> Trials { get; init; } = [];

    public byte[] Write() => TableBookWriter.Write(new TableBook([Totals(), Departments(), Units(), All(), .. OnTrial()]));

    private IEnumerable<TableSheet> OnTrial() => Trials.Count == 0 ? [] : [new("试行规则",
        [
            new("规则编号", 24, TableColumnKind.Code), new("检查的报送", 12, TableColumnKind.Count),
            new("有发现的报送", 13, TableColumnKind.Count), new("发现处数", 12, TableColumnKind.Count),
        ],
        [
            .. Trials.Select(trial => (IReadOnlyList<TableCell>)
                [TableCell.Of(trial.Rule), TableCell.Of(trial.Ran), TableCell.Of(trial.Fired), TableCell.Of(trial.Places)]),
        ])
    {
        Title = "试行规则触发情况",
        Subtitle = $"截至 {When}　　试行规则只计数，不影响报送结果",
    }];

    private TableSheet Totals() => new("汇总",
        [new("环节", 14), new("截止日期", 13, TableColumnKind.Day), new("单位数", 9, TableColumnKind.Count), .. StateColumns(),
            new("逾期", 9, TableColumnKind.Count)],
        [.. Steps.Select(step =>
            Counted([TableCell.Of(step.Name), TableCell.Of(step.Dates.Due)], [.. statuses.Where(status => status.Step == step)]))])
    {
        Title = $"{county.Name} {county.Year} 年度部门预算报送进度",
        Subtitle = $"截至 {When}　　{county.Departments.Count} 个部门，{county.Units.Count} 个单位",
        Chart = new TableChart("各环节进度（单位数）", 0, [.. UnitStates.All.Select((state, index) => (index + 3, state.Tone(), state))
            .Select(pair => (pair.Item1, pair.Item2))], Steps.Length),
        Notes = ["每个单位在每个环节只计一种状态，各状态之和等于单位数；“逾期”另计，指截止日期之后仍未通过或之后才通过的。"],
    };

    private TableSheet Departments() => new("部门",
        [
            new("环节", 12), new("部门编码", 12, TableColumnKind.Code), new("部门名称", 30), new("单位数", 9, TableColumnKind.Count),
            .. StateColumns(), new("逾期", 9, TableColumnKind.Count), new("联系人", 12), new("联系电话", 16),
        ],
        [
            .. statuses.GroupBy(status => (status.Step, status.Department)).Select(group => (IReadOnlyList<TableCell>)
            [
                .. Counted(
                    [TableCell.Of(group.Key.Step.Name), TableCell.Of(group.Key.Department.Code), TableCell.Of(group.Key.Department.Name)],
                        [.. group]),
                TableCell.Of(group.Key.Department.Contact), TableCell.Of(group.Key.Department.Phone),
            ]),
        ])
    {
        Title = "各部门进度",
        Subtitle = $"截至 {When}",
        HasFilter = true,
        FrozenColumns = 3,
    };

    private TableSheet Units() => new("单位",
        [
            new("部门编码", 11, TableColumnKind.Code), new("部门名称", 26), new("单位编码", 12, TableColumnKind.Code), new("单位名称", 30),
            .. Steps.Select(step => new TableColumn(step.Name, 30)),
        ],
        [
            .. statuses.GroupBy(status => status.Unit).Select(group => (IReadOnlyList<TableCell>)
            [
                TableCell.Of(group.First().Department.Code), TableCell.Of(group.First().Department.Name), TableCell.Of(group.Key.Code),
                TableCell.Of(group.Key.Name), .. group.Select(status => TableCell.Of(status.Words, Tone(status))),
            ]),
        ])
    {
        Title = "各单位进度",
        Subtitle = $"截至 {When}",
        HasFilter = true,
        FrozenColumns = 4,
    };

    private TableSheet All() => new("明细",
        [
            new("环节", 10), new("部门编码", 11, TableColumnKind.Code), new("部门名称", 24), new("单位编码", 12, TableColumnKind.Code), new("单位名称", 28),
            new("状态", 14, TableColumnKind.Code), new("版次", 8, TableColumnKind.Count), new("错误", 8, TableColumnKind.Count),
            new("未答复疑点", 11, TableColumnKind.Count), new("特批", 8, TableColumnKind.Count), new("截止日期", 13, TableColumnKind.Day),
            new("逾期天数", 10, TableColumnKind.Count), new("最近报送", 18, TableColumnKind.Code), new("最近文件", 36),
            new("交前自检", 42),
        ],
        [.. statuses.Select(Detail)])
    {
        Title = "明细",
        Subtitle = $"截至 {When}　　可按任意一列筛选",
        HasFilter = true,
        FrozenColumns = 1,
    };

    private IReadOnlyList<TableCell> Detail(UnitStatus status) =>
    [
        TableCell.Of(status.Step.Name), TableCell.Of(status.Department.Code), TableCell.Of(status.Department.Name),
        TableCell.Of(status.Unit.Code), TableCell.Of(status.Unit.Name), TableCell.Of(status.State.Title(), Tone(status)),
        Count(status.Versions), Count(status.Errors), Count(status.OpenQuestions), Count(status.Waivers), TableCell.Of(status.Due),
        status.DaysLate > 0 ? TableCell.Of(status.DaysLate, CellTone.Bad) : TableCell.Blank,
        TableCell.Of(status.Last?.ReceivedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        TableCell.Of(status.Last?.Name), TableCell.Of(status.Last?.CheckedBefore?.Words),
    ];

    private static IEnumerable<TableColumn> StateColumns() =>
        UnitStates.All.Select(state => new TableColumn(state.Title(), 11, TableColumnKind.Count));

    private static IReadOnlyList<TableCell> Counted(IReadOnlyList<TableCell> beginning, IReadOnlyList<UnitStatus> group) =>
    [
        .. beginning, TableCell.Of(group.Count, CellTone.Total),
        .. UnitStates.All.Select(state => group.Count(status => status.State == state) is > 0 and var count
            ? TableCell.Of(count, state.Tone()) : TableCell.Of(0)),
        group.Count(status => status.DaysLate > 0) is > 0 and var late ? TableCell.Of(late, CellTone.Bad) : TableCell.Of(0),
    ];

    private static CellTone Tone(UnitStatus status) => status.DaysLate > 0 && !status.State.IsDone() ? CellTone.Bad : status.State.Tone();

    private static TableCell Count(int count) => count == 0 ? TableCell.Blank : TableCell.Of(count);
}
