using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>What is collected of one worksheet while it is read.</summary>
/// <param name="cells">Takes its cells; empty.</param>
/// <param name="merges">Takes its merged areas; empty.</param>
internal sealed class SheetContent(List<FlatCell> cells, List<CellRange> merges)
{
    public SheetContent()
        : this([], [])
    {
    }

    public List<FlatCell> Cells => cells;

    public List<CellRange> Merges => merges;

    public HashSet<int> HiddenRows { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];
}
