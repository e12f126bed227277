using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Money;
using ExcelBudget.Workbooks.Annotate;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// The findings on the sheet 检查结果: one row each, the relations it explains in quiet rows below, a cell to answer in for each 疑点.
/// </summary>
internal sealed class FindingRows(CheckReport report, ReportNames names)
{
    private const int MostSuspects = 3;
    private const int LongestValue = 60;

    public ReportSection Section() => new(
        "一、检查发现",
        [
            new("序号", 5), new("级别", 7), new("位置", 26), new("问题和处理办法", 58), new("应为", 13), new("现为", 13), new("差额", 11),
            new(AnswerSheet.Heading, 30),
        ],
        [.. report.Findings.Zip(FindingKeys.Of(report.Findings)).SelectMany((pair, index) => Rows(pair.First, pair.Second, index + 1))])
    {
        Intro = Intro(),
    };

    /// <summary>A cell that leads to a place.</summary>
    public static ReportCell Located(Place place, string words, ReportCellStyle style = ReportCellStyle.Plain) =>
        new(words, style, Link: place is { Sheet: { } sheet, Cell: { } cell } ? new CellTarget(sheet, cell) : null);

    private string Intro()
    {
        if (report.Findings.Count == 0) return "没有发现问题。";
        var how = "错误必须改正后重新报送；疑点请核对，确认无误的在“答复”栏说明；提示不需要处理。点“位置”可跳到相应的单元格。";
        return report.ReturnedBecause is { } because ? because + "\n" + how : how;
    }

    private IEnumerable<IReadOnlyList<ReportCell>> Rows(Finding finding, string key, int number)
    {
        yield return
        [
            new(number.ToString(CultureInfo.InvariantCulture)), new(finding.Severity.Title(), Style(finding.Severity)),
            Located(finding.Place, names.Of(finding.Place)), new(string.Join('\n', Words(finding))),
            Figure(finding.Expected), Figure(finding.Actual), Figure(finding.Difference), Answer(finding, key),
        ];
        foreach (var tie in finding.Ties) yield return Tie(tie, finding);
    }

    private IReadOnlyList<ReportCell> Tie(Finding tie, Finding cause) =>
    [
        Quiet(""), Quiet(""), Located(tie.Place, names.Of(tie.Place), ReportCellStyle.Detail), Quiet("由此不符：" + names.Tie(tie, cause)),
        Figure(tie.Expected, ReportCellStyle.Detail), Figure(tie.Actual, ReportCellStyle.Detail),
            Figure(tie.Difference, ReportCellStyle.Detail), Quiet(""),
    ];

    private IEnumerable<string> Words(Finding finding)
    {
        yield return finding.Message;
        if (Related(finding) is { Length: > 0 } related) yield return related;
        if (finding.AnswerDoubt() is { } doubt) yield return doubt + "仍然适用的，请在答复后注明“已复核”；不适用的请改写。";
    }

    private string Related(Finding finding)
    {
        var places = finding.Related.Where(place => place.Cell is not null)
            .Select(place => place.Sheet == finding.Place.Sheet ? place.Cell! : names.Of(place)).ToArray();
        if (places.Length == 0) return "";
        // suspects beyond three help nobody; cells that share a fault are all to be mended
        return ReportLines.IsSuspected(finding) ? "也可能是：" + string.Join('、', places.Take(MostSuspects))
            : "相关单元格：" + string.Join('、', places);
    }

    private static ReportCell Answer(Finding finding, string key)
    {
        if (finding.Severity != Severity.Warning) return new("");
        var figures = AnsweredFigures.Of(finding);
        var code = new AnswerCode(key, figures, finding.Answer ?? "", finding.AnswerWasFor ?? figures);
        return new(finding.Answer ?? "", ReportCellStyle.Answer) { Code = code.ToString() };
    }

    /// <summary>An amount as a number; a text, such as a name or a long target, as it stands.</summary>
    private static ReportCell Figure(FindingValue? value, ReportCellStyle style = ReportCellStyle.Plain) => value switch
    {
        null => new("", style),
        FindingValue.Amount amount => ReportCell.Of(Figures.Round(amount.Number, amount.Decimals)) with { Style = style },
        _ => new(ReportWords.Short(value.ToString(), LongestValue), style),
    };

    private static ReportCell Quiet(string text) => new(text, ReportCellStyle.Detail);

    private static ReportCellStyle Style(Severity severity) => severity switch
    {
        Severity.Error => ReportCellStyle.Error,
        Severity.Warning => ReportCellStyle.Warning,
        _ => ReportCellStyle.Info,
    };
}
