using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Formulas;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Looking;

/// <summary>
/// 重算。Puts the results of formulas into a file after something was typed into it, as Excel would have; a formula that cannot be computed
/// keeps the result it had.
/// </summary>
internal static class Recalculation
{
    /// <summary>The file with the results of today.</summary>
    public static byte[] Of(byte[] file, PackageLimits limits)
    {
        if (WorkbookGuard.Open(file, limits).Package is not { } workbook) return file;
        var engine = new FormulaEngine(workbook.Content);
        var edit = workbook.Edit();
        foreach (var sheet in workbook.Content.Sheets.Where(sheet => sheet.Name != TemplateNames.HelperSheet
            && sheet.Cells.Any(cell => cell.HasFormula)))
        {
            var root = edit.Require(sheet.PartName).Root!;
            CellPlaces.Name(root);
            var isChanged = false;
            foreach (var cell in root.Elements().Where(each => each.Name.LocalName == "sheetData").Elements().Elements())
            {
                if (!CellReference.TryParse(cell.Attribute("r")?.Value, out var at)) continue;
                if (sheet[at.Row, at.Column] is { HasFormula: true } flat)
                    isChanged |= Put(cell, flat, engine.Cell(sheet, at.Row, at.Column));
            }

            if (isChanged) edit.Write(sheet.PartName, XmlTree.ToBytes(root.Document!));
        }

        return edit.ToBytes();
    }

    private static bool Put(XElement cell, FlatCell known, FormulaValue value)
    {
        var (type, text) = value.Kind switch
        {
            FormulaKind.Number => (null, value.Number.ToString(CultureInfo.InvariantCulture)),
            FormulaKind.Blank => (null, "0"),
            FormulaKind.Boolean => ("b", value.Number == 0m ? "0" : "1"),
            FormulaKind.Text => ("str", LegalText.Clean(value.Text)),
            FormulaKind.Error => ("e", value.Text),
            _ => (null, null as string),
        };
        if (text is null || IsSame(known, value)) return false;
        cell.SetAttributeValue("t", type);
        cell.Elements().Where(each => each.Name.LocalName is "v" or "is").Remove();
        cell.Add(new XElement(cell.Name.Namespace + "v", text));
        return true;
    }

    private static bool IsSame(FlatCell known, FormulaValue value) => known.HasCachedValue && value.Kind switch
    {
        FormulaKind.Number => known.Number == value.Number && known.Kind == FlatCellKind.Number,
        FormulaKind.Text => known.Kind == FlatCellKind.Text && known.Text == value.Text,
        FormulaKind.Error => known.Kind == FlatCellKind.Error && known.Text == value.Text,
        _ => false,
    };
}
