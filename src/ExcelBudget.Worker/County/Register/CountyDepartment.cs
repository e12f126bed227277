using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.County.Register;

/// <summary>部门。A department of the county: it hands in for its units.</summary>
/// <param name="Code">部门编码。</param>
/// <param name="Name">部门名称。</param>
internal sealed record CountyDepartment(string Code, string Name)
{
    /// <summary>联系人; empty when not known.</summary>
    public string Contact { get; init; } = "";

    /// <summary>联系电话; empty when not known.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Name of the department's own folder below inbox, issued and the others: code and name.</summary>
    public string Folder => SafeName.Of($"{Code} {Name}");
}
