namespace ExcelBudget.Worker.County.Issuing;

/// <summary>What became of one unit in a run.</summary>
internal enum IssueOutcome
{
    /// <summary>已下发。Its workbook was issued in this run.</summary>
    Issued,

    /// <summary>以前已下发。It had been issued before, and was left alone.</summary>
    Earlier,

    /// <summary>未下发。Something is wrong with its data, its pack or the disk.</summary>
    Failed,

    /// <summary>未处理。The run was stopped before its turn.</summary>
    NotReached,
}

/// <summary>One unit in a run.</summary>
/// <param name="Department">部门编码。</param>
/// <param name="DepartmentName">部门名称。</param>
/// <param name="Unit">单位编码。</param>
/// <param name="UnitName">单位名称。</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record IssuedLine(string Department, string DepartmentName, string Unit, string UnitName, IssueOutcome Outcome)
{
    /// <summary>Why it failed, or what to look at; empty when there is nothing to say.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Where its workbook stands, relative to the root; empty when there is none.</summary>
    public string Path { get; init; } = "";

    /// <summary>Errors of the data itself, before anybody has typed anything.</summary>
    public int Errors { get; init; }

    /// <summary>The word for the outcome.</summary>
    public string Word => Outcome switch
    {
        IssueOutcome.Issued => "已下发",
        IssueOutcome.Earlier => "以前已下发",
        IssueOutcome.Failed => "未下发",
        _ => "未处理",
    };
}
