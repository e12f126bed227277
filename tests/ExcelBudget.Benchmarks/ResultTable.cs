using System.Globalization;

namespace ExcelBudget.Benchmarks;

/// <summary>The Markdown table of one subject and count.</summary>
internal static class ResultTable
{
    /// <summary>Prints it: medians, and ratios to the baseline of the same round as median (smallest–largest). Over 1 is faster.</summary>
    public static void Print(string subject, int count, IReadOnlyList<PeerResults> results)
    {
        var baseline = results[0].Rounds;
        Console.WriteLine($"### {subject}, N = {count}, rounds: {baseline.Count}");
        Console.WriteLine();
        Console.WriteLine(
            "| peer | whole process, ms/item | ratio | CPU, ms/item | ratio | steady, ms/item | ratio | allocated, KB/item | peak, MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (peer, own) in results)
        {
            string[] cells =
            [
                peer.Title + Phases(own),
                Number(Statistics.Median(own.Select(one => one.WholeMs)), "0.00"),
                Ratio(baseline, own, one => one.WholeMs),
                Number(Statistics.Median(own.Select(one => one.CpuMs)), "0.00"),
                Ratio(baseline, own, one => one.CpuMs),
                Number(Statistics.Median(own.Select(one => one.SteadyMs)), "0.00"),
                Ratio(baseline, own, one => one.SteadyMs),
                peer.Script is null ? Number(Statistics.Median(own.Select(one => one.AllocatedKb)), "0") : "–",
                Number(Statistics.Median(own.Select(one => one.PeakMb)), "0"),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        Console.WriteLine();
    }

    private static string Ratio(List<Measurement> baseline, List<Measurement> own, Func<Measurement, double> time)
    {
        if (ReferenceEquals(baseline, own)) return "1";
        var ratios = baseline.Zip(own, (theirs, ours) => time(theirs) / time(ours)).ToArray();
        return $"{Number(Statistics.Median(ratios), "0.0")} ({Number(ratios.Min(), "0.0")}–{Number(ratios.Max(), "0.0")})";
    }

    private static string Phases(List<Measurement> rounds) => rounds[0].Phases.Count == 0 ? "" : " — " + string.Join(", ",
        rounds[0].Phases.Select(
            (phase, index) => $"{phase.Name} {Number(Statistics.Median(rounds.Select(round => round.Phases[index].Ms)), "0.00")} ms"));

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
