using System.IO.Compression;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
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
    private readonly CheckPlans _plans;

    /// <param name="book">The pack's rule book.</param>
    /// <param name="template">The pack's workbook.xlsx, parsed.</param>
    /// <exception cref="TemplateException">The template does not fit the pack.</exception>
    public WorkbookFiller(RuleBook book, WorkbookTemplate template)
    {
        _book = book;
        _template = template;
        _plans = new CheckPlans(book, new CheckLines(book).All, template);
        if (template.Forms is { } forms && forms != FormsFingerprint.Of(book.Pack))
        {
            throw new TemplateException(
                $"workbook.xlsx 不是由现在的表样生成的：forms 改过以后没有重新生成，填出来会错行错栏。请运行 packs build {book.Pack.Id}（模板改过样式的，先另存一份再加 --force，把样式补上）。");
        }

        if (template.Sheets.All(sheet => sheet.Name != TemplateNames.HelperSheet))
        {
            throw new TemplateException(
                $"workbook.xlsx 没有隐藏的“{TemplateNames.HelperSheet}”表，是旧版程序生成的。请用 packs build --force 重新生成，再做样式上的修改。");
        }
    }

    private Pack Pack => _book.Pack;

    /// <summary>The workbook of a budget.</summary>
    public byte[] Fill(BudgetFigures figures, FillRequest request) => PackageWriter.Write(Parts(figures, request));

    /// <summary>The parts of the workbook of a budget, ready for the package: whoever writes a file needs them in no one piece.</summary>
    public IReadOnlyList<PackedPart> Parts(BudgetFigures figures, FillRequest request)
    {
        var identity = new WorkbookIdentity(figures.Budget.Identity, Pack.Version, request.WorkbookId, Pack.Fingerprint, request.IsBlank)
        {
            Lineage = request.Lineage,
        };
        var level = request.IsFast ? CompressionLevel.Fastest : CompressionLevel.Optimal;
        using var composition = new WorkbookComposition(_template, figures, _plans, identity, level);
        var unchanged = request.IsFast ? _template.Unchanged.Fast : _template.Unchanged.Small;
        return [.. unchanged.Concat(composition.Parts()).OrderBy(part => part.Name == "[Content_Types].xml" ? 0 : 1)];
    }
}
