namespace ExcelBudget.Domain.Forms;

/// <summary>How a code-tree row shows which code it is.</summary>
public enum CodePrint
{
    /// <summary>The code stands in one column.</summary>
    Cell,

    /// <summary>Its levels stand in several columns: 208 | 05 | 05.</summary>
    Split,

    /// <summary>Code and name stand in one cell: [2010301]行政运行.</summary>
    Joined,

    /// <summary>Only the name is printed, with or without an ordinal: 一、教育支出.</summary>
    Name,
}
