using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Reads a whole workbook from its package, following its relationships from the root.</summary>
internal static class FlatReader
{
    /// <summary>The workbook's content; a verdict is thrown as <see cref="UnreadableException"/>.</summary>
    public static FlatWorkbook Read(ZipPackage package, GuardLimits limits)
    {
        var main = FindWorkbook(package, out var roots);
        var links = Relationship.Of(package, main);
        RefuseMacroSheets(links);
        var book = WorkbookPart.Read(package, main);
        var sheets = ReadSheets(package, limits, book, links);
        if (sheets.Count == 0) throw new UnreadableException(UnreadableReason.NoWorksheets, "工作簿部件里没有工作表");
        var properties = CustomProperties.Read(package, roots);
        package.VerifyRest();
        return new FlatWorkbook(sheets, book.Names, properties, links.Exists(l => l.Kind == "externalLink"), book.Date1904);
    }

    private static string FindWorkbook(ZipPackage package, out List<Relationship> roots)
    {
        if (!package.Contains(ContentTypes.PartName)) throw NotAWorkbook("是压缩包，但不是 Office 文档");
        var types = ContentTypes.Read(package);
        roots = Relationship.Of(package, "");
        var main = roots.Find(r => r.Kind == "officeDocument" && !r.External)?.Target;
        RefuseOther(types, main is null ? "" : types.Of(main));
        if (package.PartNames.Any(part => Has(types.Of(part), "vbaProject"))) throw Macro("文件带有 VBA 工程");
        return main ?? throw UnreadableException.Damaged("根关系里没有工作簿");
    }

    // the workbook's own type decides: SheetJS lists the binary type as a default in every file it writes
    private static void RefuseOther(ContentTypes types, string mainType)
    {
        if (Has(mainType, "sheet.binary.")) throw new UnreadableException(UnreadableReason.OldBinaryFormat, "内容是二进制工作簿（.xlsb）");
        if (Has(mainType, "wordprocessing")) throw NotAWorkbook("内容是 Word 文档");
        if (Has(mainType, "presentation")) throw NotAWorkbook("内容是 PowerPoint 文档");
        if (Has(mainType, "macroEnabled")) throw Macro("文件是启用宏的工作簿");
        if (!types.Any("spreadsheetml.sheet.main") && !types.Any("spreadsheetml.template.main")) throw NotAWorkbook("是 Office 文档包，但不是工作簿");
    }

    private static void RefuseMacroSheets(List<Relationship> links)
    {
        if (links.Exists(l => l.Kind is "vbaProject" or "xlMacrosheet" or "xlIntlMacrosheet")) throw Macro("工作簿带有 VBA 工程或宏表");
    }

    private static List<FlatSheet> ReadSheets(ZipPackage package, GuardLimits limits, WorkbookPart book, List<Relationship> links)
    {
        var styles = DateStyles.Read(package, Target(links, "styles"));
        var texts = SharedTexts.Read(package, Target(links, "sharedStrings"), limits);
        var reader = new SheetReader(package, limits, texts, styles, book.Date1904);
        var sheets = new List<FlatSheet>();
        var byId = links.DistinctBy(l => l.Id).ToDictionary(l => l.Id);
        foreach (var tab in book.Tabs)
        {
            // chart sheets and dialog sheets hold no cells
            if (!byId.TryGetValue(tab.LinkId, out var link)) throw UnreadableException.Damaged($"工作表“{tab.Name}”没有对应的部件");
            if (link.Kind == "worksheet") sheets.Add(reader.Read(link.Target, tab.Name, tab.Visibility));
        }
        return sheets;
    }

    private static string? Target(List<Relationship> links, string kind) => links.Find(l => l.Kind == kind && !l.External)?.Target;

    private static bool Has(string type, string words) => type.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static UnreadableException Macro(string detail) => new(UnreadableReason.Macro, detail);

    private static UnreadableException NotAWorkbook(string detail) => new(UnreadableReason.NotAWorkbook, detail);
}
