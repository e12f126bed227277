using System.Collections.Concurrent;
using System.IO.Compression;
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

    private readonly ConcurrentDictionary<(string Shape, CompressionLevel Level), Lazy<CheckPlan>> _known = [];
    private readonly ConcurrentDictionary<string, LaidOut> _laidOut = new(StringComparer.Ordinal);

    /// <summary>Deflates the parts of all workbooks of the pack.</summary>
    public WovenParts Woven { get; } = new(MostWoven);

    /// <summary>What a workbook has in common with those whose rows are the same.</summary>
    public LaidOut LaidOut(BookLayout layout)
    {
        var key = layout.Rows;
        if (_laidOut.TryGetValue(key, out var known)) return known;
        if (_laidOut.Count >= Most) _laidOut.Clear();
        return _laidOut.GetOrAdd(key, _ => new LaidOut());
    }

    /// <summary>The plan of a workbook.</summary>
    public CheckPlan For(BookLayout layout, HiddenSheet seals, CompressionLevel level)
    {
        var key = (layout.Shape + seals.Shape, level);
        if (_known.TryGetValue(key, out var known)) return known.Value;
        if (_known.Count >= Most) _known.Clear();
        return _known.GetOrAdd(
            key, _ => new Lazy<CheckPlan>(() => new CheckPlan(book, lines, template, layout, seals, level))).Value;
    }
}
