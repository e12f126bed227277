using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.Workbooks.Template;

/// <summary>Takes a pack's workbook.xlsx apart. Templates are the bureau's own files, read once.</summary>
public static class TemplateParser
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal const string CustomPart = "docProps/custom.xml";

    /// <summary>UTF-8 is what a part is in that does not say so; the words would cost as much in each of the parts.</summary>
    private const string Declaration = "<?xml version=\"1.0\"?>";
    private const string MainDeclaration = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>Parses a pack's workbook.xlsx, once per pack.</summary>
    /// <exception cref="TemplateException">The file is no template of ours.</exception>
    public static WorkbookTemplate Parse(ReadOnlyMemory<byte> file)
    {
        var opened = WithoutCalculationChain(Open(file));
        var parts = opened.Parts().ToDictionary(part => part.Name, part => part.Content, StringComparer.OrdinalIgnoreCase);
        var links = opened.LinksOf(opened.MainPart);
        var workbook = Document(parts, "xl/workbook.xml").Root!;
        var texts = new TemplateTexts(parts.ContainsKey(TemplateTexts.Part) ? Document(parts, TemplateTexts.Part) : null);
        var sheets = workbook.Element(Main + "sheets")!.Elements()
            .Select(sheet => Sheet(
                parts, sheet.Attribute("name")!.Value, links.WithId(sheet.Attribute(Relation + "id")!.Value)!.Target, texts))
            .ToArray();
        var names = (workbook.Element(Main + "definedNames")?.Elements() ?? []).Select(Name).ToArray();
        return new WorkbookTemplate
        {
            Parts = parts,
            Workbook = Split(workbook),
            Unchanged = (
                PackUnchanged(parts, sheets, CompressionLevel.SmallestSize), PackUnchanged(parts, sheets, CompressionLevel.Fastest)),
            Sheets = sheets,
            Texts = texts.Kept,
            Names = names,
            Areas = Areas(names),
            Formats = Formats(sheets),
            Forms = Property(parts, FormsFingerprint.Property),
        };
    }

    /// <summary>The words of a custom property; null without it.</summary>
    private static string? Property(Dictionary<string, byte[]> parts, string name) => !parts.ContainsKey(CustomPart) ? null
        : Document(parts, CustomPart).Root!.Elements().FirstOrDefault(property => property.Attribute("name")?.Value == name)?.Value;

    /// <summary>
    /// The sheets that are laid out anew, the workbook part and the custom properties change; everything else is copied.
    /// </summary>
    private static PackedPart[] PackUnchanged(Dictionary<string, byte[]> parts, SheetTemplate[] sheets, CompressionLevel level)
    {
        var changing = sheets.Where(sheet => sheet.Name != TemplateNames.CodeSheet).Select(sheet => sheet.Part).Append("xl/workbook.xml")
            .Append(CustomPart).Append(TemplateTexts.Part).ToHashSet();
        return [.. parts.Where(part => !changing.Contains(part.Key)).Select(part => PackedPart.Pack(part.Key, part.Value, level))];
    }

    /// <summary>
    /// The calculation chain lists cells by address; it would be wrong as soon as rows are laid out, and programs do without it.
    /// </summary>
    private static GuardedWorkbook WithoutCalculationChain(GuardedWorkbook opened)
    {
        if (opened.LinksOf(opened.MainPart).OfKind("calcChain") is not { } chain) return opened;
        var copy = opened.Edit();
        copy.Remove(chain.Target);
        copy.LinksOf(opened.MainPart).Remove(chain);
        return Open(copy.ToBytes());
    }

    private static (string Head, string Tail) Split(XElement workbook)
    {
        const string mark = "eb-defined-names";
        var copy = new XElement(workbook);
        if (copy.Element(Main + "definedNames") is { } names) names.ReplaceWith(new XElement(Main + mark));
        else copy.Element(Main + "sheets")!.AddAfterSelf(new XElement(Main + mark));
        var halves = (Declaration + copy.ToString(SaveOptions.DisableFormatting))
            .Split($"<{mark} />");
        return halves is [var head, var tail] ? (head, tail)
            : throw new TemplateException("workbook.xlsx 的 workbook.xml 写法特殊，无法使用。请用 Excel 打开后另存为 xlsx。");
    }

    private static GuardedWorkbook Open(ReadOnlyMemory<byte> file) => WorkbookGuard.Open(file).Package
        ?? throw new TemplateException("workbook.xlsx 不是可用的模板：打不开。请用 Excel 打开后另存为 xlsx。");

    private static XDocument Document(Dictionary<string, byte[]> parts, string part) => parts.TryGetValue(part, out var bytes)
        ? XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace)
        : throw new TemplateException($"workbook.xlsx 缺少部件 {part}，不是可用的模板。");

    private static TemplateName Name(XElement name) => new(
        name.Attribute("name")!.Value,
        string.Concat(name.Attributes().Where(attribute => attribute.Name != "name").Select(Text)),
        name.Value);

    private static SheetTemplate Sheet(Dictionary<string, byte[]> parts, string name, string part, TemplateTexts texts)
    {
        var root = Document(parts, part).Root!;
        CellPlaces.Name(root);
        SheetTrimming.Trim(root);
        if (name == TemplateNames.CodeSheet) texts.PutInto(root);
        var template = Sheet(root, name, part, texts);
        if (name == TemplateNames.CodeSheet)
        {
            CellPlaces.LeaveOutRows(root);
            parts[part] = Encoding.UTF8.GetBytes(Declaration + root.ToString(SaveOptions.DisableFormatting));
        }

        return template;
    }

    private static SheetTemplate Sheet(XElement root, string name, string part, TemplateTexts texts)
    {
        var data = root.Element(Main + "sheetData")!;
        var widths = Widths(root.Element(Main + "cols"));
        var head = new StringBuilder(Declaration).Append("<worksheet");
        foreach (var attribute in root.Attributes()) head.Append(Text(attribute));
        head.Append('>');
        // the declared dimension would be wrong as soon as rows are laid out; readers do without it
        foreach (var element in data.ElementsBeforeSelf().Where(element => element.Name != Main + "dimension")) head.Append(Xml(element));
        head.Append("<sheetData>");
        return new SheetTemplate
        {
            Name = name,
            Part = part,
            Head = head.ToString(),
            Rows = [.. data.Elements(Main + "row").Select(row => Row(row, texts))],
            Tail = [.. data.ElementsAfterSelf().Select(element => new TailElement(element.Name.LocalName, Xml(element)))],
            Merges = [.. (root.Element(Main + "mergeCells")?.Elements() ?? [])
                .Select(merge => AreaText.OfRange(name, merge.Attribute("ref")!.Value)).OfType<NamedArea>()],
            PageHeight = PrintedPage.Height(root, widths.Sum()),
            OnePageHeight = PrintedPage.OnePageHeight(root),
            ColumnWidths = widths,
        };
    }

    private static TemplateRow Row(XElement row, TemplateTexts texts)
    {
        var kept = row.Attributes()
            .Where(attribute => attribute.Name.LocalName is not ("r" or "spans" or "ht" or "customHeight")
            || attribute.Name.Namespace != XNamespace.None);
        double? height = row.Attribute("ht") is { } ht ? double.Parse(ht.Value, CultureInfo.InvariantCulture) : null;
        return new TemplateRow(
            int.Parse(row.Attribute("r")!.Value, CultureInfo.InvariantCulture),
            string.Concat(kept.Select(Text)),
            height,
            [.. row.Elements(Main + "c").Select(cell => Cell(cell, texts))]);
    }

    private static TemplateCell Cell(XElement cell, TemplateTexts texts)
    {
        if ((string?)cell.Attribute("t") == "s" && cell.Element(Main + "v") is { } index) index.Value = texts.Keep(index.Value);
        var column = ColumnLetters.Start(cell.Attribute("r")!.Value, out _);
        var formula = cell.Element(Main + "f")?.Value;
        var inner = formula is null ? string.Concat(cell.Elements().Select(Xml)) : "";
        return new TemplateCell(column, cell.Attribute("s")?.Value ?? "", cell.Attribute("t")?.Value ?? "", inner, formula);
    }

    private static List<double> Widths(XElement? columns)
    {
        var widths = new List<double>();
        foreach (var column in columns?.Elements() ?? [])
        {
            var last = Math.Min(200, (int)column.Attribute("max")!);
            while (widths.Count < last) widths.Add((double?)column.Attribute("width") ?? 9);
        }

        return widths;
    }

    private static Dictionary<string, NamedArea> Areas(IEnumerable<TemplateName> names)
    {
        var areas = new Dictionary<string, NamedArea>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name.Name.StartsWith(TemplateNames.Prefix, StringComparison.Ordinal)))
        {
            if (AreaText.Parse(name.Value) is { } area) areas[name.Name] = area;
        }

        return areas;
    }

    private static (string, string) Formats(IEnumerable<SheetTemplate> sheets)
    {
        var rules = sheets.Where(sheet => sheet.Name == TemplateNames.CheckSheet)
            .SelectMany(sheet => sheet.Tail)
            .Where(element => element.Name == "conditionalFormatting")
            .SelectMany(element => XElement.Parse(element.Xml).Elements())
            .ToArray();
        string Format(string word) =>
            rules.FirstOrDefault(rule => rule.Value.Contains(word, StringComparison.Ordinal))?.Attribute("dxfId")?.Value
            ?? throw new TemplateException($"workbook.xlsx 的“{TemplateNames.CheckSheet}”表缺少“{word}”的条件格式，请用 packs build 重新生成。");
        return (Format("不通过"), Format("尾差"));
    }

    private static string Text(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration)
        {
            var prefix = attribute.Name.Namespace == XNamespace.None ? "xmlns" : "xmlns:" + attribute.Name.LocalName;
            return $" {prefix}=\"{attribute.Value}\"";
        }

        var qualified = attribute.Name.Namespace == XNamespace.None
            ? attribute.Name.LocalName
            : attribute.Parent!.GetPrefixOfNamespace(attribute.Name.Namespace) + ":" + attribute.Name.LocalName;
        return $" {qualified}=\"{System.Security.SecurityElement.Escape(attribute.Value)}\"";
    }

    private static string Xml(XElement element) =>
        element.ToString(SaveOptions.DisableFormatting).Replace(MainDeclaration, "", StringComparison.Ordinal);
}
