using System.Globalization;
using System.Security;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>A cell of a test workbook, as the XML that Excel would write for it.</summary>
/// <param name="Xml">The <c>c</c> element with {0} for its address.</param>
internal sealed record SheetCell(string Xml)
{
    /// <summary>Text.</summary>
    public static SheetCell Text(string text) =>
        new($"<c r=\"{{0}}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(text)}</t></is></c>");

    /// <summary>A number as Excel stores it: the shortest text of the double.</summary>
    public static SheetCell Number(double number, SheetStyle style = SheetStyle.General) =>
        new($"<c r=\"{{0}}\" s=\"{(int)style}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>");

    /// <summary>A day.</summary>
    public static SheetCell Day(int year, int month, int day) => Number(new DateTime(year, month, day).ToOADate(), SheetStyle.Date);

    /// <summary>A truth value.</summary>
    public static SheetCell Truth(bool value) => new($"<c r=\"{{0}}\" t=\"b\"><v>{(value ? 1 : 0)}</v></c>");

    /// <summary>A formula that results in an error such as #REF!.</summary>
    public static SheetCell Error(string error) => new($"<c r=\"{{0}}\" t=\"e\"><f>A1/0</f><v>{error}</v></c>");

    /// <summary>A formula that no program has calculated yet.</summary>
    public static SheetCell NotCalculated() => new("<c r=\"{0}\"><f>A1+1</f></c>");

    /// <summary>A formula with its result.</summary>
    public static SheetCell Calculated(double result) =>
        new($"<c r=\"{{0}}\"><f>1+1</f><v>{result.ToString("R", CultureInfo.InvariantCulture)}</v></c>");

    /// <summary>A formula whose result is an empty text.</summary>
    public static SheetCell EmptyResult() => new("<c r=\"{0}\" t=\"str\"><f>\"\"</f><v></v></c>");

    public static implicit operator SheetCell(string text) => Text(text);

    public static implicit operator SheetCell(double number) => Number(number);

    private static string Escaped(string text) =>
        SecurityElement.Escape(text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}

/// <summary>Cell formats of a test workbook; the values are its style numbers.</summary>
internal enum SheetStyle
{
    General,
    Date,
    Percent,
    SixDigits,
    Thousands,
}
