using ExcelBudget.Notes.Checking;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>
/// Sentences typed by hand, each under the heading of its section. 2023 of the clean sample: 收入 2041.42, 人员 311.56, 公用 46.76, 项目 1683.10.
/// </summary>
public sealed class SentenceTests
{
    private const string Overall = "二、部门预算安排的总体情况";
    private const string ThreePublic = "四、财政拨款“三公”经费预算情况";
    private const string Assets = "七、国有资产信息";

    [Theory]
    [InlineData(Overall, "收入预算2041.42万元。")]
    [InlineData(Overall, "2023年我部门安排收入预算共 2,041.42 万元，支出预算为20414200元。")]
    [InlineData(Overall, "收入预算0.2041亿元。")]
    [InlineData(Overall, "支出预算２０４１．４２万元，其中：基本支出358.32万元，占支出预算的17.55%；项目支出1683.1万元，占82.45%。")]
    [InlineData(Overall, "人员经费、公用经费分别为311.56万元、46.76万元。")]
    [InlineData(Overall, "安排46.76万元用于公用经费。")]
    [InlineData(Overall, "2022年收入预算1561.99万元，2023年收入预算2041.42万元，增长30.69%，主要原因是新增任务。")]
    [InlineData(Overall, "收入预算比上年增加479.43万元（30.7%），原因是人员增加。")]
    [InlineData(Overall, "人员经费比2022年增加59.83万元，主要是工资调整。")]
    [InlineData(Overall, "人员经费比2022年增加59.83万元，增长百分之二十三点七七，主要是工资调整。")]
    [InlineData(Overall, "人员经费比2022年增加５９．８３万元，增长23.77﹪，主要是工资调整。")]
    [InlineData(Overall, "行政运行支出291.31万元，专项业务154.20万元。")]
    [InlineData(ThreePublic, "公务接待费54.50万元，与上年持平。")]
    [InlineData(Overall, "2023年部门预算收入2041.42万元，较上年增加479.43万元，增长30.69%。主要原因是任务增加。")]
    [InlineData(Overall, "2023年本部门收入总计2041.42万元，其中：一般公共预算拨款收入2041.42万元，占100%；政府性基金预算拨款收入0万元，占0%。")]
    [InlineData(Overall, "按支出功能分类：一般公共服务支出1974.41万元，占96.72%；社会保障和就业支出49.89万元，占2.44%；卫生健康支出17.12万元，占0.84%，支出总计2041.42万元。")]
    [InlineData(Overall, "人员经费311.56万元，占支出预算的15.26%，比上年增加59.83万元，增长23.77%，主要原因是调资。")]
    [InlineData(Overall, "人员经费311.56万元，占支出预算（2041.42万元）的15.26%，占基本支出的86.95%，同比增加59.83万元，主要原因是调资。")]
    [InlineData(Overall, "人员经费311.56万元，占支出预算的15.26%，比上年有所增加，主要原因是调资。")]
    [InlineData(Overall, "基本支出358.32万元，占支出总额的17.55%，包括人员经费311.56万元和公用经费46.76万元；项目支出1683.10万元，占82.45%，共计支出预算2041.42万元。")]
    [InlineData(ThreePublic, "“三公”经费预算数为54.50万元，与上年预算数持平。")]
    [InlineData(ThreePublic, "其中：因公出国（境）费0万元，与上年持平；公务用车购置及运行费0万元，其中公务用车购置费0万元、公务用车运行维护费0万元，与上年持平；公务接待费54.50万元，与上年持平。")]
    [InlineData("三、机关运行经费安排情况", "2023年机关运行经费46.76万元，比2022年预算增加4.92万元，增长11.76%，主要原因是物价上涨。")]
    [InlineData("六、政府采购预算情况", "政府采购预算总额0万元，其中：货物类0万元、工程类0万元、服务类0万元。")]
    [InlineData(Assets, "截至2022年12月31日，固定资产1098.51万元，其中车辆7辆、单价20万元以上的设备0台（套）。")]
    [InlineData(ThreePublic, "没有安排因公出国（境）费。公务用车购置费0万元。")]
    [InlineData(Assets, "固定资产总额1098.51万元，其中车辆7辆，价值156.78万元。")]
    public void Sentence_ThatSaysWhatTheTablesSay_HasNoFinding(string heading, string sentence) =>
        Checked.Sentence("clean", heading, sentence).Select(finding => finding.Message).ShouldBeEmpty();

