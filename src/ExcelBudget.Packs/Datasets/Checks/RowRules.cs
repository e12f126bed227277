using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>What the cells of one row demand of each other.</summary>
internal static class RowRules
{
    /// <summary>Reports every row of the table whose cells do not go together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="counts">False for a column of the table that no form draws on: nothing is demanded of it.</param>
    public static void Check(TableReading table, FaultLog faults, Func<string, bool> counts)
    {
        if (table.Schema.Name == MoneyTables.Expenditure.Name)
        {
            if (counts(FunctionCode)) Demand(table, FunctionCode, category => category != ClosedLists.YearEndBalance, "2013101", faults);
            if (counts(EconomicCode)) Demand(table, EconomicCode, ClosedLists.Basic.Contains, "30101", faults);
        }

        if (table.Schema.Name == MoneyTables.Revenue.Name) CheckFunds(table, faults);
    }

    /// <summary>A code that some categories need. A column that is missing altogether is one fault, not one for every row.</summary>
    private static void Demand(TableReading table, string column, Func<string, bool> needs, string example, FaultLog faults)
    {
        var title = table.Schema.Find(column)!.Title;
        var reported = false;
        foreach (var row in table.Rows.Where(row => row.Has(Category) && needs(row[Category]) && row.IsBlank(column)))
        {
            var text = $"支出类别是“{row[Category]}”时必须填写{title}，如 {example}。";
            if (table.Header.Has(column)) table.Fail(row, column, null, $"没有填写。{text}", faults);
            else if (!reported) table.Fail(row, column, null, $"这张表没有这一列，需要它的行都没有采用。{text}", faults);
            reported = true;
            row.Sound = false;
        }
    }

    private static void CheckFunds(TableReading table, FaultLog faults)
    {
        foreach (var row in table.Rows.Where(row => row.Has(Source, Fund)))
        {
            var (source, fund) = (row[Source], row[Fund]);
            if (source == ClosedLists.CarryOver || fund == ClosedLists.FundOf(source)) continue;
            table.Fail(row, Fund, fund, $"与收入来源“{source}”矛盾。只有{ClosedLists.CarryOver}需要填写资金性质，其他来源请留空。", faults);
        }
    }
}
