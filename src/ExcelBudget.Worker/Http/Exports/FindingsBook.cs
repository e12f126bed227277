using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Exports;

/// <summary>检查发现表。Every finding of the latest returns, and how often each rule speaks.</summary>
internal static class FindingsBook
{
    private static readonly Dictionary<string, (string Word, CellTone Tone)> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = ("错误", CellTone.Bad),
        ["warning"] = ("疑点", CellTone.Attention),
        ["info"] = ("提示", CellTone.Quiet),
    };

    /// <summary>Writes it.</summary>
    /// <param name="county">The county.</param>
    /// <param name="statuses">The units and steps whose latest returns are told.</param>
    /// <param name="shelf">Where their findings are.</param>
    /// <param name="answers">The answers the clerk is content with.</param>
    public static byte[] Write(CountyRegister county, IReadOnlyList<UnitStatus> statuses, ReturnShelf shelf, AnswerShelf answers)
    {
        var told = statuses.Where(status => status.Last is not null).ToArray();
        return TableBookWriter.Write(new TableBook(
        [
            new("检查发现",
                [
                    new("环节", 10), new("部门名称", 24), new("单位编码", 12, TableColumnKind.Code), new("单位名称", 28),
                    new("级别", 8, TableColumnKind.Code), new("类别", 18), new("规则编号", 22, TableColumnKind.Code), new("工作表", 20),
                    new("单元格", 9, TableColumnKind.Code), new("说明", 60), new("应为", 14), new("现为", 14), new("答复", 30),
                    new("认可答复", 14),
                ],
                [.. told.SelectMany(status => Rows(status, shelf, answers))])
            {
                Title = $"{county.Name} {county.Year} 年度部门预算检查发现",
                Subtitle = $"每个单位最近一次报送，共 {told.Length} 份",
                HasFilter = true,
                FrozenColumns = 4,
            },
            new("按规则",
                [
                    new("级别", 8, TableColumnKind.Code), new("类别", 18), new("规则编号", 24, TableColumnKind.Code),
                    new("处数", 9, TableColumnKind.Count), new("单位数", 9, TableColumnKind.Count), new("例", 70),
                ],
                [
                    .. shelf.ByRule(told.Select(status => status.Last!)).Select(rule => (IReadOnlyList<TableCell>)
                    [
                        Severity(rule.Severity), TableCell.Of(CategoryWords.Of(rule.Category)), TableCell.Of(rule.Rule),
                        TableCell.Of(rule.Findings), TableCell.Of(rule.Units.Count), TableCell.Of(rule.Example),
                    ]),
                ])
            {
                Title = "各项规则的发现",
                HasFilter = true,
            },
        ]));
    }

    private static IEnumerable<IReadOnlyList<TableCell>> Rows(UnitStatus status, ReturnShelf shelf, AnswerShelf answers)
    {
        var accepted = answers.Of(status.Last!).Where(question => question.Accepted is not null)
            .ToDictionary(question => question.Finding.Key, question => question.Accepted!.Person, StringComparer.Ordinal);
        return shelf.Report(status.Last!.Id).Findings.Select(finding => (IReadOnlyList<TableCell>)
        [
            TableCell.Of(status.Step.Name), TableCell.Of(status.Department.Name), TableCell.Of(status.Unit.Code),
            TableCell.Of(status.Unit.Name), Severity(finding.Severity), TableCell.Of(CategoryWords.Of(finding.Category)),
            TableCell.Of(finding.Rule), TableCell.Of(finding.Sheet), TableCell.Of(finding.Cell), TableCell.Of(finding.Message),
            TableCell.Of(finding.Expected), TableCell.Of(finding.Actual), TableCell.Of(finding.Answer),
            TableCell.Of(accepted.GetValueOrDefault(finding.Key)),
        ]);
    }

    private static TableCell Severity(string code) =>
        Severities.TryGetValue(code, out var known) ? TableCell.Of(known.Word, known.Tone) : TableCell.Of(code);
}
