using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml.Linq;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.OfficePackages;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// 下发。Writes the workbook of a unit from a pack's template: rows laid out, values and formulas with their results, checks, identity
/// and seals. Compiled once, shared between threads.
/// </summary>
public sealed class WorkbookFiller
{
    private readonly RuleBook _book;
    private readonly WorkbookTemplate _template;

    /// <param name="book">The pack's rule book.</param>
    /// <param name="template">The pack's workbook.xlsx, parsed.</param>
    /// <exception cref="TemplateException">The template does not fit the pack.</exception>
    public WorkbookFiller(RuleBook book, WorkbookTemplate template)
    {
        _book = book;
        _template = template;
    }

    private Pack Pack => _book.Pack;

    /// <summary>The workbook of a budget.</summary>
    public byte[] Fill(BudgetFigures figures, FillRequest request)
    {
        var identity = new WorkbookIdentity(figures.Budget.Identity, Pack.Version, request.WorkbookId, Pack.Fingerprint, request.IsBlank);
        var layout = new BookLayout(Pack, _template, new FormPlanner(figures, request.IsBlank));
        var checks = new CheckSheetComposer(figures, layout, _template.Sheets.First(sheet => sheet.Name == TemplateNames.CheckSheet), request.IsBlank);
        var checkRows = checks.Compose(_template.Area(TemplateNames.CheckLines).FirstRow);
        layout.Add(TemplateNames.CheckSheet, new RowMap(_template.Area(TemplateNames.CheckLines).FirstRow, 1, [.. checkRows.Select(_ => 0)]));
        var references = new ReferenceRewriter(layout.Maps);
        var level = request.IsFast ? CompressionLevel.Fastest : CompressionLevel.Optimal;
        var parts = new List<PackedPart>(request.IsFast ? _template.Unchanged.Fast : _template.Unchanged.Small);
        foreach (var sheet in _template.Sheets.Where(sheet => sheet.Name != TemplateNames.CodeSheet))
        {
            parts.Add(Packed(sheet.Part, Sheet(sheet, figures, layout, references, identity, new CheckSheet(checkRows, checks.Summary(checkRows[0].TemplateRow))), level));
        }

        parts.Add(Packed("xl/workbook.xml", WorkbookXml(references, identity), level));
        if (_template.Parts.TryGetValue(TemplateParser.CustomPart, out var custom)) parts.Add(Packed(TemplateParser.CustomPart, CustomXml(custom, identity), level));
        return PackageWriter.Write([.. parts.OrderBy(part => part.Name == "[Content_Types].xml" ? 0 : 1)]);
    }

    private static PackedPart Packed(string name, string xml, CompressionLevel level) => PackedPart.Pack(name, Encoding.UTF8.GetBytes(xml), level);

    private string Sheet(SheetTemplate sheet, BudgetFigures figures, BookLayout layout, ReferenceRewriter references, WorkbookIdentity identity, CheckSheet checkSheet)
    {
        var writer = new SheetXmlWriter(sheet, references);
        if (sheet.Name == TemplateNames.SealSheet) return Seal(writer, sheet, figures, identity);
        if (sheet.Name == TemplateNames.CheckSheet) return Checks(writer, sheet, layout, references, checkSheet);
        if (layout.Forms.FirstOrDefault(form => form.Area.Sheet == sheet.Name) is { } form) return Form(writer, sheet, figures, form, layout, references, identity);
        return Other(writer, sheet, identity);
    }

    private string Form(SheetXmlWriter writer, SheetTemplate sheet, BudgetFigures figures, FormLayout form, BookLayout layout, ReferenceRewriter references, WorkbookIdentity identity)
    {
        var composer = new FormSheetComposer(figures, form, new FormulaTranslator(_book, layout), sheet);
        var frame = new FormFrame(_template, sheet, form, figures, layout, identity);
        var map = layout.Maps[sheet.Name];
        foreach (var row in sheet.Rows.Where(row => row.Number < form.Area.FirstRow)) writer.WriteRow(frame.Row(row.Number), row.Number);
        var number = form.Area.FirstRow;
        OutputRow[] rows = [.. composer.Compose()];
        foreach (var row in rows) writer.WriteRow(row, number++);
        foreach (var row in sheet.Rows.Where(row => row.Number >= form.Area.LastRow)) writer.WriteRow(frame.Row(row.Number), map.All(row.Number)[0]);
        var formats = OffendingFormats.For(_book, layout, form.Form, _template.Formats.Broken, identity.IsBlank);
        writer.WriteTail(new TailRewriter(sheet, map, references).Rewrite(composer.Merges, formats, PageBreaks.For(form, sheet, rows)));
        return writer.Xml;
    }

