using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Findings;

/// <summary>
/// A value a finding speaks of. It travels as what it is and is printed at the edge: a report need not guess from its signs whether a
/// text is money. <see cref="ToString"/> is the value as programs read it (a point, no unit), <see cref="Words"/> as sentences say it.
/// </summary>
public abstract record FindingValue
{
    private FindingValue()
    {
    }

    /// <summary>The value as a sentence says it, with its unit.</summary>
    public virtual string Words => ToString();

    /// <summary>A text is a value as it stands; null stays null.</summary>
    public static implicit operator FindingValue?(string? words) => words is null ? null : new Text(words);

    /// <summary>An amount of money as a form tells it: in the form's unit, with its decimals.</summary>
    /// <param name="format">How the form prints.</param>
    /// <param name="yuan">The amount in yuan.</param>
    public static FindingValue Of(AmountFormat format, decimal yuan)
    {
        ArgumentNullException.ThrowIfNull(format);
        return new Amount(format.Rounded(yuan), format.Decimals, format.Unit.Title());
    }

    /// <summary>A figure as a form tells it: money in the form's unit with its decimals, a plain figure with two.</summary>
    /// <param name="form">The form.</param>
    /// <param name="figure">The figure; money in yuan.</param>
    public static FindingValue Of(FormDefinition form, Measure figure)
    {
        ArgumentNullException.ThrowIfNull(form);
        return figure.Dimension == Dimension.Money ? Of(form.Amounts, figure.Value) : new Amount(figure.Value);
    }

    /// <summary>A number as it stands in a cell of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="number">The number, in the form's unit.</param>
    public static FindingValue Of(FormDefinition form, FormColumn column, decimal number)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind == CellKind.Amount ? new Amount(number, form.Amounts.Decimals, form.Amounts.Unit.Title()) : new Amount(number);
    }

    /// <summary>The value as programs read it.</summary>
    public abstract override string ToString();

    /// <summary>金额或数。A figure told with a fixed number of decimals.</summary>
    /// <param name="Number">The figure in <paramref name="Unit"/>, rounded or not; never yuan unless the unit is 元.</param>
    /// <param name="Decimals">Decimals to tell it with, 0 to 28.</param>
    /// <param name="Unit">计量单位, as 万元; empty for a figure without one.</param>
    public sealed record Amount(decimal Number, int Decimals = 2, string Unit = "") : FindingValue
    {
        /// <inheritdoc />
        public override string Words => Unit.Length == 0 ? ToString() : $"{this} {Unit}";

        /// <inheritdoc />
        public override string ToString() => Figures.Shown(Number, Decimals);
    }

    /// <summary>个数。A number of things, or a number as it is, told in full.</summary>
    /// <param name="Number">The number.</param>
    public sealed record Count(decimal Number) : FindingValue
    {
        /// <inheritdoc />
        public override string ToString() => Figures.Plain(Number);
    }

    /// <summary>文字。Words as they stand in a cell, a heading or a note.</summary>
    /// <param name="Written">The words; may be empty where a cell was cleared.</param>
    public sealed record Text(string Written) : FindingValue
    {
        /// <inheritdoc />
        public override string ToString() => Written;
    }
}
