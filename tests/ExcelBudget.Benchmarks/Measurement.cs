using System.Globalization;

namespace ExcelBudget.Benchmarks;

/// <summary>What one process measured of one peer.</summary>
/// <param name="WholeMs">From the start of the process to its report, divided by the items: start-up, compilation and preparation
/// counted.</param>
/// <param name="CpuMs">Processor time of the whole process, all threads, divided by the items: what other programs on the machine disturb
/// least.</param>
/// <param name="SteadyMs">Median of the second half of the items.</param>
/// <param name="AllocatedKb">Allocated for an item in KB, the mean of all.</param>
/// <param name="PeakMb">Peak working set of the process in MB.</param>
/// <param name="Phases">Mean milliseconds of each phase.</param>
internal sealed record Measurement(
    double WholeMs, double CpuMs, double SteadyMs, double AllocatedKb, double PeakMb, IReadOnlyList<(string Name, double Ms)> Phases)
{
    private const char Tab = '\t';

    /// <summary>The line by which a peer's process reports; it does not know the whole time.</summary>
    public string ToLine() => string.Join(Tab,
        [Text(CpuMs), Text(SteadyMs), Text(AllocatedKb), Text(PeakMb), .. Phases.Select(phase => phase.Name + "=" + Text(phase.Ms))]);

    /// <summary>Reads such a line.</summary>
    public static Measurement Parse(string line, double wholeMs)
    {
        var fields = line.Split(Tab);
        return new Measurement(
            wholeMs, Number(fields[0]), Number(fields[1]), Number(fields[2]), Number(fields[3]), [.. fields[4..].Select(Phase)]);
    }

    private static (string, double) Phase(string field) => (field[..field.IndexOf('=')], Number(field[(field.IndexOf('=') + 1)..]));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
