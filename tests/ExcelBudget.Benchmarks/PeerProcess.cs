using System.Diagnostics;
using System.Globalization;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.Benchmarks.Peers;

namespace ExcelBudget.Benchmarks;

/// <summary>One peer in a process of its own: its peak memory, its compilation and its garbage are its own.</summary>
internal static class PeerProcess
{
    private const double BytesInKb = 1024;
    private const double BytesInMb = 1024 * 1024;

    /// <summary>Child: does the job and reports in one line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string name, string count, string root)
    {
        var folder = new MaterialFolder(root);
        var peer = PeerList.All.Single(entry => entry.Name == name).Make(folder);
        var times = new double[int.Parse(count, CultureInfo.InvariantCulture)];
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var index = 0; index < times.Length; index++)
        {
            var started = Stopwatch.GetTimestamp();
            peer.Once();
            times[index] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        using var self = Process.GetCurrentProcess();
        var phases = peer.Phases.Select(phase => (phase.Key, phase.Value * 1000.0 / Stopwatch.Frequency / times.Length));
        var measured = new Measurement(
            WholeMs: 0,
            self.TotalProcessorTime.TotalMilliseconds / times.Length,
            Statistics.Median(times[(times.Length / 2)..]),
            allocated / BytesInKb / times.Length,
            self.PeakWorkingSet64 / BytesInMb,
            [.. phases]);
        Console.WriteLine(measured.ToLine());
        File.WriteAllBytes(folder.Output(name), peer.Output());
        return 0;
    }

    /// <summary>Parent: starts a peer and waits for its report.</summary>
    /// <exception cref="InvalidOperationException">The peer failed.</exception>
    public static Measurement Start(PeerEntry peer, int count, MaterialFolder folder)
    {
        var start = StartOf(peer, count.ToString(CultureInfo.InvariantCulture), folder);
        start.RedirectStandardOutput = true;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        // the report comes before the output is written, which is no part of the job
        var line = process.StandardOutput.ReadLine();
        var whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds / count;
        process.WaitForExit();
        return process.ExitCode == 0 && line is not null ? Measurement.Parse(line, whole)
            : throw new InvalidOperationException($"{peer.Name} failed");
    }

    private static ProcessStartInfo StartOf(PeerEntry peer, string count, MaterialFolder folder)
    {
        var start = peer.Script is { } script ? PythonPeers.Start(script) : new ProcessStartInfo(Environment.ProcessPath!);
        // started by «dotnet some.dll» instead of its own executable
        if (peer.Script is null && Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(PeerProcess).Assembly.Location);
        string[] arguments = peer.Script is null ? ["--peer", peer.Name, count, folder.Root] : [count, folder.Root, peer.Name];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
