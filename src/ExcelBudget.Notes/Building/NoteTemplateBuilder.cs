using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Outline;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.Notes.Building;

/// <summary>
/// Builds note.docx, the Word template, from note.yaml. People may then restyle and reword it in Word; the template carries a
/// hash of what was built, so that a restyled one is never overwritten unasked.
/// </summary>
public static class NoteTemplateBuilder
{
    private const string HashProperty = "ExcelBudgetBuilt";
    private const string HashPlaceholder = "to-be-marked";
    private const string PropertyFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>The template of an outline: the same outline and pack give the same bytes.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="pack">The pack whose forms it prints.</param>
    public static byte[] Build(NoteOutline outline, Pack pack)
    {
        var parts = PackageHash.Mark(OfficeForm.Of([.. NoteGuard.Open(Package(outline, pack)).Package!.Parts()]), HashPlaceholder);
        return PackageWriter.Write(parts.ConvertAll(part => PackedPart.Pack(part.Name, part.Content, CompressionLevel.Optimal)));
    }

    /// <summary>
    /// True when nobody has changed the template since it was built; false for one that Word has saved, or another file.
    /// </summary>
    public static bool IsAsBuilt(byte[] docx) => NoteGuard.Open(docx).Package is { } opened && PackageHash.IsIntact([.. opened.Parts()]);

    private static byte[] Package(NoteOutline outline, Pack pack)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rMain");
            main.Document = new Document(new BodyBuilder(pack).Build(outline.Parts));
            main.AddNewPart<StyleDefinitionsPart>("rStyles").Styles = NoteStyles.Build();
            main.AddNewPart<FontTablePart>("rFonts").Fonts = NoteStyles.BuildFonts();
            main.AddNewPart<DocumentSettingsPart>("rSettings").Settings = new Settings(new EvenAndOddHeaders(), new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri =
                    "http://schemas.microsoft.com/office/word",
                    Val = "15"
                }));
            main.AddNewPart<FooterPart>(PageSetup.OddFooter).Footer = PageSetup.PageNumber(NoteStyles.FooterOdd);
            main.AddNewPart<FooterPart>(PageSetup.EvenFooter).Footer = PageSetup.PageNumber(NoteStyles.FooterEven);
            AddProperties(word, outline);
        }

        return stream.ToArray();
    }

    private static void AddProperties(WordprocessingDocument word, NoteOutline outline)
    {
        using (var core =
            new StreamWriter(
            word.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rCore")
            .GetStream(FileMode.Create)))
        {
            core.Write(CoreProperties.Of(outline.Title));
        }

        word.AddNewPart<CustomFilePropertiesPart>("application/vnd.openxmlformats-officedocument.custom-properties+xml", "rCustom")
            .Properties = new Properties(
            new CustomDocumentProperty(new VTLPWSTR(HashPlaceholder)) { FormatId = PropertyFormat, PropertyId = 2, Name = HashProperty });
    }
}
