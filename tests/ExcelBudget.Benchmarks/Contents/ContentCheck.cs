using System.Text;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Contents;

/// <summary>Compares what the peers of a subject made, so that none is fast by doing less.</summary>
internal static class ContentCheck
{
    /// <summary>One line on each subject.</summary>
    /// <param name="folder">Where the peers left their outputs.</param>
    /// <param name="options">What ran.</param>
    public static IReadOnlyList<ContentVerdict> Run(MaterialFolder folder, Options options) => [.. options.Subjects.SelectMany(subject =>
    {
        // floors make nothing that could be compared
        string[] peers = [.. options.PeersOf(subject).Where(peer => !peer.IsFloor).Select(peer => peer.Name)];
        return subject switch
        {
            "fill" => FillContents.Compare(folder, peers),
            "read" or "check" => [SameLines(folder, subject, peers)],
            _ => [NoteContents.Compare(folder, peers)],
        };
    })];

    private static ContentVerdict SameLines(MaterialFolder folder, string subject, string[] peers)
    {
        var lines = peers.ToDictionary(peer => peer, peer => Encoding.UTF8.GetString(File.ReadAllBytes(folder.Output(peer))));
        var isEqual = lines.Values.Distinct().Count() == 1;
        return new ContentVerdict(isEqual, isEqual
            ? $"{subject}: all {lines.Count} readers found {lines.Values.First()}"
            : $"{subject}: readers differ: " + string.Join("; ", lines.Select(line => $"{line.Key} found {line.Value}")));
    }
}

/// <summary>Whether outputs are equal in content, in a sentence.</summary>
internal sealed record ContentVerdict(bool IsEqual, string Line);
