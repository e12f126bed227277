namespace ExcelBudget.Domain.Indicators;

/// <summary>计算符号。How a target bounds what is measured.</summary>
public enum TargetOperator
{
    /// <summary>No target is given.</summary>
    None,

    /// <summary>≥</summary>
    AtLeast,

    /// <summary>≤</summary>
    AtMost,

    /// <summary>&gt;</summary>
    MoreThan,

    /// <summary>&lt;</summary>
    LessThan,

    /// <summary>=, also for a bare value, rate, price, date or expression.</summary>
    Equal,

    /// <summary>定性。A qualitative result, or a statement without a number.</summary>
    Qualitative,
}
