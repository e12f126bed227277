using System.Text;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Benchmarks.Peers;

namespace ExcelBudget.Benchmarks.Contents;

/// <summary>Compares what the peers of a subject made, so that none is fast by doing less.</summary>
internal static class ContentCheck
{
    /// <summary>One line on each subject.</summary>
    /// <param name="folder">Where the peers left their outputs.</param>
    /// <param name="subjects">The subjects that ran.</param>
    public static IReadOnlyList<ContentVerdict> Run(MaterialFolder folder, IEnumerable<string> subjects) => [.. subjects.SelectMany(subject => subject switch
    {
        "fill" => FillContents.Compare(folder),
        "read" => [SameLines(folder)],
        _ => [NoteContents.Compare(folder)],
    })];

    private static ContentVerdict SameLines(MaterialFolder folder)
    {
        var lines = PeerList.All
            .Where(peer => peer.Subject == "read" && peer.Name != "inflate")
            .ToDictionary(peer => peer.Name, peer => Encoding.UTF8.GetString(File.ReadAllBytes(folder.Output(peer.Name))));
        var isEqual = lines.Values.Distinct().Count() == 1;
        return new ContentVerdict(isEqual, isEqual
            ? $"read: all {lines.Count} readers found {lines.Values.First()}"
            : "read: readers differ: " + string.Join("; ", lines.Select(line => $"{line.Key} found {line.Value}")));
    }
}

/// <summary>Whether outputs are equal in content, in a sentence.</summary>
internal sealed record ContentVerdict(bool IsEqual, string Line);
