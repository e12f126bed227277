namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>What the county file says of a unit that hands in.</summary>
/// <param name="UnitName">单位名称 as the county file has it.</param>
/// <param name="Department">部门名称。</param>
/// <param name="Folder">Name of the department's folder below inbox and the results.</param>
/// <param name="Pack">Id of the pack the unit works with; empty when the file does not say.</param>
internal sealed record RegisteredUnit(string UnitName, string Department, string Folder, string Pack);

/// <summary>A step of the year as it applies to one unit.</summary>
/// <param name="Name">环节。</param>
/// <param name="Opens">Its first day.</param>
/// <param name="Due">Its last day.</param>
internal sealed record RegisteredStep(string Name, DateOnly Opens, DateOnly Due);

/// <summary>县级名册 as far as the drop folder needs it. Read anew when the file changes.</summary>
internal interface IHandInRegister
{
    /// <summary>True when the county has a county file for that year that can be read; without one nothing is held against it.</summary>
    bool Covers(int year);

    /// <summary>The unit of a code; null when the file does not know it.</summary>
    RegisteredUnit? Unit(string code);

    /// <summary>单位编码 of the unit that a workbook was issued to; null when the county did not issue it.</summary>
    /// <param name="workbookId">编号 of the workbook.</param>
    string? IssuedTo(string workbookId);

    /// <summary>The steps of the year for a unit, in the order of the year.</summary>
    IReadOnlyList<RegisteredStep> Steps(string unitCode);
}

/// <summary>A county that works without a county file.</summary>
internal sealed class NoRegister : IHandInRegister
{
    /// <inheritdoc />
    public bool Covers(int year) => false;

    /// <inheritdoc />
    public RegisteredUnit? Unit(string code) => null;

    /// <inheritdoc />
    public string? IssuedTo(string workbookId) => null;

    /// <inheritdoc />
    public IReadOnlyList<RegisteredStep> Steps(string unitCode) => [];
}
