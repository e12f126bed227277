namespace ExcelBudget.Domain.Forms;

/// <summary>What kind of thing the cells of a column hold.</summary>
public enum CellKind
{
    /// <summary>Printed text of the form itself; never entered.</summary>
    Label,

    /// <summary>Text in the accountant's words.</summary>
    Text,

    /// <summary>科目编码。A classification code of the column's code list.</summary>
    Code,

    /// <summary>科目名称。The name that belongs to the code of the same row; stored only where it differs from the code list.</summary>
    CodeName,

    /// <summary>金额。Money: yuan inside, the form's unit on paper.</summary>
    Amount,

    /// <summary>数量。A plain number.</summary>
    Number,

    /// <summary>增减率。A rate in percent, computed only.</summary>
    Percent,
}
