using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>外部引用。Formulas that point into another file: a few are told one by one, many have one cause (sheets copied into a new file)
/// and are told once.</summary>
internal static class ExternalFormulas
{
    private const int MostSingles = 3;

    /// <summary>Reports what the log has collected.</summary>
    public static void Report(ReadingLog log)
    {
        if (log.Externals.Count <= MostSingles)
        {
            foreach (var external in log.Externals) log.Add(Kind(external).At(log.Places[external.Address], ("column", external.Column),
                ("actual", Shortened(external)), ("saved", external.Saved)));
            return;
        }

        log.Add(CellFindings.ExternalMany.At(log.Places[log.Externals[0].Address], ("count", new FindingValue.Count(log.Externals.Count)),
            ("actual", Shortened(log.Externals[0])))
            with
        { Related = [.. log.Externals.Skip(1).Select(other => log.Places[other.Address])] });
    }

    private static FindingKind Kind(ExternalFormula external) =>
        external.Column is null ? CellFindings.ExternalFormula : external.Saved is null
            ? CellFindings.ExternalCell : CellFindings.ExternalSaved;

    private static string Shortened(ExternalFormula external) => "=" + Domain.Spelling.TextCut.Beginning(external.Formula, 60);
}
