namespace ExcelBudget.Domain.Money;

/// <summary>量纲。What a figure counts. Figures that count different things cannot be added or compared.</summary>
public enum Dimension
{
    /// <summary>A plain number: things counted, a rate in percent, a factor.</summary>
    Plain,

    /// <summary>金额。Always yuan, whatever unit a form prints.</summary>
    Money,
}
