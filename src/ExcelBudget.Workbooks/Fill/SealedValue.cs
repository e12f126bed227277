using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>A value as a seal holds it and as messages show it: figures in the form's unit, text as it is.</summary>
internal static class SealedValue
{
    /// <summary>The value as text; empty for a blank cell.</summary>
    public static string Of(FormDefinition form, CellValue? value) => Figure(form, value) is { } figure ? Figures.Plain(figure) : value?.AsText() ?? "";

    /// <summary>The figure in the form's unit; null for text and blank cells.</summary>
    public static decimal? Figure(FormDefinition form, CellValue? value) => value switch
    {
        CellValue.Amount amount => amount.Yuan / form.Money.InYuan(),
        CellValue.Number number => number.Value,
        _ => null,
    };

    /// <summary>The value as a cell of the hidden sheet holds it: figures as numbers, which the 校验 sheet compares with.</summary>
    public static CellContent Content(FormDefinition form, CellValue? value) =>
        Figure(form, value) is { } figure ? new CellContent.Number(figure)
        : value?.AsText() is { Length: > 0 } text ? new CellContent.Text(text)
        : new CellContent.Blank();
}
