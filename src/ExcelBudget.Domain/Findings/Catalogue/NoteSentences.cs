namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>核对情况说明时的说法。What is said of a spot of a note beside the words of the pack's rule.</summary>
public static class NoteSentences
{
    /// <summary>The figure is that of another item.</summary>
    public static readonly FindingSentence OtherItem = new("OTHER-ITEM", "{said}是“{item}”的金额，请看是不是写串了。",
        [("said", "237.06万元"), ("item", "财政拨款收入")]);

    /// <summary>A row of a table that the workbook lacks.</summary>
    public static readonly FindingSentence RowUnknown = new("ROW-UNKNOWN", "工作簿的这张表里没有这一行", []);

    /// <summary>A row of the workbook that the note's table lacks.</summary>
    public static readonly FindingSentence RowMissing = new("ROW-MISSING", "工作簿中{cell}有金额，说明的表里没有这一行",
        [("cell", "“支出总表”的“图书馆”行“项目支出”栏")]);

    /// <summary>Words for a cell without any.</summary>
    public static readonly FindingSentence Blank = new("BLANK", "空白", []);

    /// <summary>Where a figure comes from that has no cell of its own.</summary>
    public static readonly FindingSentence Workbook = new("WORKBOOK", "工作簿里的数", []);

    /// <summary>Where the unit and the year come from.</summary>
    public static readonly FindingSentence Identity = new("IDENTITY", "工作簿的单位和年度", []);
}
