using System.Runtime.CompilerServices;
using ExcelBudget.Workbooks.Fill;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>What is worked out for the rows of a department is kept for those that have the same, and for nobody else.</summary>
public sealed class RecurringTests
{
    private readonly Recurring<string, object> _plans = new(2);

    [Fact]
    public void Plan_OfRowsThatComeBack_IsMadeOnce()
    {
        var first = _plans.Of("rows", () => new object());
        _plans.Of("rows", () => throw new InvalidOperationException("made twice")).ShouldBeSameAs(first);
        _plans.Of("rows", () => throw new InvalidOperationException("made twice")).ShouldBeSameAs(first);
    }

    [Fact]
    public void Plan_OfRowsThatNeverComeBack_IsLetGo()
    {
        var plan = AskedOnce();
        GC.Collect();
        plan.TryGetTarget(out _).ShouldBeFalse();
    }

    [Fact]
    public void Plans_OfManyRows_AreMadeAgainRatherThanKept()
    {
        foreach (var rows in new[] { "1", "2", "3" })
        {
            _plans.Of(rows, () => new object());
            _plans.Of(rows, () => new object());
        }

        var made = 0;
        _plans.Of("1", () => { made++; return new object(); });
        made.ShouldBe(1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<object> AskedOnce() => new(_plans.Of("rows", () => new object()));
}
