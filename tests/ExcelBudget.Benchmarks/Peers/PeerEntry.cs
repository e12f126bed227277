using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>A peer as the tables name it.</summary>
/// <param name="Subject">fill, read or note.</param>
/// <param name="Name">Short name, also the argument of its process.</param>
/// <param name="Title">What it does.</param>
/// <param name="Make">Makes it from the materials.</param>
internal sealed record PeerEntry(string Subject, string Name, string Title, Func<MaterialFolder, IPeer> Make)
{
    /// <summary>A Python script beside the program that is the peer; null for peers written in C#.</summary>
    public string? Script { get; init; }

    /// <summary>True for a peer that does only what nobody can do without.</summary>
    public bool IsFloor => Title.StartsWith("floor", StringComparison.Ordinal);
}
