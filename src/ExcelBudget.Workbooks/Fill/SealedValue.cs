using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>A value as a seal holds it and as messages show it: figures in the form's unit, text as it is.</summary>
internal static class SealedValue
{
    /// <summary>Stands between a figure and half of the interval it is known to.</summary>
    public const char IntervalMark = '±';

    /// <summary>The value as text; empty for a blank cell.</summary>
    public static string Of(FormDefinition form, CellValue? value) =>
        Figure(form, value) is { } figure ? Figures.Plain(figure) : value?.AsText() ?? "";

    /// <summary>The figure in the form's unit; null for text and blank cells.</summary>
    public static decimal? Figure(FormDefinition form, CellValue? value) => value switch
    {
        CellValue.Amount amount => form.Amounts.Number(amount.Yuan),
        CellValue.Number number => number.Value,
        _ => null,
    };

    /// <summary>The figure where it is known exactly; null for one that stands for an interval, for text and blank cells.</summary>
    public static decimal? Exact(FormDefinition form, CellValue? value) =>
        value is CellValue.Amount { HalfWidth: > 0m } ? null : Figure(form, value);

    /// <summary>
    /// The value as a cell of the hidden sheet holds it: exact figures as numbers, which the 校验 sheet compares with, others with half of
    /// their interval as text: «2.18±0.005».
    /// </summary>
    public static CellContent Content(FormDefinition form, CellValue? value) =>
        Exact(form, value) is { } exact ? new CellContent.Number(exact)
        : value is CellValue.Amount amount
            ? new CellContent.Text(Of(form, value) + IntervalMark + Figures.Plain(form.Amounts.Number(amount.HalfWidth)))
        : value?.AsText() is { Length: > 0 } text ? new CellContent.Text(text)
        : CellContent.Empty;
}
