namespace ExcelBudget.OfficePackages.Parts;

/// <summary>A link from one part to another.</summary>
/// <param name="Id">Id used in the source part.</param>
/// <param name="Type">Its full type.</param>
/// <param name="Target">Name of the target part; for an external target, its address.</param>
/// <param name="IsExternal">The target lies outside the file.</param>
public sealed record Relationship(string Id, string Type, string Target, bool IsExternal = false)
{
    /// <summary>Last word of the type, the same in both namespaces: worksheet, sharedStrings…</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];

    /// <summary>The target as the file writes it, where it was read from one.</summary>
    internal string? Written { get; init; }
}
