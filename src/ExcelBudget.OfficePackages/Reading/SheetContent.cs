using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>What is collected of one worksheet while it is read.</summary>
internal sealed class SheetContent
{
    public List<FlatCell> Cells { get; } = [];

    public List<CellRange> Merges { get; } = [];

    public HashSet<int> HiddenRows { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];
}
