namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>What a figure and the figure that would satisfy the ties have to do with each other; the more telling, the higher.</summary>
internal enum Likeness
{
    /// <summary>The other figure would be negative: hardly what was meant.</summary>
    Absurd,

    /// <summary>The cell is blank: something may have been left out.</summary>
    Blank,

    Plain,

    /// <summary>重复列示。The gap is the whole figure: it may have been listed twice, or in the wrong row.</summary>
    Whole,

    /// <summary>数字颠倒。Two neighbouring digits exchanged.</summary>
    Transposed,

    /// <summary>多填了负号。</summary>
    Sign,

    /// <summary>小数点错位、单位填错。Ten to ten thousand times too much or too little.</summary>
    Scaled,

    /// <summary>公式被改写。A value typed over a formula, which the formula's own result would set right.</summary>
    Overwritten,
}
