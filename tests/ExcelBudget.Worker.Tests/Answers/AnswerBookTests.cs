using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>Answers of a file and answers kept of earlier ones.</summary>
public sealed class AnswerBookTests
{
    private static readonly GivenAnswer Earlier = new("k", "已核对", new AnsweredFigures("", "1.00"));

    [Fact]
    public void FreshCopyOfAWorkbook_KeepsTheEarlierAnswer() => Holds(Of([Earlier]), [Earlier], []);

    [Fact]
    public void NewAnswer_ReplacesTheEarlierAndIsNews()
    {
        var now = Earlier with { Text = "已改正" };
        Holds(Of([Earlier], now), [now], [now]);
    }

    [Fact]
    public void AnswerLeftInAnOldCopy_GivesWayToTheOneKept() =>
        Holds(Of([Earlier], new GivenAnswer("k", "更早的", default) { IsCarried = true }), [Earlier], []);

    [Fact]
    public void AnswerLeftInAFile_WhenTheLedgerWasLost_IsKeptAgain()
    {
        var left = Earlier with { IsCarried = true };
        Holds(Of([], left), [left], [left]);
    }

    [Fact]
    public void SameAnswerAgain_IsNoNews() => Holds(Of([Earlier], Earlier), [Earlier], []);

    [Fact]
    public void AnswerTakenBack_CountsNoMore()
    {
        var back = Earlier with { Text = "" };
        Holds(Of([Earlier], back), [], [back]);
        Holds(Of([back]), [], []);
    }

    private static void Holds((GivenAnswer[] Valid, GivenAnswer[] News) book, GivenAnswer[] valid, GivenAnswer[] news)
    {
        book.Valid.ShouldBe(valid);
        book.News.ShouldBe(news);
    }

    private static (GivenAnswer[] Valid, GivenAnswer[] News) Of(GivenAnswer[] kept, params GivenAnswer[] given)
    {
        var book = AnswerBook.Of(kept, given);
        return ([.. book.Valid], [.. book.News]);
    }
}
