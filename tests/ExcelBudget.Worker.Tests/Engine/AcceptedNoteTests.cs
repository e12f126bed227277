using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>
/// A workbook is accepted only if its note would be: what the note would be returned for is told at the text that says it.
/// </summary>
public sealed class AcceptedNoteTests
{
    private static readonly string[] Sections =
        ["change_reason", "operating_cost_scope", "three_public_reason_overseas", "three_public_reason_vehicle",
            "three_public_reason_reception", "duties", "overall_goal", "sub_goals", "measures", "other"];

    /// <summary>
    /// What departments write into the texts: left from last year, copied from others, contradicting the figures, and sound.
    /// </summary>
    private static readonly string[] Texts =
    [
        "人员经费减少，主要是退休3人。", "收入预算比上年略有下降，主要是项目减少。", "支出预算同比大幅减少。", "本年没有安排项目支出。", "2022年更新了车辆。", "严格执行标准，压减开支",
        "XX单位情况", "项目支出1.00万元，其中甲项0.50万元、乙项0.50万元。", "收入预算是2023年的88%。", "人员经费与上年持平。", "任务增加", "公用经费增长百分之九十九。",
    ];

    public static TheoryData<string, string> SamplesAndSections()
    {
        var data = new TheoryData<string, string>();
        foreach (var section in Sections) data.Add("full", section);
        foreach (var section in Sections.Take(2)) data.Add("clean", section);
        return data;
    }

    [Theory]
    [MemberData(nameof(SamplesAndSections))]
    public void AcceptedWorkbook_WhateverItsTexts_HasANoteThatPasses(string sample, string section)
    {
        var faults = new List<string>();
        var texts = RealEngine.Read(RealEngine.Desk(sample)).Places.Keys
            .Where(cell => cell.Form.Value == "texts" && cell.Row.Value == section).ToArray();
        // a reason that nothing changed for is not asked for
        if (texts.Length == 0) return;
        var place = RealEngine.At(sample, "texts", section, "text");
        foreach (var text in Texts)
        {
            var workbook = RealEngine.Engine.Check("报送.xlsx", RealEngine.Desk(sample).Text(place, text).Book);
            if (workbook.Report.Verdict != Verdict.Accepted) continue;
            var note = RealEngine.Engine.CheckNote("说明.docx", RealEngine.Engine.Note(workbook)!, workbook);
            if (note.Report.Verdict != Verdict.Accepted)
            {
                faults.Add($"{text}: {string.Join("; ", note.Report.Findings.Select(finding => finding.Message))}");
            }
        }

        faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("change_reason", "人员经费减少，主要是退休3人。", "NOTE-DIRECTION", Severity.Error)]
    [InlineData("change_reason", "收入预算比上年略有下降，主要是项目减少。", "NOTE-DIRECTION", Severity.Error)]
    [InlineData("change_reason", "人员经费与上年持平。", "NOTE-LEVEL", Severity.Error)]
    [InlineData("change_reason", "收入预算是2023年的88%。", "NOTE-RATE", Severity.Error)]
    [InlineData("other", "本年没有安排项目支出。", "NOTE-NOTHING", Severity.Error)]
    [InlineData("other", "收入预算12.34万元。", "NOTE-FIGURE", Severity.Error)]
    [InlineData("three_public_reason_vehicle", "2022年更新了车辆", "NOTE-STALE-YEAR", Severity.Warning)]
    [InlineData("three_public_reason_reception", "接待任务增加", "NOTE-REASON-DIRECTION", Severity.Warning)]
    public void TextThatContradictsTheFigures_IsToldAtItsCell(string section, string text, string rule, Severity severity)
    {
        var place = RealEngine.At("full", "texts", section, "text");
        var report = RealEngine.Check(RealEngine.Desk("full").Text(place, text));
        var finding = report.Findings.FirstOrDefault(finding => finding.Rule == rule)
            .ShouldNotBeNull(string.Join('\n', report.Findings.Select(finding => finding.Message)));
        (finding.Severity, finding.Place.Sheet, finding.Place.Cell).ShouldBe((severity, place.Sheet, place.Cell));
        report.Verdict.ShouldBe(severity == Severity.Error ? Verdict.Returned : Verdict.Accepted);
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public void SampleWorkbook_AsIssued_HasANoteThatPasses(string sample)
    {
        var workbook = DepartmentNote.Workbook(sample);
        workbook.Report.Verdict.ShouldBe(Verdict.Accepted, string.Join('\n', workbook.Report.Findings.Select(finding => finding.Message)));
        RealEngine.Engine.CheckNote("说明.docx", RealEngine.Engine.Note(workbook)!, workbook).Report.Findings.ShouldBeEmpty();
    }
}
