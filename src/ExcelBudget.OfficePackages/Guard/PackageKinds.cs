using System.Text;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>Tells a zip by what is in it.</summary>
internal static class PackageKinds
{
    private static readonly string[] Documents = [".xlsx", ".xls", ".et", ".xlsm", ".ods", ".docx", ".doc", ".wps", ".odt"];

    /// <summary>What the zip is, and for an Office package the part everything hangs on.</summary>
    /// <exception cref="Limits.UnreadableException">A part that says so is broken.</exception>
    public static (FileKind Kind, string? MainPart) Of(ZipPackage package)
    {
        if (!package.Contains(ContentTypes.PartName)) return (OfOtherZip(package), null);
        var types = package.Types();
        var main = package.Links("").OfKind("officeDocument")?.Target;
        return (Of(types, main is null ? "" : types.Of(main), package, main), main);
    }

    // the main part's own type decides: SheetJS lists the binary type as a default in every file it writes, and the data of a chart is
    // a workbook of its own
    private static FileKind Of(ContentTypes types, string mainType, ZipPackage package, string? main)
    {
        if (Has(mainType, "sheet.binary.")) return FileKind.BinaryWorkbook;
        if (Has(mainType, "presentation")) return FileKind.Presentation;
        var isDocument = Has(mainType, "wordprocessing") || Has(mainType, "ms-word.");
        var isWorkbook = Has(mainType, "macroEnabled") || types.Any("spreadsheetml.sheet.main")
            || types.Any("spreadsheetml.template.main");
        if (!isDocument && !isWorkbook) return FileKind.OtherPackage;
        if (main is null) throw Limits.UnreadableException.Damaged("根关系里没有工作簿或文档");
        if (Has(mainType, "macroEnabled") || HasMacros(types, package, main))
        {
            return isDocument ? FileKind.MacroDocument : FileKind.MacroWorkbook;
        }
        return isDocument ? FileKind.Document : FileKind.Workbook;
    }

    private static bool HasMacros(ContentTypes types, ZipPackage package, string main) =>
        package.PartNames.Any(part => IsMacro(part, types))
        || package.Links(main).All.Any(link => link.Kind is "vbaProject" or "xlMacrosheet" or "xlIntlMacrosheet");

    private static bool IsMacro(string part, ContentTypes types) =>
        types.Of(part) is var type && (Has(type, "vbaProject") || Has(type, "macrosheet"))
        || part.EndsWith("/vbaProject.bin", StringComparison.OrdinalIgnoreCase);

    private static FileKind OfOtherZip(ZipPackage package)
    {
        if (package.Contains("OFD.xml")) return FileKind.Ofd;
        var type = package.Contains("mimetype") ? Encoding.ASCII.GetString(package.Bytes("mimetype")) : "";
        if (type.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal)) return FileKind.OpenSpreadsheet;
        if (type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal)) return FileKind.OpenText;
        return package.PartNames.Any(IsDocument) ? FileKind.ArchiveOfDocuments : FileKind.Archive;
    }

    /// <summary>Is a part named like a workbook or a note?</summary>
    public static bool IsDocument(string part) =>
        Documents.Any(extension => part.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static bool Has(string type, string words) => type.Contains(words, StringComparison.OrdinalIgnoreCase);
}
