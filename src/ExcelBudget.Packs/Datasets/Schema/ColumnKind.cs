namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>What the values of a dataset column are, and so how they are read.</summary>
public enum ColumnKind
{
    /// <summary>文本。Any text; trimmed, line breaks kept.</summary>
    Text,

    /// <summary>编码。Digits and letters kept as text, leading zeros too.</summary>
    Code,

    /// <summary>支出功能分类科目编码。3, 5 or 7 digits.</summary>
    FunctionCode,

    /// <summary>部门预算支出经济分类科目编码。3 or 5 digits.</summary>
    EconomicCode,

    /// <summary>单位编码。A unit that units.csv lists.</summary>
    UnitReference,

    /// <summary>年度。2000 to 2100.</summary>
    Year,

    /// <summary>日期。Becomes yyyy-MM-dd.</summary>
    Date,

    /// <summary>金额。Yuan.</summary>
    Amount,

    /// <summary>数量。A plain number.</summary>
    Number,

    /// <summary>One of a closed list.</summary>
    Choice,

    /// <summary>机构设置。Rows within one cell, see <see cref="MemberRow"/>.</summary>
    Members,
}

/// <summary>Whether a column, and a value in it, must be there.</summary>
public enum ColumnNeed
{
    /// <summary>The column must exist and every row must fill it.</summary>
    Required,

    /// <summary>The column must exist; a row may leave it blank.</summary>
    BlankAllowed,

    /// <summary>The column may be absent.</summary>
    Optional,
}
