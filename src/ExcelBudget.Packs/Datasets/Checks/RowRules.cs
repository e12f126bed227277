using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>What the cells of one row demand of each other.</summary>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="counts">False for a column of a table that no form draws on: nothing is demanded of it.</param>
internal sealed class RowRules(FaultLog faults, Func<string, string, bool> counts)
{
    private readonly bool _needsFunction = counts(MoneyTables.Expenditure.Name, FunctionCode);
    private readonly bool _needsEconomic = counts(MoneyTables.Expenditure.Name, EconomicCode);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Reports a row whose cells do not go together.</summary>
    public void Check(TableReading table, RowDraft row)
    {
        if (table.Schema.Name == MoneyTables.Expenditure.Name)
        {
            if (_needsFunction) Demand(table, row, FunctionCode, category => category != ClosedLists.YearEndBalance, "2013101");
            if (_needsEconomic) Demand(table, row, EconomicCode, ClosedLists.Basic.Contains, "30101");
        }

        if (table.Schema.Name == MoneyTables.Revenue.Name) CheckFund(table, row);
    }

    /// <summary>A code that some categories need. A column that is missing altogether is one fault, not one for every row.</summary>
    private void Demand(TableReading table, RowDraft row, string column, Func<string, bool> needs, string example)
    {
        if (!row.Has(Category) || !needs(row[Category]) || !row.IsBlank(column)) return;
        var title = table.Schema.Find(column)!.Title;
        var text = $"支出类别是“{row[Category]}”时必须填写{title}，如 {example}。";
        if (table.Header.Has(column)) table.Fail(row, column, null, $"没有填写。{text}", faults);
        else if (_reported.Add(column)) table.Fail(row, column, null, $"这张表没有这一列，需要它的行都没有采用。{text}", faults);
        row.Sound = false;
    }

    private void CheckFund(TableReading table, RowDraft row)
    {
        if (!row.Has(Source, Fund)) return;
        var (source, fund) = (row[Source], row[Fund]);
        if (source == ClosedLists.CarryOver || fund == ClosedLists.FundOf(source)) return;
        table.Fail(row, Fund, fund, $"与收入来源“{source}”矛盾。只有{ClosedLists.CarryOver}需要填写资金性质，其他来源请留空。", faults);
    }
}
