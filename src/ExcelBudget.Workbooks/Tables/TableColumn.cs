namespace ExcelBudget.Workbooks.Tables;

/// <summary>What the cells of a column hold, and so how they are shown and what may be typed.</summary>
public enum TableColumnKind
{
    /// <summary>Text, aligned left and wrapped.</summary>
    Text,

    /// <summary>A code or short word: text format, so that Excel keeps leading zeros; centred.</summary>
    Code,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A figure, as it is typed.</summary>
    Figure,

    /// <summary>A day, shown as 2026-01-31.</summary>
    Day,
}

/// <summary>A column of a list.</summary>
/// <param name="Header">Heading.</param>
/// <param name="Width">Width in characters; a Chinese character counts two.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record TableColumn(string Header, double Width, TableColumnKind Kind = TableColumnKind.Text)
{
    /// <summary>Words offered in a dropdown; empty for none.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Area whose cells are offered in a dropdown, as <c>部门!$A$2:$A$500</c>; null for none.</summary>
    public string? ChoicesFrom { get; init; }

    /// <summary>True when other words than the dropdown's may be typed.</summary>
    public bool IsChoiceFree { get; init; }

    /// <summary>What to fill in, shown when the cell is chosen; null for nothing.</summary>
    public string? Prompt { get; init; }

    /// <summary>True when every row must fill it: the heading is marked.</summary>
    public bool IsRequired { get; init; }
}
