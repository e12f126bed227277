namespace ExcelBudget.Worker.County.Records;

/// <summary>下发记录。One workbook that was issued to a unit.</summary>
internal sealed record IssuedWorkbook
{
    /// <summary>表样包。</summary>
    public string Pack { get; init; } = "";

    /// <summary>单位编码。</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>单位名称 at that time.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>部门编码 at that time.</summary>
    public string Department { get; init; } = "";

    /// <summary>预算年度。</summary>
    public int Year { get; init; }

    /// <summary>环节。</summary>
    public string Step { get; init; } = "";

    /// <summary>编号 of the workbook.</summary>
    public string WorkbookId { get; init; } = "";

    /// <summary>编号 of the workbook of the same unit, year and step it was issued after; empty for the first.</summary>
    public string After { get; init; } = "";

    /// <summary>Where it was put, relative to the root, with «/».</summary>
    public string Path { get; init; } = "";

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
