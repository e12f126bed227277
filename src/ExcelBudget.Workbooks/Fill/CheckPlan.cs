using System.IO.Compression;
using System.Security;
using System.Text;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The checks of a workbook, whatever its figures: worked out once for all workbooks whose forms are laid out alike. Read only.
/// </summary>
internal sealed class CheckPlan
{
    private readonly Dictionary<FormId, IReadOnlyList<byte[]>> _formats;
    private readonly PackedStart _start;
    private readonly SheetTemplate _sheet;
    private readonly IReadOnlyList<IssuedCell> _issued;
    private readonly IReadOnlyDictionary<string, int> _texts;

    /// <param name="book">The rule book.</param>
    /// <param name="lines">Lines of the 校验 sheet.</param>
    /// <param name="template">The pack's template.</param>
    /// <param name="layout">Where the forms stand.</param>
    /// <param name="seals">What the workbook was issued with.</param>
    /// <param name="level">How hard to deflate.</param>
    public CheckPlan(
        RuleBook book, IReadOnlyList<CheckLine> lines, WorkbookTemplate template, IWorkbookLayout layout, ICheckSeals seals,
        CompressionLevel level)
    {
        Helper = new HelperSheet(book, lines, layout, seals);
        FirstRow = template.Area(TemplateNames.CheckLines).FirstRow;
        Formulas = new CheckFormulas(Helper, FirstRow);
        _formats = Helper.Offending.GroupBy(cells => cells.Form.Id)
            .ToDictionary(cells => cells.Key, IReadOnlyList<byte[]> (cells) =>
                [.. OffendingFormats.For(cells, template.Formats).Select(Encoding.UTF8.GetBytes)]);
        (_issued, _texts) = (Helper.IssuedCells, template.PlacesOfTexts);
        _sheet = template.Sheets.First(sheet => sheet.Name == TemplateNames.HelperSheet);
        Names = Encoding.UTF8.GetBytes(string.Concat(Helper.Names.Select(name =>
            $"<definedName name=\"{name.Key}\" hidden=\"1\">{SecurityElement.Escape(name.Value)}</definedName>")));
        using var xml = new Utf8Text();
        var cuts = new HelperSheetXml(_sheet, template.PlacesOfTexts, xml).WriteStart(Helper.Grid);
        _start = PackedStart.Pack(xml.Written, level, cuts);
    }

    /// <summary>The helper sheet.</summary>
    public HelperSheet Helper { get; }

    /// <summary>The names of the helper sheet, as they stand in the workbook part.</summary>
    public byte[] Names { get; }

    /// <summary>The formulas of the 校验 sheet.</summary>
    public CheckFormulas Formulas { get; }

    /// <summary>Row of the first line on the 校验 sheet.</summary>
    public int FirstRow { get; }

    /// <summary>Conditional formats of broken relations on a form's sheet, as ready elements.</summary>
    public IReadOnlyList<byte[]> FormatsOf(FormDefinition form) => _formats.GetValueOrDefault(form.Id) ?? [];

    /// <summary>The helper sheet of one workbook.</summary>
    public PackedPart HelperPart(ICheckSeals seals)
    {
        using var xml = new Utf8Text();
        new HelperSheetXml(_sheet, _texts, xml).WriteRest(_issued, seals);
        return _start.With(_sheet.Part, xml.Written);
    }
}
