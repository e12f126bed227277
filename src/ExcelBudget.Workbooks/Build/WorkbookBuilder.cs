using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Build;

/// <summary>
/// Writes a pack's workbook.xlsx from its forms: the look that staff may restyle, with prototype rows that filling repeats.
/// </summary>
public static class WorkbookBuilder
{
    /// <summary>What the property that tells a template «as built» holds until the hash is known.</summary>
    private const string HashPlaceholder = "to-be-marked";

    /// <summary>The template of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="dress">A look for its forms in place of the usual one; null for the usual one.</param>
    public static byte[] Build(Pack pack, WorkbookDress? dress = null)
    {
        using var package = new ExcelPackage();
        var workbook = package.Workbook;
        workbook.Styles.NamedStyles[0].Style.Font.Name = "宋体";
        workbook.Styles.NamedStyles[0].Style.Font.Size = 11;
        GuideSheetBuilder.Build(pack, workbook);
        foreach (var form in Prototype.SheetForms(pack)) new FormSheetBuilder(pack, form, workbook).Build();
        dress?.Put(pack, workbook);
        CheckSheetBuilder.Build(workbook);
        if (pack.CodeLists.Count > 0) CodeSheetBuilder.Build(pack, workbook);
        ChoiceSheetBuilder.Build(pack, workbook);
        workbook.Worksheets.Add(TemplateNames.HelperSheet).Hidden = eWorkSheetHidden.Hidden;
        SheetSettings.Protect(workbook.Worksheets[TemplateNames.HelperSheet]);
        var seal = workbook.Worksheets.Add(TemplateNames.SealSheet);
        seal.Cells[1, 1].Value = pack.Id;
        seal.Hidden = eWorkSheetHidden.VeryHidden;
        workbook.Names.Add(TemplateNames.SealLines, seal.Cells[1, 1]);
        workbook.View.ActiveTab = 0;
        workbook.FullCalcOnLoad = true;
        workbook.Properties.Title = pack.Title;
        workbook.Properties.Application = "ExcelBudget";
        workbook.Properties.SetCustomPropertyValue("eb.pack", pack.Id);
        workbook.Properties.SetCustomPropertyValue("eb.identity", pack.Id);
        workbook.Properties.SetCustomPropertyValue(FormsFingerprint.Property, FormsFingerprint.Of(pack));
        workbook.Properties.SetCustomPropertyValue("eb.built", HashPlaceholder);
        var parts = PackageHash.Mark(OfficeForm.Of([.. WorkbookGuard.Open(package.GetAsByteArray()).Package!.Parts()]), HashPlaceholder);
        return PackageWriter.Write(
            parts.ConvertAll(part => PackedPart.Pack(part.Name, part.Content, System.IO.Compression.CompressionLevel.Optimal)));
    }

    /// <summary>True when nobody has changed a template since it was built; false for one that Excel or WPS has saved.</summary>
    public static bool IsAsBuilt(byte[] template) =>
        WorkbookGuard.Open(template).Package is { } opened && PackageHash.IsIntact([.. opened.Parts()]);
}
