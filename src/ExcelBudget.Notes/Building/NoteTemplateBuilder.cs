using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Notes.Packaging;

namespace ExcelBudget.Notes.Building;

/// <summary>
/// Builds note.docx, the Word template, from note.yaml. People may then restyle and reword it in Word; the template carries a
/// hash of what was built, so that a restyled one is never overwritten unasked.
/// </summary>
public static class NoteTemplateBuilder
{
    private const string HashProperty = "ExcelBudgetBuilt";
    private const string CustomPropertiesPart = "docProps/custom.xml";
    private const string PropertyFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>The template of an outline: the same outline and pack give the same bytes.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="pack">The pack whose forms it prints.</param>
    public static byte[] Build(NoteOutline outline, Pack pack)
    {
        var unmarked = Package(outline, pack, hash: "");
        return Package(outline, pack, HashOf(DocxPackage.Read(unmarked)));
    }

    /// <summary>True when nobody has changed the template since it was built; false for one that Word has saved, or another file.</summary>
    public static bool IsAsBuilt(byte[] docx)
    {
        try
        {
            var parts = DocxPackage.Read(docx);
            var properties = parts.Find(part => part.Name == CustomPropertiesPart);
            return properties.Content is not null && Encoding.UTF8.GetString(properties.Content).Contains(HashOf(parts), StringComparison.Ordinal);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Package(NoteOutline outline, Pack pack, string hash)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rMain");
            main.Document = new Document(new BodyBuilder(pack).Build(outline.Parts));
            main.AddNewPart<StyleDefinitionsPart>("rStyles").Styles = NoteStyles.Build();
            main.AddNewPart<FontTablePart>("rFonts").Fonts = NoteStyles.BuildFonts();
            main.AddNewPart<DocumentSettingsPart>("rSettings").Settings = new Settings(new EvenAndOddHeaders(), new Compatibility(
                new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            main.AddNewPart<FooterPart>(PageSetup.OddFooter).Footer = PageSetup.PageNumber(NoteStyles.FooterOdd);
            main.AddNewPart<FooterPart>(PageSetup.EvenFooter).Footer = PageSetup.PageNumber(NoteStyles.FooterEven);
            AddProperties(word, outline, hash);
        }

        var parts = DocxPackage.Read(stream.ToArray());
        return DocxPackage.Write([.. parts.Select(part => PackedPart.Of(part.Name, part.Content))]);
    }

    private static void AddProperties(WordprocessingDocument word, NoteOutline outline, string hash)
    {
        using (var core = new StreamWriter(word.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rCore").GetStream(FileMode.Create)))
        {
            core.Write(CoreProperties.Of(outline.Title));
        }

        word.AddNewPart<CustomFilePropertiesPart>("application/vnd.openxmlformats-officedocument.custom-properties+xml", "rCustom").Properties = new Properties(
            new CustomDocumentProperty(new VTLPWSTR(hash)) { FormatId = PropertyFormat, PropertyId = 2, Name = HashProperty });
    }

    private static string HashOf(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in parts.Where(part => part.Name != CustomPropertiesPart).OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(content);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
