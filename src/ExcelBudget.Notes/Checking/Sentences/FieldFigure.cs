using ExcelBudget.Domain.Money;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>A figure a sentence may mean, as its form prints it.</summary>
/// <param name="Figure">The figure; money in yuan.</param>
/// <param name="Amounts">How its form prints money.</param>
/// <param name="Expression">What it is.</param>
internal sealed record FieldFigure(Measure Figure, AmountFormat Amounts, Expression Expression)
{
    /// <summary>The figure in the form's unit, unrounded.</summary>
    public decimal Value => Figure.Dimension == Dimension.Money ? Amounts.Number(Figure.Value) : Figure.Value;

    /// <summary>The figure as its cell shows it, in the form's unit.</summary>
    public decimal Rounded => SentenceAmounts.Rounded(Figure, Amounts);

    /// <summary>How many yuan the form's unit is.</summary>
    public decimal Unit => Amounts.Unit.InYuan();

    /// <summary>The figure in words; without its sign where a word beside it tells the direction.</summary>
    public string Told(bool isSigned) =>
        SentenceAmounts.Words(isSigned ? Figure : Figure with { Value = Math.Abs(Figure.Value) }, Amounts with { HasSeparators = false });
}
