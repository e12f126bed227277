using System.Globalization;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Formats;

/// <summary>数字格式。How a cell shows its value.</summary>
/// <param name="Code">The format's text; null for General.</param>
/// <param name="IsDate">It shows a date or a time.</param>
internal sealed record CellFormat(string? Code, bool IsDate)
{
    /// <summary>General: a value as it is.</summary>
    public static readonly CellFormat General = new(null, false);
}

/// <summary>The number formats of a workbook's cell styles.</summary>
internal sealed class CellFormats
{
    private static readonly KnownParts<CellFormats> Known = new();

    private readonly List<CellFormat> _byStyle = [];

    /// <summary>Reads styles.xml; without it every cell is General.</summary>
    public static CellFormats Read(ZipPackage package, string? part) => part is null || !package.Contains(part) ? new CellFormats()
        : package.Known(Known, part, part, ReadAnew);

    private static CellFormats ReadAnew(ZipPackage package, string part)
    {
        var styles = new CellFormats();
        var own = new Dictionary<int, CellFormat>();
        using var xml = package.OpenXml(part);
        xml.ReadRoot("styleSheet");
        while (xml.ReadChild(1))
        {
            if (xml.Is("numFmts")) ReadFormats(xml, own);
            else if (xml.Is("cellXfs")) styles.ReadStyles(xml, own);
        }
        return styles;
    }

    /// <summary>The format of the style with this number (the cell's «s»).</summary>
    public CellFormat Of(int style) => style < _byStyle.Count ? _byStyle[style] : CellFormat.General;

    private static void ReadFormats(XmlCursor xml, Dictionary<int, CellFormat> own)
    {
        while (xml.ReadChild(2))
        {
            if (!xml.Is("numFmt")) continue;
            var code = XmlEscapes.Unescape(xml.Attribute("formatCode"));
            own[Id(xml.Attribute("numFmtId"))] = new CellFormat(code.Equals("General", StringComparison.OrdinalIgnoreCase)
                ? null : code, ShowsDate(code));
        }
    }

    private void ReadStyles(XmlCursor xml, Dictionary<int, CellFormat> own)
    {
        var builtIn = new Dictionary<int, CellFormat>();
        while (xml.ReadChild(2))
        {
            if (!xml.Is("xf")) continue;
            var id = Id(xml.Attribute("numFmtId"));
            if (!own.TryGetValue(id, out var format)
                && !builtIn.TryGetValue(id, out format)) builtIn[id] = format = new CellFormat(BuiltInFormats.Find(id), IsBuiltInDate(id));
            _byStyle.Add(IsBuiltInDate(id) && !format.IsDate ? format with { IsDate = true } : format);
        }
    }

    // 27 to 36 and 50 to 58 are the date formats of East Asian Excel
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>A style or format number as written; 0 for none.</summary>
    internal static int Id(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // letters count outside quotes, escapes and brackets: «yyyy"年"m"月"» is a date, «0.00"days"» and «[Red]0» are not
    internal static bool ShowsDate(ReadOnlySpan<char> format)
    {
        for (var at = 0; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '\\' or '_' or '*' or '!':
                    at++;
                    break;
                case '"':
                    at = After(format, at, '"');
                    break;
                case '[':
                    if (at + 1 < format.Length && format[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S') return true;
                    at = After(format, at, ']');
                    break;
                case 'G' or 'g' when format[at..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    at += "General".Length - 1;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
            }
        }
        return false;
    }

    private static int After(ReadOnlySpan<char> format, int at, char close)
    {
        var length = format[(at + 1)..].IndexOf(close);
        return length < 0 ? format.Length : at + 1 + length;
    }
}
