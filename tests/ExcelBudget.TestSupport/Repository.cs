namespace ExcelBudget.TestSupport;

/// <summary>Where the repository's own data lies while tests run.</summary>
public static class Repository
{
    /// <summary>The repository's root: the folder above the test binaries that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of all packs.</summary>
    public static string Packs { get; } = PathOf("templates");

    /// <summary>A path below the root; parts may hold «/».</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ExcelBudget.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("ExcelBudget.sln not found above the test binaries");
    }
}
