using ExcelBudget.Domain.Datasets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>
/// 上年结转的资金性质。Carried-over money without a fund is taken for the unit's only fund of that year, with a warning, when all its
/// other income of the year is of one fund. Otherwise it could be any of them, and guessing would put it on the wrong form: an error.
/// </summary>
internal static class CarryOverFund
{
    /// <summary>Fills in or reports each carry-over without fund.</summary>
    public static void Check(TableSet tables, FaultLog faults)
    {
        var revenue = tables[MoneyTables.Revenue];
        var rows = revenue.Rows.Where(row => row.Has(Year, UnitCode, Source)).ToLookup(Owner);
        foreach (var row in revenue.Rows.Where(row => row[Source] == ClosedLists.CarryOver && row.IsBlank(Fund)))
        {
            var funds = rows[Owner(row)].Where(other => other[Source] != ClosedLists.CarryOver)
                .Select(other => ClosedLists.FundOf(other[Source])).Distinct().Take(2).ToList();
            if (funds is [var only]) Assume(revenue, row, only, faults);
            else revenue.Fail(row, Fund, null, $"没有填写。{ClosedLists.CarryOver}要写明资金性质，请从下列词中选填："
                + $"{string.Join("、", ClosedLists.Funds.Values)}。", faults);
        }
    }

    private static void Assume(TableReading revenue, RowDraft row, string fund, FaultLog faults)
    {
        row.Set(Fund, FieldValue.Of(fund));
        revenue.Warn(row, Fund, null, $"没有填写，已按该单位当年唯一的资金性质“{fund}”处理。请补填{ClosedLists.CarryOver}的资金性质。", faults);
    }

    private static (string Year, string Unit) Owner(RowDraft row) => (row[Year], row[UnitCode]);
}
