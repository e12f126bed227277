using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Catalogue;

/// <summary>The catalogue as lines for a terminal: level, id, an example of what is said.</summary>
internal static class FindingsTable
{
    public static IEnumerable<string> Lines()
    {
        var width = FindingCatalogue.All.Max(kind => kind.Id.Length);
        foreach (var (title, kinds) in FindingCatalogue.Parts)
        {
            yield return title;
            foreach (var kind in kinds) yield return $"  {kind.Severity.Title()}  {kind.Id.PadRight(width)}  {kind.ExampleMessage()}";
        }

        foreach (var (title, reasons) in FindingCatalogue.Refusals)
        {
            yield return $"无法读取的原因：{title}";
            foreach (var reason in reasons) yield return $"        {reason.Code.PadRight(width)}  {reason.Sentence}";
        }
    }
}
