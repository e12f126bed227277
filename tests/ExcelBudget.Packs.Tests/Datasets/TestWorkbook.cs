using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>Writes the smallest xlsx that holds some sheets.</summary>
internal static class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    /// <summary>The sheets by name; a null row or cell is left out, as Excel leaves out blanks.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, SheetCell?[]?[]> sheets, bool strict = false)
    {
        var (main, relations) = strict
            ? ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships")
            : (Main, Relations);
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        var names = sheets.Keys.ToList();
        Add(zip, "[Content_Types].xml",
            $"<Types xmlns=\"{Package}content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        Add(zip, "_rels/.rels",
            $"<Relationships xmlns=\"{Package}relationships\">"
                + $"<Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add(zip, "xl/workbook.xml",
            $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\">"
                + $"<sheets>{Each(names, (name, n) => $"<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"s{n}\"/>")}</sheets></workbook>");
        Add(zip, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Package}relationships\">"
                + Each(names, (_, n) => $"<Relationship Id=\"s{n}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
                + $"<Relationship Id=\"st\" Type=\"{relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add(zip, "xl/styles.xml",
            $"<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"000000\"/></numFmts>"
                + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                + "<xf numFmtId=\"9\"/><xf numFmtId=\"170\"/><xf numFmtId=\"4\"/></cellXfs></styleSheet>");
        for (var n = 1; n <= names.Count; n++) Add(zip, $"xl/worksheets/sheet{n}.xml", Sheet(main, sheets[names[n - 1]]));
    }

    private static string Sheet(string main, SheetCell?[]?[] rows) =>
        $"<worksheet xmlns=\"{main}\">"
            + $"<sheetData>{Each(rows, (row, n) => row is null ? "" : $"<row r=\"{n}\">{Cells(row, n)}</row>")}</sheetData></worksheet>";

    private static string Cells(SheetCell?[] row, int line) =>
        Each(row, (cell, n) => cell is null ? "" : string.Format(CultureInfo.InvariantCulture, cell.Xml, $"{(char)('A' + n - 1)}{line}"));

    private static string Each<T>(IEnumerable<T> items, Func<T, int, string> write) =>
        string.Concat(items.Select((item, index) => write(item, index + 1)));

    private static void Add(ZipArchive zip, string part, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(xml);
    }
}
