namespace ExcelBudget.Worker.County.Register;

/// <summary>单位。A budget unit of the county: one workbook in each step.</summary>
/// <param name="Code">单位编码, as in the dataset.</param>
/// <param name="Name">单位名称。</param>
/// <param name="Department">部门编码 of the department it belongs to.</param>
/// <param name="Pack">Id of its 表样包.</param>
internal sealed record CountyUnit(string Code, string Name, string Department, string Pack)
{
    /// <summary>级次: 一级, 二级 or 三级; empty when not known.</summary>
    public string Level { get; init; } = "";

    /// <summary>单位性质; empty when not known.</summary>
    public string Nature { get; init; } = "";

    /// <summary>联系人 of the unit; empty when the department's counts.</summary>
    public string Contact { get; init; } = "";

    /// <summary>联系电话 of the unit; empty when the department's counts.</summary>
    public string Phone { get; init; } = "";
}