    [Theory]
    [InlineData(Overall, "收入预算2041.41万元。", "NOTE-FIGURE", "2041.42万元")]
    [InlineData(Overall, "支出预算2041.42万元，其中：基本支出1683.10万元，项目支出358.32万元。", "NOTE-FIGURE", "358.32万元")]
    [InlineData(Overall, "人员经费、公用经费分别为46.76万元、311.56万元。", "NOTE-FIGURE", "311.56万元")]
    [InlineData(Overall, "安排46.67万元用于公用经费。", "NOTE-FIGURE", "46.76万元")]
    [InlineData(Overall, "收入预算2041.42元。", "NOTE-UNIT", "2041.42万元")]
    [InlineData(Overall, "收入预算20414200万元。", "NOTE-UNIT", "2041.42万元")]
    [InlineData(Overall, "人员经费按照县委要求从紧安排312.56万元。", "NOTE-FIGURE-LIKELY", "311.56万元")]
    [InlineData(Overall, "2022年收入预算1651.99万元。", "NOTE-FIGURE", "1561.99万元")]
    [InlineData(Overall, "人员经费比上年增加58.93万元，主要原因是调资。", "NOTE-CHANGE", "增加59.83万元")]
    [InlineData(Overall, "人员经费比上年减少59.83万元，主要原因是人员退休。", "NOTE-DIRECTION", "增加59.83万元")]
    [InlineData(Overall, "人员经费311.56万元，占支出预算的15.26%，同比增加58.93万元，主要原因是调资。", "NOTE-CHANGE", "增加59.83万元")]
    [InlineData(Overall, "人员经费311.56万元，占支出预算的15.26%，同比增长32.77%，主要原因是调资。", "NOTE-RATE", "23.77%")]
    [InlineData(Overall, "人员经费311.56万元，占支出预算的15.26%，比上年有所减少，主要原因是调资。", "NOTE-DIRECTION", "增加59.83万元")]
    [InlineData(Overall, "人员经费比上年增加59.83万元，增长32.77%，主要原因是调资。", "NOTE-RATE", "23.77%")]
    [InlineData(Overall, "人员经费比上年增加59.83万元，增长百分之三十二点七七，主要原因是调资。", "NOTE-RATE", "23.77%")]
    [InlineData(Overall, "人员经费与上年持平。", "NOTE-LEVEL", "增加59.83万元")]
    [InlineData(Overall, "人员经费比上年减少，主要原因是人员退休。", "NOTE-DIRECTION", "增加59.83万元")]
    [InlineData(Overall, "支出预算2041.42万元，其中：基本支出358.32万元，占支出预算的71.55%。", "NOTE-SHARE", "17.55%")]
    [InlineData(Overall, "人员经费比上年增加59.83万元。", "NOTE-REASON-MISSING", null)]
    [InlineData(Overall, "人员经费比上年增加59.83万元，主要原因是。", "NOTE-REASON-EMPTY", null)]
    [InlineData(Overall, "人员经费比上年增加59.83万元，主要原因是人员减少。", "NOTE-REASON-DIRECTION", "减少")]
    [InlineData(Overall, "办公家具购置12.34万元，含桌椅7.34万元和柜子6.00万元。", "NOTE-ORPHAN", null)]
    [InlineData(Overall, "支出预算2041.42万元，其中：甲项1041.42万元，乙项1100.00万元。", "NOTE-SUM", "2141.42万元")]
    [InlineData(Overall, "办公家具购置费12万元。办公家具购置费15万元。", "NOTE-TWICE", "12万元")]
    [InlineData(Overall, "没有安排项目支出。", "NOTE-NOTHING", "1683.10万元")]
    [InlineData(Overall, "人员经费比上年增加（减少）59.83万元，主要原因是调资。", "NOTE-ALTERNATIVES", null)]
    [InlineData(Overall, "人员经费比上年增加 万元，主要原因是调资。", "NOTE-BLANK", null)]
    [InlineData(Overall, "XX单位的收入预算2041.42万元。", "NOTE-PLACEHOLDER", null)]
    [InlineData(Overall, "2021年收入预算如下。", "NOTE-STALE-YEAR", "2023年")]
    [InlineData(ThreePublic, "因公出国（境）费比上年增长5%，主要原因是任务增加。", "NOTE-ZERO-BASE", null)]
    [InlineData(ThreePublic, "公务接待费减少0万元，与上年持平。", "NOTE-ZERO-CHANGE", null)]
    [InlineData(ThreePublic, "公务接待费54.50万元，比上年减少3万元，主要原因是压减接待。", "NOTE-CHANGE", "持平0.00万元")]
    [InlineData(Assets, "上年末固定资产总额1098.51万元，其中车辆8辆。", "NOTE-FIGURE", "7辆")]
    public void Sentence_ThatSaysSomethingElse_IsTold(string heading, string sentence, string rule, string? expected)
    {
        var findings = Checked.Sentence("clean", heading, sentence);
        var finding = findings.FirstOrDefault(finding => finding.Rule == rule)
            .ShouldNotBeNull(string.Join('\n', findings.Select(finding => $"{finding.Rule} {finding.Message}")));
        if (expected is not null) finding.Expected.Told().ShouldBe(expected, finding.Message);
        finding.Place.Paragraph.ShouldBe(2);
        finding.Place.Sentence.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void SwappedFigure_NamesTheItemItBelongsTo() =>
        Checked.Sentence("clean", Overall, "项目支出311.56万元。").Single().Message.ShouldContain("311.56万元是“人员经费”的金额");

    /// <summary>Behind a change 其中 tells parts of the amount that changed.</summary>
    [Fact]
    public void PartsBehindAChange_AreThoseOfTheAmount() =>
        Checked.Sentence("clean", Overall, "支出预算2041.42万元，比上年增加5.00万元，主要原因是调资。其中：基本支出358.32万元；项目支出1683.10万元。")
            .Select(finding => finding.Rule).ShouldNotContain("NOTE-SUM");

    [Fact]
    public void Section_ThatIsMissing_IsTold()
    {
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of("中国共产党魏县委员会办公室2023年部门预算说明", Overall, "收入预算2041.42万元，支出预算2041.42万元。"));
        check.Findings.Where(finding => finding.Rule == "NOTE-SECTION").Select(finding => finding.Expected.Told())
            .ShouldContain("政府采购预算情况");
        check.Findings.Where(finding => finding.Rule == "NOTE-SECTION").Select(finding => finding.Expected.Told())
            .ShouldNotContain("部门预算安排的总体情况");
    }