    private string Checks(SheetXmlWriter writer, SheetTemplate sheet, BookLayout layout, ReferenceRewriter references, CheckSheet checks)
    {
        var map = layout.Maps[sheet.Name];
        var top = checks.Rows[0].TemplateRow;
        var summary = _template.Areas.GetValueOrDefault(TemplateNames.CheckSummary);
        foreach (var row in sheet.Rows.Where(row => row.Number < top))
        {
            var contents = row.Number == summary?.FirstRow ? new Dictionary<int, CellContent> { [summary.FirstColumn] = checks.Summary } : NoContents;
            writer.WriteRow(new OutputRow(row.Number, contents), row.Number);
        }

        for (var index = 0; index < checks.Rows.Count; index++) writer.WriteRow(checks.Rows[index], top + index);
        foreach (var row in sheet.Rows.Where(row => row.Number > top)) writer.WriteRow(new OutputRow(row.Number, NoContents), map.All(row.Number)[0]);
        writer.WriteTail(new TailRewriter(sheet, map, references).Rewrite([], []));
        return writer.Xml;
    }

    private string Other(SheetXmlWriter writer, SheetTemplate sheet, WorkbookIdentity identity)
    {
        var unit = _template.Areas.GetValueOrDefault(TemplateNames.GuideUnit);
        foreach (var row in sheet.Rows)
        {
            var contents = unit is not null && unit.Sheet == sheet.Name && unit.FirstRow == row.Number
                ? new Dictionary<int, CellContent> { [unit.FirstColumn] = new CellContent.Text(string.Create(CultureInfo.InvariantCulture, $"{identity.Budget.UnitCode} {identity.Budget.UnitName}　{identity.Budget.Year} 年度")) }
                : NoContents;
            writer.WriteRow(new OutputRow(row.Number, contents), row.Number);
        }

        writer.WriteTail(sheet.Tail.Select(element => element.Xml));
        return writer.Xml;
    }

    private string Seal(SheetXmlWriter writer, SheetTemplate sheet, BudgetFigures figures, WorkbookIdentity identity)
    {
        var number = 1;
        foreach (var line in SealSheetComposer.Compose(Pack, figures.Budget, identity)) writer.WriteTexts(line, number++);
        writer.WriteTail(sheet.Tail.Select(element => element.Xml));
        return writer.Xml;
    }

    private string WorkbookXml(ReferenceRewriter references, WorkbookIdentity identity)
    {
        var xml = new StringBuilder(_template.Workbook.Head).Append("<definedNames>");
        foreach (var name in _template.Names.Where(name => name.Name != TemplateNames.Identity))
        {
            var value = references.Rewrite(name.Value, "");
            xml.Append("<definedName name=\"").Append(SecurityElement.Escape(name.Name)).Append('"').Append(name.Attributes).Append('>').Append(SecurityElement.Escape(value)).Append("</definedName>");
        }

        xml.Append("<definedName name=\"").Append(TemplateNames.Identity).Append("\" hidden=\"1\">\"").Append(SecurityElement.Escape(identity.Line.Replace("\"", "\"\"", StringComparison.Ordinal))).Append("\"</definedName>");
        return xml.Append("</definedNames>").Append(_template.Workbook.Tail).ToString();
    }

    private static string CustomXml(byte[] part, WorkbookIdentity identity)
    {
        var document = XDocument.Load(new MemoryStream(part));
        foreach (var property in document.Root!.Elements().Where(property => property.Attribute("name")?.Value == IdentityProperty))
        {
            property.Elements().First().Value = identity.Line;
        }

        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + document.Root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Custom document property that carries the identity.</summary>
    public const string IdentityProperty = "eb.identity";

    private static readonly Dictionary<int, CellContent> NoContents = [];

    private sealed record CheckSheet(IReadOnlyList<OutputRow> Rows, CellContent Summary);
}
