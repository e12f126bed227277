using System.Globalization;
using System.IO.Compression;
using System.Security;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.OfficePackages.Zip.Weaving;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>The parts of one workbook that differ from its template: sheets laid out and filled, names moved along, identity.</summary>
internal sealed class WorkbookComposition : IDisposable
{
    private readonly WorkbookTemplate _template;
    private readonly BudgetFigures _figures;
    private readonly WorkbookIdentity _identity;
    private readonly BookLayout _layout;
    private readonly TextTable _texts;
    private readonly ReferenceRewriter _references;
    private readonly FormulaTranslator _translator;
    private readonly HiddenSheet _hidden;
    private readonly CheckPlan _plan;
    private readonly LaidOut _laidOut;
    private readonly CheckSheetComposer _checks;
    private readonly IReadOnlyList<OutputRow> _checkRows;
    private readonly CompressionLevel _level;
    private readonly WovenParts _woven;
    private readonly IdentityPart? _identityPart;
    private readonly IReadOnlyList<(byte[] Begin, ReferenceText Value)> _names;

    public WorkbookComposition(
        WorkbookTemplate template, BudgetFigures figures, CheckPlans plans, WorkbookIdentity identity, CompressionLevel level)
    {
        (_level, _woven, _identityPart, _names) = (level, plans.Woven, plans.IdentityPart, plans.Names);
        _template = template;
        _figures = figures;
        _identity = identity;
        _texts = new TextTable(template);
        _layout = new BookLayout(figures.Book.Pack, template, new FormPlanner(figures, identity.IsBlank));
        _hidden = new HiddenSheet(figures.Book.Pack, figures.Budget, identity);
        _plan = plans.For(_layout, _hidden, level);
        _laidOut = plans.LaidOut(_layout);
        _checks = new CheckSheetComposer(figures, _layout, template, _plan, plans.LineCells, _laidOut);
        _checkRows = _checks.Lines();
        _layout.Add(TemplateNames.CheckSheet, new RowMap(_checks.FirstRow, 1, [.. _checkRows.Select(_ => 0)]));
        _references = new ReferenceRewriter(_layout.Maps);
        _translator = new FormulaTranslator(figures.Book, _layout);
    }

    /// <inheritdoc />
    public void Dispose() => _texts.Dispose();

    /// <summary>The parts, ready for the package.</summary>
    public IEnumerable<PackedPart> Parts()
    {
        using var xml = new Utf8Text();
        foreach (var sheet in _template.Sheets.Where(sheet => sheet.Name != TemplateNames.CodeSheet))
        {
            if (sheet.Name == TemplateNames.HelperSheet)
            {
                yield return _plan.HelperPart(_hidden);
                continue;
            }

            xml.Clear();
            Write(sheet, xml);
            yield return _woven.Pack(sheet.Part, xml, _level);
        }

        yield return PackedPart.Pack(TemplateTexts.Part, _texts.Close(), _level);
        xml.Clear();
        WriteWorkbook(xml);
        yield return _woven.Pack("xl/workbook.xml", xml, _level);
        if (_identityPart is { } part) yield return PackedPart.Pack(TemplateParser.CustomPart, part.Of(_identity.Line), _level);
    }

    private void Write(SheetTemplate sheet, Utf8Text xml)
    {
        var form = _layout.Forms.FirstOrDefault(form => form.Area.Sheet == sheet.Name);
        var isCounted = sheet.Name is TemplateNames.SealSheet or TemplateNames.CheckSheet or TemplateNames.ChoiceSheet;
        var writer = new SheetXmlWriter(sheet, _references, _laidOut, _texts, xml, isCounted);
        writer.WriteHead();
        if (sheet.Name == TemplateNames.SealSheet) WriteSeals(writer, sheet);
        else if (sheet.Name == TemplateNames.CheckSheet) WriteChecks(writer, sheet);
        else if (form is not null)
        {
            try
            {
                WriteForm(writer, sheet, form);
            }
            catch (Exception problem) when (PackPlace.Noted(problem, form.Form.File))
            {
                throw;
            }
        }
        else WriteOther(writer, sheet);
    }

