namespace ExcelBudget.Worker.Operations;

/// <summary>What the running worker last met, for the health file. Thread-safe.</summary>
internal sealed class WorkerState
{
    private volatile string? _trouble;

    /// <summary>Why nothing can be taken in at the moment, in Chinese; null while all is well.</summary>
    public string? Trouble
    {
        get => _trouble;
        set => _trouble = value;
    }
}
