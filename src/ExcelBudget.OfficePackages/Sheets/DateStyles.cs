using System.Globalization;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Which cell styles show a number as a date or a time.</summary>
internal sealed class DateStyles
{
    private readonly List<bool> _byStyle = [];

    /// <summary>Reads styles.xml; without it no style is a date.</summary>
    public static DateStyles Read(ZipPackage package, string? part)
    {
        var styles = new DateStyles();
        if (part is null || !package.Contains(part)) return styles;
        var dates = new HashSet<int>();
        using var xml = package.OpenXml(part);
        xml.ReadRoot("styleSheet");
        while (xml.ReadChild(1))
        {
            if (xml.Is("numFmts")) ReadFormats(xml, dates);
            else if (xml.Is("cellXfs")) styles.ReadStyles(xml, dates);
        }
        return styles;
    }

    /// <summary>Does the style with this number (the cell's «s») show a date?</summary>
    public bool IsDate(ReadOnlySpan<char> style) => _byStyle.Count > 0 && Id(style) is var id && id < _byStyle.Count && _byStyle[id];

    private static void ReadFormats(XmlCursor xml, HashSet<int> dates)
    {
        while (xml.ReadChild(2))
        {
            if (xml.Is("numFmt") && ShowsDate(xml.Attribute("formatCode"))) dates.Add(Id(xml.Attribute("numFmtId")));
        }
    }

    private void ReadStyles(XmlCursor xml, HashSet<int> dates)
    {
        while (xml.ReadChild(2))
        {
            if (!xml.Is("xf")) continue;
            var id = Id(xml.Attribute("numFmtId"));
            _byStyle.Add(IsBuiltInDate(id) || dates.Contains(id));
        }
    }

    // 27 to 36 and 50 to 58 are the date formats of East Asian Excel
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static int Id(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // letters count outside quotes, escapes and brackets: «yyyy"年"m"月"» is a date, «0.00"days"» and «[Red]0» are not
    private static bool ShowsDate(ReadOnlySpan<char> format)
    {
        for (var at = 0; at < format.Length; at++)
        {
            switch (format[at])
            {
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '"':
                    at = After(format, at, '"');
                    break;
                case '[':
                    if (at + 1 < format.Length && format[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S') return true;
                    at = After(format, at, ']');
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
