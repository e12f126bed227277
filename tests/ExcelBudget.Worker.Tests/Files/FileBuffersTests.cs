using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Tests.Files;

/// <summary>Memory for the contents of files.</summary>
public sealed class FileBuffersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(79_999)]
    [InlineData(80_000)]
    [InlineData(4 << 20)]
    [InlineData((4 << 20) + 1)]
    public void Memory_OfALength_IsThatLongAndMayBeGivenBack(int length)
    {
        var buffer = FileBuffers.Rent(length);
        buffer.Count.ShouldBe(length);
        buffer.Array!.Length.ShouldBeGreaterThanOrEqualTo(length);
        FileBuffers.Return(buffer);
    }

    [Fact]
    public void Memory_NotGivenBack_IsNobodyElses()
    {
        var (first, second) = (FileBuffers.Rent(100_000), FileBuffers.Rent(100_000));
        first.Array.ShouldNotBeSameAs(second.Array);
    }
}
