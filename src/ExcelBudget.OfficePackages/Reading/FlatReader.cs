using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>Reads a whole workbook from its package, following its relationships from the root.</summary>
internal static class FlatReader
{
    /// <summary>The workbook's content, every part proven; a verdict is thrown as <see cref="UnreadableException"/>.</summary>
    /// <param name="package">The package.</param>
    /// <param name="main">Its workbook part.</param>
    /// <param name="unread">Names of sheets whose cells are not read.</param>
    public static FlatWorkbook Read(ZipPackage package, string main, IReadOnlySet<string> unread)
    {
        var links = package.Links(main).All;
        var book = WorkbookPart.Read(package, main);
        var sheets = ReadSheets(package, book, links, unread);
        if (sheets.Count == 0) throw new UnreadableException(UnreadableReason.NoWorksheets, "");
        var properties = CustomProperties.Read(package);
        package.VerifyRest();
        return new FlatWorkbook(sheets, book.Names, properties, links.Any(link => link.Kind == "externalLink"), book.Date1904);
    }

    private static List<FlatSheet> ReadSheets(
        ZipPackage package, WorkbookPart book, IReadOnlyList<Relationship> links, IReadOnlySet<string> unread)
    {
        var stylesPart = Target(links, "styles");
        var styles = CellFormats.Read(package, stylesPart);
        var texts = SharedTexts.Read(package, Target(links, "sharedStrings"));
        var reader = new SheetReader(package, texts, styles, stylesPart, book.Date1904);
        var sheets = new List<FlatSheet>();
        var byId = links.DistinctBy(l => l.Id).ToDictionary(l => l.Id);
        foreach (var tab in book.Tabs)
        {
            // chart sheets and dialog sheets hold no cells
            if (!byId.TryGetValue(tab.LinkId, out var link)) throw UnreadableException.Damaged($"工作表“{tab.Name}”没有对应的部件");
            if (link.Kind != "worksheet") continue;
            sheets.Add(unread.Contains(tab.Name)
                ? FlatSheet.Unread(tab.Name, tab.Visibility, package.StoredName(link.Target))
                : reader.Read(link.Target, tab.Name, tab.Visibility));
        }
        return sheets;
    }

    private static string? Target(IReadOnlyList<Relationship> links, string kind) =>
        links.FirstOrDefault(link => link.Kind == kind && !link.IsExternal)?.Target;
}
