namespace ExcelBudget.OfficePackages.Guard;

/// <summary>What a file is by its content; its name is not asked.</summary>
internal enum FileKind
{
    /// <summary>.xlsx.</summary>
    Workbook,

    /// <summary>.docx.</summary>
    Document,

    /// <summary>.pptx.</summary>
    Presentation,

    /// <summary>.xlsm, or an .xlsx with a VBA project or an Excel 4 macro sheet.</summary>
    MacroWorkbook,

    /// <summary>.docm, or a .docx with a VBA project.</summary>
    MacroDocument,

    /// <summary>.xlsb.</summary>
    BinaryWorkbook,

    /// <summary>.xls, .et.</summary>
    OldWorkbook,

    /// <summary>.doc, .wps.</summary>
    OldDocument,

    /// <summary>.ppt, .dps.</summary>
    OldPresentation,

    /// <summary>Another compound file.</summary>
    OldOther,

    /// <summary>An Office document with a password.</summary>
    Encrypted,

    /// <summary>.ods.</summary>
    OpenSpreadsheet,

    /// <summary>.odt.</summary>
    OpenText,

    /// <summary>XML Spreadsheet 2003, mostly named .xls.</summary>
    XmlSpreadsheet,

    /// <summary>Word 2003 XML, mostly named .doc.</summary>
    XmlDocument,

    /// <summary>A web page, mostly an export named .xls or .doc.</summary>
    WebPage,

    /// <summary>A zip with workbooks or notes in it.</summary>
    ArchiveOfDocuments,

    /// <summary>RAR, 7z, gzip, or a zip of other things.</summary>
    Archive,

    /// <summary>OFD 版式文件。</summary>
    Ofd,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>RTF.</summary>
    RichText,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>Text, such as CSV.</summary>
    Text,

    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>An Office package of a kind not named here.</summary>
    OtherPackage,

    /// <summary>None of these.</summary>
    Unknown,
}
