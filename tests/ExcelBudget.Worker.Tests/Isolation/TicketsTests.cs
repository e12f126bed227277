using ExcelBudget.Worker.Isolation;

namespace ExcelBudget.Worker.Tests.Isolation;

/// <summary>Who is open beside whom in the process that opens files.</summary>
public sealed class TicketsTests
{
    private readonly Tickets _tickets = new();

    [Fact]
    public void Question_AskedWhileNoOtherIsOpen_WasAlone()
    {
        var first = _tickets.Take()!;
        _tickets.Return(first).ShouldBeFalse();
        var second = _tickets.Take()!;
        (first.WasAccompanied, second.WasAccompanied).ShouldBe((false, false));
    }

    [Fact]
    public void Questions_OpenBesideOneAnother_WereNotAlone()
    {
        var (first, second) = (_tickets.Take()!, _tickets.Take()!);
        (first.WasAccompanied, second.WasAccompanied).ShouldBe((true, true));
    }

    [Fact]
    public async Task Answer_GoesToItsOwnQuestion()
    {
        var (first, second) = (_tickets.Take()!, _tickets.Take()!);
        _tickets.Answer(second.Number, [2]);
        first.Answer.IsCompleted.ShouldBeFalse();
        (await second.Answer).ShouldBe([2]);
    }

    [Fact]
    public void Answer_ThatIsGivenOrNotYet_IsSeenByWhoWaits()
    {
        var (first, second) = (_tickets.Take()!, _tickets.Take()!);
        first.Wait(TimeSpan.FromMilliseconds(1)).ShouldBeFalse();
        var giving = new Thread(() => _tickets.Answer(first.Number, [1]));
        giving.Start();
        first.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        giving.Join();
        first.Wait(TimeSpan.Zero).ShouldBeTrue();
        second.Wait(TimeSpan.Zero).ShouldBeFalse();
    }

    [Fact]
    public async Task ProcessThatIsGone_LeavesNobodyWaiting()
    {
        var open = _tickets.Take()!;
        _tickets.Gone();
        (await open.Answer).ShouldBeNull();
        (await _tickets.Take()!.Answer).ShouldBeNull();
    }

    [Fact]
    public void ProcessThatIsRetired_TakesNoQuestionAndEndsWithItsLastAnswer()
    {
        var (first, second) = (_tickets.Take()!, _tickets.Take()!);
        _tickets.Close().ShouldBeFalse();
        _tickets.Take().ShouldBeNull();
        _tickets.Return(first).ShouldBeFalse();
        _tickets.Return(second).ShouldBeTrue();
    }
}
