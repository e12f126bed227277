using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Engine;

/// <summary>A workbook in which no published form has any amount: handed in by mistake before it was filled in (catalogue IN-39).</summary>
internal static class EmptyBudget
{
    /// <summary>The one finding; none where anything was filled in or could not be read.</summary>
    public static IEnumerable<Finding> Find(ReadWorkbook read)
    {
        var published = read.Budget.Forms.Where(form => read.RuleBook.Pack[form.Form].Published).ToArray();
        var hasMoney = published.Any(form => form.Rows.Any(row => row.Cells.Values.Any(value => value is CellValue.Amount)));
        if (hasMoney || published.Length == 0 || read.Unreadable.Count > 0) yield break;
        yield return new Finding
        {
            Rule = "BUDGET-EMPTY",
            Category = "empty_table_undeclared",
            Severity = Severity.Error,
            Message = "工作簿里没有填任何金额。请核对是不是误交了没有填写的工作簿，填好后重新报送。",
            Place = new Place(Address: new CellAddress(published[0].Form, default, default)),
            Basis = "部门预算公开表样",
        };
    }
}
