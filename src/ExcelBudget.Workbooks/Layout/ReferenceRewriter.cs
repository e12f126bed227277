using System.Globalization;
using System.Text;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Layout;

/// <summary>Rewrites the row numbers of references in formulas, names and ranges after rows were repeated.</summary>
/// <param name="maps">Row maps by sheet name; a sheet without one keeps its rows.</param>
internal sealed class ReferenceRewriter(IReadOnlyDictionary<string, RowMap> maps)
{
    /// <summary>A formula as it must read in the laid-out workbook.</summary>
    /// <param name="formula">Formula of the template.</param>
    /// <param name="sheet">The sheet it stands on.</param>
    public string Rewrite(string formula, string sheet) => Rewrite(new ReferenceText(formula), sheet);

    /// <summary>A formula as it must read in the laid-out workbook.</summary>
    /// <param name="formula">Formula of the template, taken apart.</param>
    /// <param name="sheet">The sheet it stands on.</param>
    public string Rewrite(ReferenceText formula, string sheet)
    {
        if (formula.References.Count == 0) return formula.Rest;
        var text = new StringBuilder();
        foreach (var (before, span) in formula.References)
        {
            text.Append(before);
            if (maps.GetValueOrDefault(span.Sheet ?? sheet) is not { } map)
            {
                text.Append(span.Text);
                continue;
            }

            text.Append(span.Begin).Append(CultureInfo.InvariantCulture, $"{map.First(span.First)}");
            if (span.Between is { } between) text.Append(between).Append(CultureInfo.InvariantCulture, $"{map.Last(span.Last)}");
        }

        return text.Append(formula.Rest).ToString();
    }
}
