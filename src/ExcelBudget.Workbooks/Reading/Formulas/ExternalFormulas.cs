using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>外部引用。Formulas that point into another file: a few are told one by one, many have one cause (sheets copied into a new file) and are told once.</summary>
internal static class ExternalFormulas
{
    private const string Rule = "EXTERNAL-LINK";
    private const int MostSingles = 3;

    /// <summary>Reports what the log has collected.</summary>
    public static void Report(ReadingLog log)
    {
        if (log.Externals.Count > MostSingles) ReportAll(log);
        else foreach (var external in log.Externals) Report(log, external);
    }

    private static void Report(ReadingLog log, ExternalFormula external) => log.Add(Rule, Category.ExternalContent, Severity.Error,
        $"这里的公式引用了别的文件（={Shortened(external.Formula)}），换一台电脑就取不到数。{Taken(external)}请把这一格改为数值，或恢复原来的公式。",
        log.Places[external.Address], "=" + Shortened(external.Formula));

    private static void ReportAll(ReadingLog log)
    {
        var (first, count) = (log.Externals[0], log.Externals.Count);
        log.Add(Rule, Category.ExternalContent, Severity.Error,
            $"工作簿里有 {count} 个公式引用了别的文件（例如这里的 ={Shortened(first.Formula)}），换一台电脑就取不到数，多半是把表复制到了新文件。请把填写的数抄到下发的工作簿里再报送；或者在“数据→编辑链接”里把源改为本工作簿。",
            log.Places[first.Address], "=" + Shortened(first.Formula), null, [.. log.Externals.Skip(1).Select(other => log.Places[other.Address])]);
    }

    private static string Taken(ExternalFormula external) => external.Saved is { } saved ? $"暂按文件里保存的结果“{saved}”计，没有核实。" : "";

    private static string Shortened(string formula) => formula.Length <= 60 ? formula : formula[..57] + "…";
}
