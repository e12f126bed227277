using ExcelBudget.Worker.DropFolder.Folders;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>Does something once, after the results of a file are staged: the worst moment for a writer to go on.</summary>
internal sealed class WritesOn : IFaultPoints
{
    public Action? When { get; set; }

    /// <inheritdoc />
    public void Reach(string point)
    {
        if (point != FaultPoint.DraftAfterConfirm || When is not { } action) return;
        When = null;
        action();
    }
}
