namespace ExcelBudget.Domain.Money;

/// <summary>零的显示方式。What a form prints where an amount is zero.</summary>
public enum ZeroPrint
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>0.00: as many decimals as other amounts.</summary>
    WithDecimals,

    /// <summary>A single 0.</summary>
    Digit,

    /// <summary>—</summary>
    Dash,
}
