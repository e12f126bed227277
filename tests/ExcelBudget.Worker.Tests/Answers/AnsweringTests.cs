using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>An answer belongs to one 疑点 and to the figures it was given for.</summary>
public sealed class AnsweringTests
{
    private static readonly AnsweredFigures Then = new("12.00", "0.00");
    private static readonly string CarKey = FindingKeys.Of(QuestionedWorkbook.Checked().Report.Findings)[1];

    [Fact]
    public void AnswerToTheSameFigures_IsShownAndClosesTheQuestion()
    {
        var finding = Cars("0.00", new GivenAnswer(CarKey, "已核对", Then));
        (finding.Answer, finding.AnswerWasFor, finding.IsOpenQuestion).ShouldBe(("已核对", null, false));
    }

    [Fact]
    public void AnswerToOtherFigures_IsShownWithThemAndLeavesTheQuestionOpen()
    {
        var finding = Cars("3.00", new GivenAnswer(CarKey, "已核对", Then));
        (finding.Answer, finding.AnswerWasFor, finding.IsOpenQuestion).ShouldBe(("已核对", Then, true));
    }

    [Fact]
    public void AnswerGivenWhenSomethingElseWasExpected_LeavesTheQuestionOpen()
    {
        var then = new AnsweredFigures("10.00", "0.00");
        var finding = Cars("0.00", new GivenAnswer(CarKey, "已核对", then));
        (finding.AnswerWasFor, finding.IsOpenQuestion).ShouldBe((then, true));
    }

    [Fact]
    public void OutdatedAnswerLeftAsItWas_StaysOutdatedAndRewritten_HoldsForTheNewFigures()
    {
        var outdated = RealEngine.Engine.Answered(QuestionedWorkbook.Checked("3.00"), [new(CarKey, "已核对", Then)]);
        var file = AnsweredFile.Annotated(outdated);

        var left = AnsweredFile.Read(file).ShouldHaveSingleItem();
        (left.IsCarried, left.Figures).ShouldBe((true, Then));
        var rewritten = AnsweredFile.Read(AnsweredFile.Answered(file, 0, "已核对，已复核")).ShouldHaveSingleItem();
        (rewritten.IsCarried, rewritten.Figures).ShouldBe((false, new AnsweredFigures("12.00", "3.00")));
    }

    [Fact]
    public void AnswerOfAFindingThatIsGone_IsNotShown() =>
        Answering.Put(QuestionedWorkbook.Checked().Report, [new("GONE;T1;1;2;", "已核对", Then)], mustAnswer: false)
            .Findings.ShouldAllBe(finding => finding.Answer == null);

    [Fact]
    public void ErrorsAndInformation_TakeNoAnswer()
    {
        var report = QuestionedWorkbook.Checked().Report;
        var answers = FindingKeys.Of(report.Findings).Select(key => new GivenAnswer(key, "已核对", Then)).ToArray();
        Answering.Put(report, answers, mustAnswer: false).Findings.Where(finding => finding.Answer is not null)
            .ShouldAllBe(finding => finding.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData(false, false, Verdict.Accepted)]
    [InlineData(true, false, Verdict.Returned)]
    [InlineData(true, true, Verdict.Accepted)]
    public void UnansweredQuestion_ReturnsAWorkbookWhereThePackAsksForAnswers(bool mustAnswer, bool isAnswered, Verdict verdict)
    {
        var report = QuestionedWorkbook.Checked().Report with { Findings = [QuestionedWorkbook.Cars("0.00")] };
        GivenAnswer[] answers = isAnswered ? [new(FindingKeys.Of(report.Findings)[0], "已核对", Then)] : [];
        var put = Answering.Put(report, answers, mustAnswer);
        put.Verdict.ShouldBe(verdict);
        (put.ReturnedBecause is not null).ShouldBe(verdict == Verdict.Returned);
    }

    [Fact]
    public void TwoFindingsOfARuleAtOnePlace_HaveDifferentKeys()
    {
        var keys = FindingKeys.Of([QuestionedWorkbook.Cars("1.00"), QuestionedWorkbook.Cars("2.00")]);
        keys[1].ShouldBe(keys[0] + "~2");
    }

    [Theory]
    [InlineData("a;b%3B", "")]
    [InlineData("%", ";;")]
    public void TextsInOne_ComeApartAgain(string one, string other) =>
        AnswerFields.Split(AnswerFields.Join(one, other, "末")).ShouldBe([one, other, "末"]);

    private static Finding Cars(string actual, GivenAnswer answer) =>
        RealEngine.Engine.Answered(QuestionedWorkbook.Checked(actual), [answer])
            .Report.Findings.Single(finding => finding.Rule == QuestionedWorkbook.CarRule);
}
