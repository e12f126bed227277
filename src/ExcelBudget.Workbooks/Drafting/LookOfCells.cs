using System.Drawing;
using System.Globalization;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Puts the look of a cell on cells that are being built.</summary>
internal static class LookOfCells
{
    /// <summary>Font, size and colour of the letters.</summary>
    public static void Font(ExcelRange cell, DraftCellLook own)
    {
        if (own.Font is { Length: > 0 } name) cell.Style.Font.Name = name;
        if (own.Size is > 4 and < 60) cell.Style.Font.Size = (float)own.Size;
        cell.Style.Font.Bold = own.IsBold;
        cell.Style.Font.Italic = own.IsItalic;
        if (Colour(own.FontColour) is { } colour) cell.Style.Font.Color.SetColor(colour);
    }

    /// <summary>Left, right, upper and lower border.</summary>
    public static void Borders(ExcelRange cell, IReadOnlyList<string> borders)
    {
        if (borders.All(border => border.Length == 0)) return;
        var sides = new[] { cell.Style.Border.Left, cell.Style.Border.Right, cell.Style.Border.Top, cell.Style.Border.Bottom };
        for (var side = 0; side < sides.Length; side++)
        {
            sides[side].Style = Enum.TryParse<ExcelBorderStyle>(borders[side], ignoreCase: true, out var style) ? style
                : ExcelBorderStyle.None;
        }
    }

    /// <summary>The colour behind the letters; cells to be filled in keep theirs, which 填报说明 speaks of, where the form has none.</summary>
    public static void Fill(ExcelRange cell, string? fill, bool isHeading)
    {
        if (Colour(fill) is { } colour)
        {
            cell.Style.Fill.PatternType = ExcelFillStyle.Solid;
            cell.Style.Fill.BackgroundColor.SetColor(colour);
        }
        else if (isHeading) cell.Style.Fill.PatternType = ExcelFillStyle.None;
    }

    /// <summary>Where the words stand; what wraps goes on wrapping.</summary>
    public static void Place(ExcelRange cell, DraftCellLook own, bool isHeading)
    {
        if (own.Horizontal is { } horizontal && Enum.TryParse<ExcelHorizontalAlignment>(horizontal, ignoreCase: true, out var place)
            && place is not ExcelHorizontalAlignment.General) cell.Style.HorizontalAlignment = place;
        if (isHeading && own.Vertical is { } vertical && Enum.TryParse<ExcelVerticalAlignment>(vertical, ignoreCase: true, out var height))
            cell.Style.VerticalAlignment = height;
        if (own.Wraps) cell.Style.WrapText = true;
    }

    private static Color? Colour(string? rgb) => rgb is { Length: 6 }
        && int.TryParse(rgb, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? Color.FromArgb(0xFF, (value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF) : null;
}
