using System.Globalization;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>Reads one cell element: its type, value and formula.</summary>
internal sealed class CellReader(List<string> texts, CellFormats styles, bool date1904)
{
    // each is looked for at every cell of the sheet
    private const int MaxArrays = 1_000;

    private const string Blanks = " \t\r\n";

    private readonly Dictionary<int, SharedFormula> _shared = [];
    private readonly Dictionary<CellRange, string> _arrays = [];

    /// <summary>A cell of the sheet has a shared string.</summary>
    public bool UsesTexts { get; private set; }

    /// <summary>Starts a sheet: shared formulas are numbered per sheet.</summary>
    public void Begin()
    {
        UsesTexts = false;
        _shared.Clear();
        _arrays.Clear();
    }

    /// <summary>From the start of c: the cell, or null when it is only formatted.</summary>
    public FlatCell? Read(XmlCursor xml, CellReference place)
    {
        var depth = xml.Depth;
        var type = TypeOf(xml.Attribute("t"));
        var style = CellFormats.Id(xml.Attribute("s"));
        var read = new ReadCell();
        while (xml.ReadChild(depth))
        {
            if (xml.Is("v")) ReadValue(xml, type, ref read);
            else if (xml.Is("f")) ReadFormula(xml, place, ref read);
            else if (xml.Is("is")) read.Value = FlatValue.OfText(SharedTexts.ReadRich(xml));
        }
        return Cell(place, read, style);
    }

    /// <summary>The cell that was read, or null when it is only formatted.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="read">What was read.</param>
    /// <param name="style">Number of its style, 0 where it has none.</param>
    public FlatCell? Cell(CellReference place, in ReadCell read, int style)
    {
        var value = read.Value;
        if (read.Formula is null && read.Shared is null && (!value.Present || value is { Kind: FlatCellKind.Text, Text: "" })) return null;
        return new FlatCell(place, value, styles.Of(style), read.IsArray, (object?)read.Formula ?? read.Shared);
    }

    /// <summary>Reads v; false when it names a shared string that is not there.</summary>
    public bool TryValue(ReadOnlySpan<char> text, CellType type, out FlatValue value)
    {
        value = default;
        if (type == CellType.Formula)
        {
            value = FlatValue.OfText(XmlEscapes.Unescape(text));
            return true;
        }

        text = text.Trim(Blanks);
        // openpyxl leaves <v></v> where a result is missing
        if (text.IsEmpty) return true;
        if (type == CellType.Shared)
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && TryShared(index, out value);

        value = type switch
        {
            CellType.Inline => FlatValue.OfText(XmlEscapes.Unescape(text)),
            CellType.Boolean => FlatValue.OfBoolean(text is "1" or "true"),
            CellType.Error => FlatValue.OfError(ErrorCode(text)),
            CellType.Date => DateText.Read(text, date1904),
            _ => Number(text),
        };
        return true;
    }

    /// <summary>The shared string of a number from 0; false when there is none.</summary>
    public bool TryShared(int index, out FlatValue value)
    {
        UsesTexts = true;
        value = index < texts.Count ? FlatValue.OfText(texts[index]) : default;
        return index < texts.Count;
    }

    /// <summary>A formula as it is written; a writer that keeps «=» means the same formula.</summary>
    public static string FormulaText(ReadOnlySpan<char> written) => XmlEscapes.Unescape(written.TrimStart('='));

    /// <summary>Takes in f; false when the sheet has more array formulas than are looked through.</summary>
    public bool TryFormula(in FormulaForm form, string text, CellReference place, ref ReadCell read)
    {
        read.IsArray = form.IsArray;
        if (form.IsShared) read.Shared = Share(form.Group, text, place);
        if (text.Length == 0) return true;
        read.Formula = text;
        if (!form.IsArray || form.Area is not { } area || area.TopLeft == new CellReference(area.LastRow, area.LastColumn)) return true;
        if (_arrays.Count == MaxArrays) return false;
        _arrays[area] = text;
        return true;
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

    private void ReadValue(XmlCursor xml, CellType type, ref ReadCell read)
    {
        var text = xml.ReadContent();
        if (!TryValue(text, type, out read.Value)) throw xml.Bad($"引用了不存在的共享字符串 {text.Trim(Blanks)}");
    }

    private void ReadFormula(XmlCursor xml, CellReference place, ref ReadCell read)
    {
        var isShared = xml.Attribute("t") is "shared";
        var group = isShared && int.TryParse(xml.Attribute("si"), NumberStyles.None, CultureInfo.InvariantCulture, out var si) ? si : -1;
        var area = CellRange.TryParse(xml.Attribute("ref"), out var found) ? found : (CellRange?)null;
        var form = new FormulaForm(isShared, xml.Attribute("t") is "array", group, area);
        if (!TryFormula(form, FormulaText(xml.ReadContent()), place, ref read))
            throw UnreadableException.TooLarge($"部件 {xml.Part} 的多单元格数组公式超过 {MaxArrays} 个");
    }

    private static FlatValue Number(ReadOnlySpan<char> text)
    {
        if (!NumberText.TryParse(text, out var number, out var asWritten)) return FlatValue.OfText(text.ToString());
        return FlatValue.OfNumber(number, asWritten ? null : text.ToString());
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
}
