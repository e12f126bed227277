using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>
/// Which folder of a room names types of which other folder, read from the sources: a folder is a namespace, and a file that names a type
/// of another one either opens its namespace or lies below it.
/// </summary>
internal sealed partial class FolderGraph
{
    private readonly Dictionary<string, HashSet<string>> _arrows = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    /// <summary>Arrows from a folder to the folders whose types it names. The room's own folder is «.».</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Arrows => _arrows;

    /// <summary>The graph of a room below src.</summary>
    public static FolderGraph Of(string room)
    {
        var root = Repository.PathOf("src", room);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(path => Source.Read(root, path))
            .Where(file => !file.IsMade).ToArray();
        var homes = files.SelectMany(file => file.Declared.Select(type => (type, file.Folder)))
            .ToLookup(pair => pair.type, pair => pair.Folder);
        var graph = new FolderGraph();
        foreach (var file in files)
        {
            foreach (var home in file.Named.SelectMany(type => homes[type]).Where(home => home != file.Folder && file.Sees(home))
                .Distinct()) graph.Add(file.Folder, home);
        }

        return graph;
    }

    /// <summary>Groups of folders that name one another in a circle, each sorted.</summary>
    public IReadOnlyList<string> Circles()
    {
        var reach = _arrows.Keys.ToDictionary(folder => folder, Reachable, StringComparer.Ordinal);
        return
        [
            .. reach.Keys.Where(folder => reach[folder].Contains(folder))
                .GroupBy(folder =>
                    string.Join(' ', reach[folder].Where(other => reach.TryGetValue(other, out var back) && back.Contains(folder))
                    .Order(StringComparer.Ordinal)))
                .Select(group => group.Key).Order(StringComparer.Ordinal),
        ];
    }

    private HashSet<string> Reachable(string from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            foreach (var next in _arrows.GetValueOrDefault(folder) ?? []) if (seen.Add(next)) open.Push(next);
        }

        return seen;
    }

    private void Add(string from, string to)
    {
        if (!_arrows.TryGetValue(from, out var known)) _arrows[from] = known = new HashSet<string>(StringComparer.Ordinal);
        known.Add(to);
    }

    /// <summary>What one file declares, names and opens; comments and the words of strings do not count.</summary>
    private sealed partial record Source(
        string Folder, bool IsMade, IReadOnlySet<string> Declared, IReadOnlySet<string> Named, IReadOnlyList<string> Opened)
    {
        public static Source Read(string root, string path)
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            var text = Words()
                .Replace(Comment().Replace(File.ReadAllText(path), ""), match => match.Value.StartsWith('$') ? Holes(match.Value)
                : "\"\"");
            var body = string.Join(
                '\n', text.Split('\n')
                .Where(line => !line.StartsWith("using ", StringComparison.Ordinal)
                && !line.StartsWith("namespace ", StringComparison.Ordinal)));
            return new Source(
                Path.GetDirectoryName(relative)!.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".",
                relative.StartsWith("obj/", StringComparison.Ordinal) || relative.StartsWith("bin/", StringComparison.Ordinal),
                Declaration().Matches(text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal),
                Name().Matches(body).Select(match => match.Value).ToHashSet(StringComparer.Ordinal),
                [.. Opening().Matches(text).Select(match => match.Groups[1].Value)]);
        }

        /// <summary>A folder's types can be named without their namespace where it is opened, or lies above.</summary>
        public bool Sees(string home) => home == "." || Folder.StartsWith(home + "/", StringComparison.Ordinal)
            || Opened.Any(name => name.EndsWith("." + home.Replace('/', '.'), StringComparison.Ordinal));

        private static string Holes(string interpolated) =>
            string.Join(' ', Hole().Matches(interpolated).Select(match => match.Groups[1].Value));

        [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
        private static partial Regex Comment();

        [GeneratedRegex(@"\$?@?""""""[\s\S]*?""""""|\$?@?""(?:\\.|[^""\\\n])*""")]
        private static partial Regex Words();

        [GeneratedRegex(@"\{([^{}]*)\}")]
        private static partial Regex Hole();

        [GeneratedRegex(@"\b(?:class|record struct|record|struct|interface|enum|delegate)\s+([A-Z]\w*)")]
        private static partial Regex Declaration();

        // a member of something else is no type of ours, however it is called
        [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
        private static partial Regex Name();

        [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
        private static partial Regex Opening();
    }
}
