namespace ExcelBudget.Worker.County.Status;

/// <summary>Which units the clerk asks for. What is not given does not count.</summary>
internal sealed record StatusQuery
{
    /// <summary>环节; empty for all.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>部门编码 or name; empty for all.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>单位编码; empty for all.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>States by their Chinese word; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>True for late ones only.</summary>
    public bool OnlyLate { get; init; }

    /// <summary>True when a status is asked for.</summary>
    public bool Matches(UnitStatus status) =>
        (Steps.Count == 0 || Steps.Contains(status.Step.Name))
        && (Departments.Count == 0 || Departments.Contains(status.Department.Code) || Departments.Contains(status.Department.Name))
        && (Units.Count == 0 || Units.Contains(status.Unit.Code)) && (States.Count == 0 || States.Contains(status.State.Title()))
        && (!OnlyLate || status.DaysLate > 0);
}
