using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>What is collected of one worksheet while it is read.</summary>
/// <param name="cells">Takes its cells; empty.</param>
internal sealed class SheetContent(List<FlatCell> cells)
{
    public SheetContent()
        : this([])
    {
    }

    public List<FlatCell> Cells => cells;

    public List<CellRange> Merges { get; } = [];

    public HashSet<int> HiddenRows { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];
}
