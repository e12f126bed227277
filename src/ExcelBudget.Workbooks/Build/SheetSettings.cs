using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Page set-up and protection shared by all sheets.</summary>
internal static class SheetSettings
{
    /// <summary>A4, one page wide, page numbers, header rows repeated.</summary>
    public static void Page(ExcelWorksheet sheet, bool isPortrait, int firstTitleRow, int lastTitleRow)
    {
        var page = sheet.PrinterSettings;
        page.PaperSize = ePaperSize.A4;
        page.Orientation = isPortrait ? eOrientation.Portrait : eOrientation.Landscape;
        page.FitToPage = true;
        page.FitToWidth = 1;
        page.FitToHeight = 0;
        page.HorizontalCentered = true;
        (page.TopMargin, page.BottomMargin) = (0.7m, 0.6m);
        (page.LeftMargin, page.RightMargin) = (0.4m, 0.4m);
        if (lastTitleRow >= firstTitleRow) page.RepeatRows = sheet.Cells[$"{firstTitleRow}:{lastTitleRow}"];
        sheet.HeaderFooter.OddFooter.CenteredText = "第 &P 页，共 &N 页";
        sheet.View.ShowGridLines = false;
    }

    /// <summary>One page in both directions; filling lets it run on where it would become too small to read.</summary>
    public static void OnePage(ExcelWorksheet sheet) => sheet.PrinterSettings.FitToHeight = 1;

    /// <summary>
    /// A scale of its own instead of one that follows the width: each program measures columns by its own fonts, and breaks between blocks
    /// would fall elsewhere in each.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="characters">Width of its columns in characters.</param>
    public static void FixedScale(ExcelWorksheet sheet, double characters)
    {
        var page = sheet.PrinterSettings;
        page.FitToPage = false;
        var width = (page.Orientation == eOrientation.Portrait ? 595 : 842) - (double)(page.LeftMargin + page.RightMargin) * 72;
        page.Scale = (int)Math.Clamp(Math.Floor(width / (characters * WidestCharacter) * 100), 40, 100);
    }

    /// <summary>
    /// Leaves a sheet out when the whole workbook is printed, which gives the forms to be published: its print area is an empty cell, and
    /// programs print no empty pages. Clearing the print area prints it again.
    /// </summary>
    public static void DoNotPrint(ExcelWorksheet sheet, int columns) =>
        sheet.PrinterSettings.PrintArea = sheet.Cells[1, columns + 2, 1, columns + 2];

    /// <summary>Width of a character of 11 pt text in points where another font stands in for 宋体; 宋体 itself has 6.</summary>
    private const double WidestCharacter = 7.2;

    /// <summary>
    /// Protection without a password: labels and totals are locked, rows can be inserted and deleted, columns widened.
    /// </summary>
    public static void Protect(ExcelWorksheet sheet)
    {
        var protection = sheet.Protection;
        protection.IsProtected = true;
        protection.AllowEditObject = false;
        protection.AllowEditScenarios = false;
        protection.AllowInsertRows = true;
        protection.AllowDeleteRows = true;
        protection.AllowFormatColumns = true;
        protection.AllowFormatRows = true;
        protection.AllowFormatCells = true;
        protection.AllowSort = true;
        protection.AllowAutoFilter = true;
        protection.AllowInsertHyperlinks = true;
    }
}
