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
/// <param name="faults">Where to report.</param>
internal sealed class CarryOverFund(FaultLog faults)
{
    private readonly Dictionary<(string Year, string Unit), HashSet<string>> _funds = [];
    private readonly List<RowDraft> _waiting = [];

    /// <summary>Takes a row of revenue in; true for a carry-over without fund, which waits for the other rows of its unit.</summary>
    public bool Holds(RowDraft row)
    {
        if (row[Source] == ClosedLists.CarryOver)
        {
            if (row.IsBlank(Fund)) _waiting.Add(row);
            return row.IsBlank(Fund);
        }

        if (!row.Has(Year, UnitCode, Source)) return false;
        if (!_funds.TryGetValue(Owner(row), out var funds)) _funds[Owner(row)] = funds = new(StringComparer.Ordinal);
        funds.Add(ClosedLists.FundOf(row[Source]));
        return false;
    }

    /// <summary>The rows that waited, each with its fund filled in or reported.</summary>
    public IReadOnlyList<RowDraft> Released(TableReading revenue)
    {
        foreach (var row in _waiting)
        {
            if (_funds.GetValueOrDefault(Owner(row)) is { Count: 1 } funds) Assume(revenue, row, funds.Single());
            else revenue.Fail(row, Fund, null, $"没有填写。{ClosedLists.CarryOver}要写明资金性质，请从下列词中选填："
                + $"{string.Join("、", ClosedLists.Funds.Values)}。", faults);
        }

        return _waiting;
    }

    private void Assume(TableReading revenue, RowDraft row, string fund)
    {
        row.Set(Fund, FieldValue.Of(fund));
        revenue.Warn(row, Fund, null, $"没有填写，已按该单位当年唯一的资金性质“{fund}”处理。请补填{ClosedLists.CarryOver}的资金性质。", faults);
    }

    private static (string Year, string Unit) Owner(RowDraft row) => (row[Year], row[UnitCode]);
}
