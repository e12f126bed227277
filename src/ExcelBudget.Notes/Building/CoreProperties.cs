using System.Security;

namespace ExcelBudget.Notes.Building;

/// <summary>
/// The document's own properties: title and language, which readers for the blind announce, and what archives search by.
/// </summary>
internal static class CoreProperties
{
    public const string Part = "docProps/core.xml";

    // slots are filled for each note
    private const string Subject = "{packTitle}";
    private const string Keywords = "{unit},{unitCode},{year}";

    public static string Of(string title) =>
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        """
        + $""" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{SecurityElement.Escape(title)}</dc:title>"""
        + $"<dc:subject>{Subject}</dc:subject><cp:keywords>{Keywords}</cp:keywords>"
        + "<dc:language>zh-CN</dc:language></cp:coreProperties>";
}
