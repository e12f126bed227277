namespace ExcelBudget.Worker.Access;

/// <summary>权限。What the holder of a token may see and do.</summary>
internal enum AccessRole
{
    /// <summary>只看进度。The status of the county and nothing else.</summary>
    Reader,

    /// <summary>部门。Its own units, and nothing of others.</summary>
    Department,

    /// <summary>经办人。Everything.</summary>
    Clerk,
}

/// <summary>Codes and words of the roles.</summary>
internal static class AccessRoles
{
    /// <summary>All of them, by the code of the command line and the ledger.</summary>
    public static readonly IReadOnlyDictionary<string, AccessRole> ByCode = new Dictionary<string, AccessRole>(StringComparer.Ordinal)
    {
        ["clerk"] = AccessRole.Clerk,
        ["department"] = AccessRole.Department,
        ["reader"] = AccessRole.Reader,
    };

    /// <summary>The code, which never changes.</summary>
    public static string Code(this AccessRole role) => ByCode.First(pair => pair.Value == role).Key;

    /// <summary>The word people read.</summary>
    public static string Title(this AccessRole role) => role switch
    {
        AccessRole.Clerk => "经办人",
        AccessRole.Department => "部门",
        _ => "只看进度",
    };
}
