namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>Choices that a number decides, the same on every machine.</summary>
internal sealed class Chance(int seed)
{
    private uint _state = ((uint)seed * 2654435761) ^ 0x9E3779B9;

    public int Below(int most)
    {
        _state = (_state * 1664525) + 1013904223;
        return (int)((_state >> 12) % (uint)most);
    }

    public T Of<T>(T[] ones) => ones[Below(ones.Length)];
}
