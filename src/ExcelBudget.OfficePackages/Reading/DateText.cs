using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>A date written as text (t="d"), as the Strict form may have it.</summary>
internal static class DateText
{
    private static readonly DateTime Start1900 = new(1899, 12, 30);
    private static readonly DateTime Start1904 = new(1904, 1, 1);

    /// <summary>The day number Excel would hold for «2023-06-01» or «2023-06-01T08:30:00»; a text when it is no date.</summary>
    public static FlatValue Read(ReadOnlySpan<char> text, bool date1904)
    {
        const DateTimeStyles Styles = DateTimeStyles.RoundtripKind;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var date))
            return FlatValue.OfText(XmlEscapes.Unescape(text));
        var days = (decimal)(date - (date1904 ? Start1904 : Start1900)).Ticks / TimeSpan.TicksPerDay;
        return FlatValue.OfNumber(Math.Round(days, 9), text.ToString());
    }
}
