namespace ExcelBudget.Benchmarks.Peers;

/// <summary>One way to do a job. Its constructor does what a program does once; nothing in it is warmed up.</summary>
internal interface IPeer
{
    /// <summary>Does the job once.</summary>
    void Once();

    /// <summary>What the last job made, for comparing contents; called after measuring.</summary>
    byte[] Output();

    /// <summary>Ticks spent in each phase so far, by its name; empty for a peer without phases.</summary>
    IReadOnlyDictionary<string, long> Phases => new Dictionary<string, long>();
}
