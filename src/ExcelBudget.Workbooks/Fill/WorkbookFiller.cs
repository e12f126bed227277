using System.IO.Compression;
using System.Text;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// 下发。Writes the workbook of a unit from a pack's template: rows laid out, values and formulas with their results, checks, identity
/// and seals. Compiled once, shared between threads.
/// </summary>
public sealed class WorkbookFiller
{
    /// <summary>Custom document property that carries the identity.</summary>
    public const string IdentityProperty = "eb.identity";

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
        var level = request.IsFast ? CompressionLevel.Fastest : CompressionLevel.Optimal;
        var changed = new WorkbookComposition(_template, figures, identity).Parts()
            .Select(part => PackedPart.Pack(part.Part, Encoding.UTF8.GetBytes(part.Xml), level));
        var unchanged = request.IsFast ? _template.Unchanged.Fast : _template.Unchanged.Small;
        return PackageWriter.Write([.. unchanged.Concat(changed).OrderBy(part => part.Name == "[Content_Types].xml" ? 0 : 1)]);
    }
}
