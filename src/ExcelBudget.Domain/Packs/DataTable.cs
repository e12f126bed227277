namespace ExcelBudget.Domain.Packs;

/// <summary>自定数据表。A table of the dataset that a pack declares, or columns that it adds to a table there is.</summary>
/// <param name="Name">Name of the file or sheet: executed.</param>
/// <param name="Title">Chinese title for messages.</param>
/// <param name="Meaning">One line in Chinese: what one row is.</param>
/// <param name="Columns">Its columns besides year and unit_code; of a table there is, those added or narrowed.</param>
public sealed record DataTable(string Name, string Title, string Meaning, IReadOnlyList<DataColumn> Columns)
{
    /// <summary>The line of pack.yaml that declares it, for messages.</summary>
    public int Line { get; init; }
}

/// <summary>自定数据列。</summary>
/// <param name="Name">Name: amount_yuan.</param>
/// <param name="Title">Chinese title, also accepted as header.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Need">Whether it must be there.</param>
public sealed record DataColumn(string Name, string Title, DataKind Kind, DataNeed Need)
{
    /// <summary>Headings, beside the name, under which the column is found in a file.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The words allowed; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>What the values of a declared column are.</summary>
public enum DataKind
{
    /// <summary>文字。</summary>
    Text,

    /// <summary>编码，按文字保存。</summary>
    Code,

    /// <summary>支出功能分类科目编码。</summary>
    FunctionCode,

    /// <summary>支出经济分类科目编码。</summary>
    EconomicCode,

    /// <summary>金额，元。</summary>
    Amount,

    /// <summary>数量。</summary>
    Number,

    /// <summary>One of a closed list.</summary>
    Choice,
}

/// <summary>Whether a declared column must be there.</summary>
public enum DataNeed
{
    /// <summary>The column must be there and filled on every line.</summary>
    Required,

    /// <summary>The column; a row may leave it blank.</summary>
    BlankAllowed,

    /// <summary>The column may be left out, and any line may leave it blank.</summary>
    Optional,
}
