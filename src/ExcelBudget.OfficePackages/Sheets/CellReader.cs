using System.Globalization;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Reads one cell element: its type, value and formula.</summary>
internal sealed class CellReader(List<string> texts, CellFormats styles, bool date1904)
{
    // each is looked for at every cell of the sheet
    private const int MaxArrays = 1_000;

    private readonly Dictionary<int, SharedFormula> _shared = [];
    private readonly Dictionary<CellRange, string> _arrays = [];

    /// <summary>Starts a sheet: shared formulas are numbered per sheet.</summary>
    public void Begin()
    {
        _shared.Clear();
        _arrays.Clear();
    }

    /// <summary>From the start of c: the cell, or null when it is only formatted.</summary>
    public FlatCell? Read(XmlCursor xml, CellReference place)
    {
        var depth = xml.Depth;
        var type = TypeOf(xml.Attribute("t"));
        var format = styles.Of(xml.Attribute("s"));
        FlatValue value = default;
        string? formula = null;
        SharedFormula? shared = null;
        var isArray = false;
        while (xml.ReadChild(depth))
        {
            if (xml.Is("v")) value = ReadValue(xml, type);
            else if (xml.Is("f")) ReadFormula(xml, place, ref formula, ref shared, ref isArray);
            else if (xml.Is("is")) value = FlatValue.OfText(SharedTexts.ReadRich(xml));
        }
        if (formula is null && shared is null && (!value.Present || value is { Kind: FlatCellKind.Text, Text: "" })) return null;
        return new FlatCell(place.Row, place.Column, value with { Format = format, IsArray = isArray }, formula, shared);
    }

    /// <summary>Ends a sheet: cells inside an array formula's area are computed by it, although only the first carries its text.</summary>
    public List<FlatCell> Finish(List<FlatCell> cells)
    {
        if (_arrays.Count == 0) return cells;
        var areas = new MergeIndex(_arrays.Keys);
        for (var i = 0; i < cells.Count; i++)
        {
            if (!cells[i].HasFormula && areas.Around(cells[i].Row, cells[i].Column) is { } area)
            {
                cells[i] = cells[i].ComputedBy(_arrays[area]);
            }
        }
        return cells;
    }

    private FlatValue ReadValue(XmlCursor xml, CellType type)
    {
        var text = xml.ReadContent();
        if (type == CellType.Formula) return FlatValue.OfText(XmlEscapes.Unescape(text));
        text = text.Trim(" \t\r\n");
        // openpyxl leaves <v></v> where a result is missing
        if (text.IsEmpty) return default;
        return type switch
        {
            CellType.Shared => FlatValue.OfText(SharedText(xml, text)),
            CellType.Inline => FlatValue.OfText(XmlEscapes.Unescape(text)),
            CellType.Boolean => FlatValue.OfBoolean(text is "1" or "true"),
            CellType.Error => FlatValue.OfError(ErrorCode(text)),
            CellType.Date => DateText.Read(text, date1904),
            _ => Number(text),
        };
    }

    private static FlatValue Number(ReadOnlySpan<char> text)
    {
        if (!NumberText.TryParse(text, out var number, out var asWritten)) return FlatValue.OfText(text.ToString());
        return FlatValue.OfNumber(number, asWritten ? null : text.ToString());
    }

    private string SharedText(XmlCursor xml, ReadOnlySpan<char> index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < texts.Count
            ? texts[i]
            : throw xml.Bad($"引用了不存在的共享字符串 {index}");

    private void ReadFormula(XmlCursor xml, CellReference place, ref string? formula, ref SharedFormula? shared, ref bool isArray)
    {
        var isShared = xml.Attribute("t") is "shared";
        isArray = xml.Attribute("t") is "array";
        var group = isShared && int.TryParse(xml.Attribute("si"), NumberStyles.None, CultureInfo.InvariantCulture, out var si) ? si : -1;
        var hasArea = CellRange.TryParse(xml.Attribute("ref"), out var area);
        // a writer that keeps «=» means the same formula
        var text = XmlEscapes.Unescape(xml.ReadContent().TrimStart('='));
        if (isShared) shared = Share(group, text, place);
        if (text.Length == 0) return;
        formula = text;
        if (isArray && hasArea && area.TopLeft != new CellReference(area.LastRow, area.LastColumn)) AddArray(xml, area, text);
    }

    private SharedFormula Share(int group, string text, CellReference place)
    {
        // some writers use a number again further down for another formula
        if (!_shared.TryGetValue(group, out var shared) || (text.Length > 0 && shared.IsKnown))
        {
            _shared[group] = shared = new SharedFormula();
        }
        if (text.Length > 0) shared.Define(text, place);
        return shared;
    }

    private void AddArray(XmlCursor xml, CellRange area, string formula)
    {
        if (_arrays.Count == MaxArrays) throw UnreadableException.TooLarge($"部件 {xml.Part} 的多单元格数组公式超过 {MaxArrays} 个");
        _arrays[area] = formula;
    }

    private static string ErrorCode(ReadOnlySpan<char> code) => code switch
    {
        "#REF!" => "#REF!",
        "#DIV/0!" => "#DIV/0!",
        "#N/A" => "#N/A",
        "#NAME?" => "#NAME?",
        "#VALUE!" => "#VALUE!",
        _ => code.ToString(),
    };

    private static CellType TypeOf(ReadOnlySpan<char> type) => type switch
    {
        "s" => CellType.Shared,
        "str" => CellType.Formula,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "inlineStr" => CellType.Inline,
        "d" => CellType.Date,
        _ => CellType.Number,
    };

    private enum CellType
    {
        Number,
        Shared,
        Formula,
        Inline,
        Boolean,
        Error,
        Date,
    }
}
