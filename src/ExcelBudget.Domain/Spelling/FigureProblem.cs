namespace ExcelBudget.Domain.Spelling;

/// <summary>Why a text is no figure.</summary>
public enum FigureProblem
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Words, another unit, a formula, or several figures.</summary>
    NotAFigure,

    /// <summary>约12, 10-15, 12左右, 12余万: no single figure.</summary>
    Vague,

    /// <summary>18,0 or 1,2345: a separator that does not stand between thousands; a slip for a decimal point as likely as not.</summary>
    Grouping,

    /// <summary>1.23E+11: digits were lost when the file was written.</summary>
    DigitsLost,

    /// <summary>Beyond anything a budget holds.</summary>
    TooLarge,

    /// <summary>A day.</summary>
    Day,

    /// <summary>#REF! and its kin.</summary>
    ErrorValue,
}

/// <summary>The problems in Chinese.</summary>
public static class FigureProblems
{
    /// <summary>A clause that follows the quoted text: «“18,0”的分隔符位置不对，不能确定是多少»; empty for <see cref="FigureProblem.None"/>.</summary>
    public static string Clause(this FigureProblem problem) => problem switch
    {
        FigureProblem.None => "",
        FigureProblem.Vague => "不是一个确定的数",
        FigureProblem.Grouping => "的分隔符位置不对，不能确定是多少",
        FigureProblem.DigitsLost => "是科学计数法，位数可能已经丢失",
        FigureProblem.TooLarge => "数额过大，不可能是预算金额",
        FigureProblem.Day => "是日期",
        FigureProblem.ErrorValue => "是公式错误值",
        _ => "不是数字",
    };
}
