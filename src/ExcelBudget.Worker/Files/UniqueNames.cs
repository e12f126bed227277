namespace ExcelBudget.Worker.Files;

/// <summary>Paths in one folder, no two alike in one run: a second «a.xlsx» becomes «a（2）.xlsx».</summary>
internal sealed class UniqueNames(string folder)
{
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The absolute path for a name.</summary>
    /// <param name="name">A file name, or a relative path with «/».</param>
    public string Next(string name)
    {
        var stem = Path.Combine(Path.GetDirectoryName(name) ?? "", Path.GetFileNameWithoutExtension(name));
        var extension = Path.GetExtension(name);
        var unique = name;
        for (var number = 2; !_given.Add(unique); number++) unique = $"{stem}（{number}）{extension}";
        return Path.GetFullPath(Path.Combine(folder, unique));
    }
}
