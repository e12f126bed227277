using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>Reads worksheets one after the other, with one count of cells over all of them.</summary>
internal sealed class SheetReader
{
    private readonly ZipPackage _package;
    private readonly PackageLimits _limits;
    private readonly CellReader _cellReader;
    private readonly SheetScan _scan;
    private readonly SheetWalk _walk;
    private readonly PartKey? _styles;
    private readonly bool _date1904;

    // one list for all sheets: each takes out of it what is its own
    private readonly List<FlatCell> _cells = [];
    private readonly List<CellRange> _merges = [];
    private int _cellCount;

    /// <summary>
    /// Set by tests only: then what was scanned is read with the cursor as well, and both are handed over to be compared.
    /// </summary>
    internal static Action<SheetContent, SheetContent>? Oracle { get; set; }

    /// <param name="package">The package.</param>
    /// <param name="texts">Its shared strings.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="stylesPart">The part they stand in; null without one.</param>
    /// <param name="date1904">Dates count from 1904.</param>
    public SheetReader(ZipPackage package, List<string> texts, CellFormats styles, string? stylesPart, bool date1904)
    {
        (_package, _limits, _date1904) = (package, package.Limits, date1904);
        _styles = stylesPart is not null && package.Contains(stylesPart) ? package.KeyOf(stylesPart) : null;
        _cellReader = new CellReader(texts, styles, date1904);
        _scan = new SheetScan(_cellReader, _limits);
        _walk = new SheetWalk(_cellReader, _limits);
    }

    /// <summary>Reads one worksheet part.</summary>
    public FlatSheet Read(string part, string name, SheetVisibility visibility)
    {
        var key = _package.PackedLength(part) < KnownSheets.Smallest ? (SheetKey?)null
            : new SheetKey(_package.KeyOf(part), _styles, _date1904);
        if (key is { } known && KnownSheets.Find(known) is { } before && _cellCount + before.Cells.Count <= _limits.Cells
            && _package.TakeProven(part))
        {
            _cellCount += before.Cells.Count;
            return before.As(name, visibility, _package.StoredName(part));
        }

        var content = ReadContent(part);
        _cellCount += content.Cells.Count;
        var sheet = new FlatSheet(name, _cellReader.Finish(content.Cells), content.Merges, visibility,
            new SheetHiding(content.HiddenRows, content.HiddenColumns), _package.StoredName(part));
        if (key is { } own && !_cellReader.UsesTexts) KnownSheets.Add(own, sheet);
        return sheet;
    }

    private SheetContent ReadContent(string part)
    {
        using var inflated = _package.Inflate(part);
        _cells.Clear();
        _merges.Clear();
        var content = new SheetContent(_cells, _merges);
        _cellReader.Begin();
        var isScanned = _scan.TryRead(inflated.Bytes, content, _cellCount);
        if (isScanned && Oracle is null) return content;
        var scanned = content;
        content = new SheetContent();
        _cellReader.Begin();
        using var xml = _package.Walk(inflated, part);
        _walk.Read(xml, content, _cellCount);
        if (isScanned) Oracle!(scanned, content);
        return content;
    }
}
