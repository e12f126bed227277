using System.Globalization;
using ExcelBudget.Benchmarks.Peers;

namespace ExcelBudget.Benchmarks;

/// <summary>What a run is asked to measure.</summary>
/// <param name="Subjects">Subjects in order: fill, read, check, note.</param>
/// <param name="Counts">Items a process makes, one table each.</param>
/// <param name="Rounds">How often every peer runs at each count.</param>
/// <param name="Peers">Names of the peers besides each baseline; empty for all.</param>
/// <param name="IsVerifyOnly">True when only the contents of the outputs are compared.</param>
internal sealed record Options(
    IReadOnlyList<string> Subjects, IReadOnlyList<int> Counts, int Rounds, IReadOnlyList<string> Peers, bool IsVerifyOnly)
{
    private const string Usage = "usage: [fill|read|check|note|all|verify] [--n 10,100,1000] [--rounds 3] [--peers name,name]";

    private static readonly string[] All = ["fill", "read", "check", "note"];

    /// <summary>Reads the arguments; null when they are wrong.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options(All, [10, 100, 1000], 3, [], false);
        for (var index = 0; index < args.Length; index++)
        {
            var next = index + 1 < args.Length ? args[index + 1] : "";
            switch (args[index])
            {
                case "all":
                    break;
                case "verify":
                    options = options with { Counts = [2], Rounds = 1, IsVerifyOnly = true };
                    break;
                case "--n" when Numbers(next) is { } counts:
                    options = options with { Counts = counts };
                    index++;
                    break;
                case "--rounds" when Numbers(next) is [var rounds]:
                    options = options with { Rounds = rounds };
                    index++;
                    break;
                case "--peers" when next.Length > 0:
                    options = options with { Peers = next.Split(',') };
                    index++;
                    break;
                case var subject when All.Contains(subject):
                    options = options with { Subjects = [subject] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    /// <summary>Says how it is used.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    /// <summary>The peers of a subject that run, its baseline first.</summary>
    public IReadOnlyList<PeerEntry> PeersOf(string subject) =>
        [.. PeerList.All.Where(peer => peer.Subject == subject && (peer.Script is null || PythonPeers.AreAvailable))
            .Where((peer, index) => index == 0 || Peers.Count == 0 || Peers.Contains(peer.Name))];

    private static List<int>? Numbers(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return null;
            numbers.Add(number);
        }

        return numbers;
    }
}
