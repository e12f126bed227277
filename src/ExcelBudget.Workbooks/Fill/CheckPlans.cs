using System.IO.Compression;
using System.Security;
using System.Text;
using ExcelBudget.OfficePackages.Zip.Weaving;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The plans of a pack's checks that were worked out last: all workbooks to type in share one, and so do those of units with the
/// same rows. Thread-safe.
/// </summary>
/// <param name="book">The rule book.</param>
/// <param name="lines">Lines of the 校验 sheet.</param>
/// <param name="template">The pack's template.</param>
internal sealed class CheckPlans(RuleBook book, IReadOnlyList<CheckLine> lines, WorkbookTemplate template)
{
    // a plan holds some 2 MB
    private const int Most = 8;

    // all sheets of some eight layouts
    private const int MostWoven = 160;

    private readonly Recurring<(string Shape, CompressionLevel Level), CheckPlan> _plans = new(Most);
    private readonly Recurring<string, LaidOut> _laidOut = new(Most);

    /// <summary>Deflates the parts of all workbooks of the pack.</summary>
    public WovenParts Woven { get; } = new(MostWoven);

    /// <summary>What the 校验 sheet says of its lines whatever a workbook holds.</summary>
    public CheckLineCells LineCells { get; } = new(lines);

    /// <summary>The names of the template up to what they refer to, and that, taken apart.</summary>
    public IReadOnlyList<(byte[] Begin, ReferenceText Value)> Names { get; } = [.. template.Names
        .Where(name => name.Name != TemplateNames.Identity)
        .Select(name => (Encoding.UTF8.GetBytes($"<definedName name=\"{SecurityElement.Escape(name.Name)}\"{name.Attributes}>"),
            new ReferenceText(PrintAreas.Widened(name, template))))];

    /// <summary>The custom properties; null for a template without.</summary>
    public IdentityPart? IdentityPart { get; } =
        template.Parts.TryGetValue(TemplateParser.CustomPart, out var part)
            ? new IdentityPart(part, WorkbookFiller.IdentityProperty) : null;

    /// <summary>What a workbook has in common with those whose rows are the same.</summary>
    public LaidOut LaidOut(BookLayout layout) => _laidOut.Of(layout.Rows, static () => new LaidOut());

    /// <summary>The plan of a workbook.</summary>
    public CheckPlan For(BookLayout layout, HiddenSheet seals, CompressionLevel level) =>
        _plans.Of((layout.Shape + seals.Shape, level), () => new CheckPlan(book, lines, template, layout, seals, level));
}
