using ExcelBudget.Benchmarks.Contents;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Benchmarks.Peers;

namespace ExcelBudget.Benchmarks;

/// <summary>One run: peers interleaved in rounds, ratios within a round, contents compared.</summary>
internal static class Benchmark
{
    /// <summary>Runs.</summary>
    /// <returns>0 when all outputs are equal in content, 1 when they differ.</returns>
    public static int Run(Options options)
    {
        var folder = MaterialBuilder.Build(Path.Combine(Path.GetTempPath(), "excelbudget-benchmarks-" + Environment.ProcessId));
        try
        {
            foreach (var subject in options.Subjects)
            {
                foreach (var count in options.Counts)
                {
                    var results = Measure(options, subject, count, folder);
                    if (!options.IsVerifyOnly) ResultTable.Print(subject, count, results);
                }
            }

            var verdicts = ContentCheck.Run(folder, options);
            foreach (var verdict in verdicts) Console.WriteLine($"- {(verdict.IsEqual ? "equal" : "DIFFERENT")}: {verdict.Line}");
            return verdicts.All(verdict => verdict.IsEqual) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder.Root, recursive: true);
        }
    }

    private static List<PeerResults> Measure(Options options, string subject, int count, MaterialFolder folder)
    {
        var results = options.PeersOf(subject).Select(peer => new PeerResults(peer, [])).ToList();
        for (var round = 0; round < options.Rounds; round++)
        {
            // each round starts with another peer, so that a slow moment of the machine does not always hit the same one
            for (var turn = 0; turn < results.Count; turn++)
            {
                var result = results[(turn + round) % results.Count];
                result.Rounds.Add(PeerProcess.Start(result.Peer, count, folder));
            }

            Console.Error.WriteLine($"{subject} N={count}: round {round + 1} of {options.Rounds} done");
        }

        return results;
    }
}

/// <summary>A peer with what it measured in each round.</summary>
internal sealed record PeerResults(PeerEntry Peer, List<Measurement> Rounds);
