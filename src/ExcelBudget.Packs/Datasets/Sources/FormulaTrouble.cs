using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>
/// Cells that show #REF! and the like, and formulas that were never calculated. ExcelDataReader returns both as blank, which would lose
/// a figure silently; so the sheets are scanned once more for them.
/// </summary>
internal static class FormulaTrouble
{
    private const string WorkbookPart = "xl/workbook.xml";
    private const string RelationsPart = "xl/_rels/workbook.xml.rels";

    /// <summary>Such cells by sheet name, then by row (from 1) and column (from 0).</summary>
    public static Dictionary<string, Dictionary<(int Row, int Column), RawCell>> Find(Stream workbook)
    {
        workbook.Position = 0;
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        var found = new Dictionary<string, Dictionary<(int Row, int Column), RawCell>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (sheet, part) in Sheets(zip))
        {
            if (zip.GetEntry(part) is { } entry) found[sheet] = Scan(entry);
        }

        return found;
    }

    private static IEnumerable<(string Sheet, string Part)> Sheets(ZipArchive zip)
    {
        if (Load(zip, WorkbookPart) is not { } book || Load(zip, RelationsPart) is not { } relations) return [];
        var targets = relations.Root!.Elements().ToDictionary(Id, relation => Part((string?)relation.Attribute("Target") ?? ""));
        return book.Descendants().Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => ((string?)sheet.Attribute("name") ?? "", targets.GetValueOrDefault(Id(sheet), "")));
    }

    private static string Id(XElement element) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "id" or "Id")?.Value ?? "";

    private static string Part(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    private static XDocument? Load(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry) return null;
        using var content = entry.Open();
        return XDocument.Load(content);
    }

    private static Dictionary<(int Row, int Column), RawCell> Scan(ZipArchiveEntry sheet)
    {
        var found = new Dictionary<(int Row, int Column), RawCell>();
        using var content = sheet.Open();
        using var xml = XmlReader.Create(content);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c" || Address(xml.GetAttribute("r")) is not { } address) continue;
            if (Trouble(xml) is { } trouble) found[address] = trouble;
        }

        return found;
    }

    private static RawCell? Trouble(XmlReader cell)
    {
        var type = cell.GetAttribute("t");
        if (cell.IsEmptyElement) return null;
        var (formula, value) = (false, "");
        var depth = cell.Depth;
        cell.Read();
        while (cell.Depth > depth)
        {
            if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "v")
            {
                value = cell.ReadElementContentAsString();
                continue;
            }

            formula |= cell.NodeType == XmlNodeType.Element && cell.LocalName == "f";
            cell.Read();
        }

        if (type == "e") return new(value, Kind: RawCellKind.Error);
        // a formula may well result in an empty string; only that type says so
        return formula && value.Length == 0 && type != "str" ? new("", Kind: RawCellKind.NotCalculated) : null;
    }

    /// <summary>C12 → row 12, column 2.</summary>
    private static (int Row, int Column)? Address(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetterUpper).Count() ?? 0;
        if (letters == 0
            || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return null;
        return (row, reference![..letters].Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1);
    }
}
