using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Register;

namespace ExcelBudget.Worker.Http;

/// <summary>Who asks.</summary>
/// <param name="Role">What he may do.</param>
/// <param name="Department">部门编码 of a department; empty for others.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Token">Number of the token; 0 at the machine itself.</param>
internal sealed record Visitor(AccessRole Role, string Department, string Name, long Token)
{
    private static readonly object Key = new();

    /// <summary>Whoever sits at the machine the worker runs on, while it is open to nobody else.</summary>
    public static readonly Visitor Local = new(AccessRole.Clerk, "", "本机", 0);

    public bool IsClerk => Role == AccessRole.Clerk;

    /// <summary>True for a unit whose workbooks and findings he may see.</summary>
    public bool Sees(CountyRegister? county, string unit) => IsClerk || SeesDepartment(county?.Unit(unit)?.Department);

    /// <summary>True for a department whose workbooks and findings he may see.</summary>
    public bool SeesDepartment(string? department) =>
        IsClerk || (Role == AccessRole.Department && department is not null && department == Department);

    /// <summary>Who sent a request; null when nobody was made out.</summary>
    public static Visitor? Of(HttpContext context) => context.Items.TryGetValue(Key, out var known) ? (Visitor?)known : null;

    /// <summary>Notes who sent a request.</summary>
    public void Sent(HttpContext context) => context.Items[Key] = this;
}
