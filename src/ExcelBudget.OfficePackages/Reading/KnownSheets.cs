using System.Collections.Concurrent;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>What the cells of a sheet follow from, where none of them has a shared string.</summary>
/// <param name="Sheet">The sheet's part.</param>
/// <param name="Styles">The styles' part; null without one.</param>
/// <param name="Date1904">Dates count from 1904.</param>
internal readonly record struct SheetKey(PartKey Sheet, PartKey? Styles, bool Date1904);

/// <summary>
/// Large sheets that came before, cell by cell the same: every workbook of a pack has its code list, and reading that once is enough. A
/// sheet is kept when it comes a second time. Thread-safe.
/// </summary>
internal static class KnownSheets
{
    /// <summary>Packed bytes below which reading is as quick as looking it up.</summary>
    public const int Smallest = 8 << 10;

    private const int Most = 16;
    private const int MostCells = 20_000;
    private const int MostSeen = 4_096;

    private static readonly ConcurrentDictionary<SheetKey, FlatSheet> Kept = [];
    private static readonly ConcurrentDictionary<SheetKey, bool> Seen = [];

    /// <summary>The sheet that came before; null when none did.</summary>
    public static FlatSheet? Find(SheetKey key) => Kept.GetValueOrDefault(key);

    /// <summary>Takes in a sheet that was read and has no shared string.</summary>
    public static void Add(SheetKey key, FlatSheet sheet)
    {
        if (sheet.Cells.Count > MostCells) return;
        if (Seen.Count >= MostSeen) Seen.Clear();
        if (Seen.TryAdd(key, true)) return;
        if (Kept.Count >= Most) Kept.Clear();
        Kept[key] = sheet;
    }
}