    private void WriteForm(SheetXmlWriter writer, SheetTemplate sheet, FormLayout form)
    {
        var composer = new FormSheetComposer(
            _figures, form, _translator, _laidOut, sheet, part => _layout[part], _identity.IsBlank);
        var frame = new FormFrame(_template, sheet, form, _figures, _layout, _identity, _checks.StatusOf(form.Form));
        var map = _layout.Maps[sheet.Name];
        foreach (var row in sheet.Rows.Where(row => row.Number < form.Area.FirstRow)) writer.WriteRow(frame.Row(row.Number), row.Number);
        OutputRow[] rows = [.. composer.Compose()];
        for (var index = 0; index < rows.Length; index++) writer.WriteRow(rows[index], form.Area.FirstRow + index);
        foreach (var row in sheet.Rows.Where(row => row.Number >= form.Area.LastRow))
            writer.WriteRow(frame.Row(row.Number), map.All(row.Number)[0]);
        var formats = _plan.FormatsOf(form.Form);
        var isLong = sheet.OnePageHeight < PageBreaks.HeightOf(form, sheet, rows);
        writer.WriteTail(
            new TailRewriter(sheet, map, _references, _laidOut)
                .Rewrite(composer.Merges, formats, PageBreaks.For(form, sheet, rows), isLong));
    }

    private void WriteChecks(SheetXmlWriter writer, SheetTemplate sheet)
    {
        var map = _layout.Maps[sheet.Name];
        foreach (var row in sheet.Rows.Where(row => row.Number < _checks.FirstRow))
            writer.WriteRow(new OutputRow(row.Number, _checks.Above(row.Number)), row.Number);
        for (var index = 0; index < _checkRows.Count; index++) writer.WriteRow(_checkRows[index], _checks.FirstRow + index);
        foreach (var row in sheet.Rows.Where(row => row.Number > _checks.FirstRow))
            writer.WriteRow(new OutputRow(row.Number, RowContents.None), map.All(row.Number)[0]);
        writer.WriteTail(new TailRewriter(sheet, map, _references, _laidOut).Rewrite([], []));
    }

    /// <summary>Sheets without rows of ours: 填报说明, and whatever the bureau adds.</summary>
    private void WriteOther(SheetXmlWriter writer, SheetTemplate sheet)
    {
        var budget = _identity.Budget;
        var words = new CellContent.Text(
            string.Create(CultureInfo.InvariantCulture, $"{budget.UnitCode} {budget.UnitName}　{budget.Year} 年度"));
        var cells = _checks.OnGuide().Append((Name: TemplateNames.GuideUnit, Content: words))
            .Select(cell => (Area: _template.Areas.GetValueOrDefault(cell.Name), cell.Content))
            .Where(cell => cell.Area?.Sheet == sheet.Name)
            .ToLookup(cell => cell.Area!.FirstRow, cell => (cell.Area!.FirstColumn, cell.Content));
        foreach (var row in sheet.Rows)
            writer.WriteRow(
            new OutputRow(row.Number, Row(cells[row.Number])), row.Number);
        writer.WriteTail(sheet.Tail.Select(element => element.Utf8));
    }

    private static RowContents Row(IEnumerable<(int Column, CellContent Content)> cells)
    {
        var row = new RowContents(0);
        foreach (var (column, content) in cells) row[column] = content;
        return row;
    }

    private void WriteSeals(SheetXmlWriter writer, SheetTemplate sheet)
    {
        var number = 1;
        foreach (var line in _hidden.Lines) writer.WriteLine(line, number++);
        writer.WriteTail(sheet.Tail.Select(element => element.Utf8));
    }

    private void WriteWorkbook(Utf8Text xml)
    {
        xml.Append(WithoutUnprinted(_template.Workbook.Head)).Append("<definedNames>"u8);
        xml.Append(_laidOut.Piece("names", NamesOfTemplate));
        xml.Append("<definedName name=\""u8).Append(TemplateNames.Identity).Append("\" hidden=\"1\">\""u8);
        xml.BeginHole();
        xml.Append(SecurityElement.Escape(_identity.Line.Replace("\"", "\"\"", StringComparison.Ordinal)));
        xml.EndHole();
        xml.Append("\"</definedName>"u8);
        xml.Append(_plan.Names);
        xml.Append("</definedNames>"u8).Append(_template.Workbook.Tail);
    }

    private byte[] NamesOfTemplate()
    {
        using var xml = new Utf8Text();
        foreach (var (begin, value) in _names)
            xml.Append(begin).Append(SecurityElement.Escape(_references.Rewrite(value, ""))).Append("</definedName>"u8);
        return xml.Written.ToArray();
    }

    /// <summary>The sheet of a form that this unit does not print is there, for every formula to work, and hidden.</summary>
    private string WithoutUnprinted(string head)
    {
        foreach (var form in _layout.Forms.Where(form => !_figures.Prints(form.Form)))
        {
            var name = $"name=\"{SecurityElement.Escape(form.Area.Sheet)}\"";
            head = head.Replace(name, name + " state=\"hidden\"", StringComparison.Ordinal);
        }

        return head;
    }
}