    [Fact]
    public void Term_UsedButNotExplained_IsInformation()
    {
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of(Overall, "项目支出1683.10万元。", "八、名词解释", "1.基本支出：指日常支出。"));
        check.Findings.Single(finding => finding.Rule == "NOTE-TERM").Actual.Told().ShouldBe("项目支出");
    }

    [Fact]
    public void Figure_ThatTheSectionMustQuote_IsMissed() =>
        Checked.Against(HebeiNote.Clean, PlainNote.Of(ThreePublic, "公务接待费54.50万元。"))
            .Findings.Where(finding => finding.Rule == "NOTE-QUOTED").Select(finding => finding.Message)
            .ShouldContain(message => message.Contains("“三公经费”") && message.Contains("是 54.50万元。"));

    /// <summary>A pack in yuan asks for yuan.</summary>
    [Fact]
    public void FigureThatTheSectionMustQuote_InAPackInYuan_IsNamedInYuan()
    {
        using var folder = new TempFolder();
        PackInYuan.Write(folder.Path, PackInYuan.Yuan, PackInYuan.Forms);
        File.AppendAllText(folder.In("hebei/pack.yaml"), "\nmoney: 元\n");
        var book = PackReader.Read(folder.In("hebei")).RuleBook.ShouldNotBeNull();
        Checked.Through(
            NoteChecker.Of(book), PlainNote.Of(ThreePublic, "公务接待费545000元。"), new BudgetFigures(book, HebeiNote.Clean))
            .Findings.Where(finding => finding.Rule == "NOTE-QUOTED").Select(finding => finding.Message)
            .ShouldContain(message => message.Contains("“三公经费”") && message.Contains("是 545000.00元。"));
    }

    /// <summary>What is said of the item before it (同比增加, 上年, 其中) is no item: every class of a note has it.</summary>
    [Theory]
    [InlineData("农村公路养护12万元，同比增加3万元。校舍维修补助15万元，同比增加4万元。")]
    [InlineData("农村公路养护12万元，上年预算3万元。校舍维修补助15万元，上年预算4万元。")]
    [InlineData("农村公路养护12万元，其中：县级配套3万元。校舍维修补助15万元，其中：县级配套4万元。")]
    public void WordsThatSpeakOfTheItemBefore_InTwoClasses_AreNotOneItemToldTwice(string sentence) =>
        Checked.Sentence("clean", Overall, sentence).Select(finding => finding.Rule).ShouldNotContain("NOTE-TWICE");
}
