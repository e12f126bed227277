using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ExcelBudget.TestSupport;

/// <summary>
/// How long the processor worked on something. A clock on the wall would also count what else the machine was doing meanwhile, and a
/// test of growth would fail on a busy one.
/// </summary>
public static partial class ProcessorTime
{
    private const int ThreadClock = 3;

    /// <summary>
    /// The time the calling thread worked in <paramref name="work"/>; the clock's where the system does not tell a thread's.
    /// </summary>
    public static TimeSpan Of(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!OperatingSystem.IsLinux()) return OnTheClock(work);
        var before = OfThread();
        work();
        return OfThread() - before;
    }

    /// <summary>The least of several tries, in which neither compiling nor collecting has a part.</summary>
    public static TimeSpan LeastOf(int tries, Action work) => Enumerable.Range(0, tries).Min(_ => Of(work));

    private static TimeSpan OnTheClock(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }

    private static TimeSpan OfThread()
    {
        if (ReadClock(ThreadClock,
            out var now) != 0) throw new InvalidOperationException("the processor time of the thread cannot be read");
        return TimeSpan.FromSeconds(now.Seconds) + TimeSpan.FromMicroseconds(now.Nanoseconds / 1000d);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private struct ClockTime
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
