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
        (page.TopMargin, page.BottomMargin) = (0.7m, 0.7m);
        (page.LeftMargin, page.RightMargin) = (0.5m, 0.5m);
        if (lastTitleRow >= firstTitleRow) page.RepeatRows = sheet.Cells[$"{firstTitleRow}:{lastTitleRow}"];
        sheet.HeaderFooter.OddFooter.CenteredText = "第 &P 页，共 &N 页";
        sheet.View.ShowGridLines = false;
    }

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
