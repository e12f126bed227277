namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>
/// Ways to compare with last year, each once as it is and once as it is not. 2023 of the clean sample: 收入 2041.42, last year 1561.99,
/// 479.43 more (30.69%); 人员经费 311.56, last year 251.73, 59.83 more (23.77%).
/// </summary>
public sealed class ComparisonTests
{
    private const string Overall = "二、部门预算安排的总体情况";
    private const string Reason = "主要原因是任务增加。";

    [Theory]
    [InlineData("收入预算比上年略有上升，")]
    [InlineData("收入预算较2022年有所增加，")]
    [InlineData("收入预算同比大幅增长，")]
    [InlineData("收入预算2041.42万元，比上年明显增加，")]
    [InlineData("收入预算高于上年，")]
    [InlineData("收入预算总额较去年呈上升趋势，")]
    [InlineData("收入预算2041.42万元，较上年增加479.43万元，增幅30.69%，")]
    [InlineData("收入预算2041.42万元，增幅为百分之三十点六九，")]
    [InlineData("收入预算比上年增长百分之30.69，")]
    [InlineData("收入预算比上年增长30.69个百分点，")]
    [InlineData("收入预算比上年增加四百七十九点四三万元，")]
    [InlineData("收入预算是2022年的130.69%，")]
    [InlineData("收入预算为上年预算的130.69%，")]
    [InlineData("收入预算相当于上年的1.31倍，")]
    [InlineData("收入预算2041.42万元，上年1561.99万元，增加479.43万元，")]
    [InlineData("收入预算2041.42万元（上年1561.99万元），同比增长30.69%，")]
    [InlineData("收入预算2041.42万元，上年为1561.99万元，")]
    [InlineData("收入预算2041.42万元，较上年1561.99万元增加479.43万元，")]
    [InlineData("收入预算由上年的1561.99万元增加到2041.42万元，")]
    [InlineData("收入预算从2022年的1561.99万元增至2041.42万元，增长率30.69%，")]
    [InlineData("人员经费311.56万元，去年同期251.73万元，同比增长23.77%，")]
    public void Comparison_ThatSaysWhatTheTablesSay_HasNoFinding(string sentence)
    {
        var check = Check(sentence + Reason);
        check.Findings.Where(IsOfSentence).Select(finding => $"{finding.Rule} {finding.Message}").ShouldBeEmpty();
        check.Agreements.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("收入预算比上年略有下降，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算较2022年有所减少，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算同比小幅下降，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算略有下降，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算低于上年，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算总规模较去年呈下降趋势，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算2041.42万元，比上年明显减少，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算2041.42万元。与上年相比有所下降，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算减少的", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算由上年的1561.99万元减少到2041.42万元，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算2041.42万元，较上年增加479.43万元，增幅33.69%，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算2041.42万元，增幅为百分之三十九点六，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算比上年增长百分之39.6，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算比上年增长39.20个百分点，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算比上年减少479.43万元，降幅30.69%，", "NOTE-DIRECTION", "增加479.43万元")]
    [InlineData("收入预算同比增长39.2%，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算较上年39.2%的增幅，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算是2022年的109.2%，", "NOTE-RATE", "130.69%")]
    [InlineData("收入预算为上年预算的109.2%，", "NOTE-RATE", "130.69%")]
    [InlineData("收入预算相当于上年的1.13倍，", "NOTE-RATE", "130.69%")]
    [InlineData("收入预算2041.42万元，上年1651.99万元，增加479.43万元，", "NOTE-FIGURE", "1561.99万元")]
    [InlineData("收入预算2041.42万元（上年1651.99万元），", "NOTE-FIGURE", "1561.99万元")]
    [InlineData("收入预算2041.42万元，上年预算为1651.99万元，", "NOTE-FIGURE", "1561.99万元")]
    [InlineData("收入预算2041.42万元，较上年1651.99万元增加479.43万元，", "NOTE-FIGURE", "1561.99万元")]
    [InlineData("收入预算由上年的1561.99万元增加到2014.42万元，", "NOTE-FIGURE", "2041.42万元")]
    [InlineData("人员经费311.56万元，去年同期215.73万元，", "NOTE-FIGURE", "251.73万元")]
    [InlineData("人员经费比上年增加五十八点三九万元，", "NOTE-CHANGE", "增加59.83万元")]
    [InlineData("收入预算增减率为-30.69%，", "NOTE-DIRECTION", "增加30.69%")]
    [InlineData("收入预算比上年降幅30.69%，", "NOTE-DIRECTION", "增加30.69%")]
    [InlineData("收入预算比上年增加两成，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算比上年增加四成五，", "NOTE-RATE", "30.69%")]
    [InlineData("收入预算比上年增加约489万元，", "NOTE-CHANGE", "增加479.43万元")]
    public void Comparison_ThatSaysSomethingElse_IsTold(string sentence, string rule, string expected)
    {
        var findings = Check(sentence + Reason).Findings.Where(IsOfSentence).ToArray();
        findings.Select(finding => (finding.Rule, finding.Expected.Told()))
            .ShouldContain((rule, expected), string.Join('\n', findings.Select(finding => $"{finding.Rule} {finding.Message}")));
    }

    [Theory]
    [InlineData("收入预算比上年增加约479万元，")]
    [InlineData("收入预算比上年增加三成，")]
    [InlineData("收入预算增减率为30.69%，")]
    public void Comparison_RoundedOnPurpose_Holds(string sentence) =>
        Check(sentence + Reason).Findings.Where(IsOfSentence).ShouldBeEmpty();

    [Theory]
    [InlineData("人员经费比上年压减5%以上。")]
    [InlineData("收入预算与上年基本持平。")]
    [InlineData("收入预算较2022年决算数增加12.00万元。")]
    [InlineData("人员经费比上年执行数略有下降。")]
    [InlineData("收入预算较上年完成数增长3%。")]
    public void Comparison_ThatCannotBeMade_IsListedAndNotTold(string sentence)
    {
        var check = Check(sentence + Reason);
        check.Findings.Where(finding => IsOfSentence(finding) && finding.Severity == Domain.Findings.Severity.Error).ShouldBeEmpty();
        var beginning = sentence[..6];
        check.Unchecked.ShouldContain(entry => entry.Reason.Contains(beginning));
    }

    [Theory]
    [InlineData("全年开展培训，收入预算占全县的比重提高2.10个百分点。")]
    [InlineData("收入预算2041.42万元、支出预算2041.42万元、公务接待费54.50万元，比上年有所下降。")]
    [InlineData("办公楼维修另需资金358.32万元。")]
    [InlineData("执行率达到98.50%。")]
    public void Figure_ThatIsNotUnderstood_IsListed(string sentence) =>
        Check(sentence).Unchecked.Where(entry => entry.Rule is "NOTE-FIGURE" or "NOTE-DIRECTION" or "NOTE-SHARE").ShouldNotBeEmpty();

    [Fact]
    public void Figure_OfAnotherSection_IsListed() =>
        Checked.Against(HebeiNote.Clean, PlainNote.Of("五、预算绩效信息", "全年投入资金520.00万元，满意度达到95%。")).Unchecked
            .ShouldContain(entry => entry.Reason.Contains("520.00万元") && entry.Reason.Contains("等 2 处"));

    private static Notes.Checking.NoteCheck Check(string sentence) => Checked.Against(HebeiNote.Clean, PlainNote.Of(Overall, sentence));

    private static bool IsOfSentence(Domain.Findings.Finding finding) =>
        finding.Rule is not ("NOTE-SECTION" or "NOTE-QUOTED" or "NOTE-UNIT-NAME");
}
