using System.Diagnostics.Tracing;
using System.Globalization;
using System.Reflection;
using ExcelBudget.StartProfile;

/// <summary>
/// Loaded into the program by DOTNET_STARTUP_HOOKS while it is watched: writes down what is compiled by its exact types. The runtime's
/// own list calls an enumeration «int», and what a query makes of one was compiled at every start.
/// </summary>
#pragma warning disable CA1050, CA1812, MA0047 // the runtime looks for this very name
internal static class StartupHook
#pragma warning restore CA1050, CA1812, MA0047
{
    /// <summary>The folder that takes a file for each process.</summary>
    private const string Folder = "STARTPROFILE_FOLDER";

    /// <summary>Called by the runtime before the program.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { Length: > 0 } folder) return;
        var seen = new CompiledMethods();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Guid.NewGuid():N}.txt");
            var lines = seen.Handles().Select(ExactName.Of).OfType<string>().Select(CompiledMethod.Line);
            File.WriteAllLines(Path.Combine(folder, file), lines);
        };
    }

    /// <summary>Hears of each method that is compiled.</summary>
    private sealed class CompiledMethods : EventListener
    {
        private const EventKeywords Jit = (EventKeywords)0x10;
        private const int MethodLoadVerbose = 143;
        private const uint MadeAtRunTime = 1;

        private readonly HashSet<ulong> _handles = [];

        public ulong[] Handles()
        {
            lock (_handles) return [.. _handles];
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime") EnableEvents(eventSource, EventLevel.Verbose, Jit);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // a base constructor may call this before the field is there
            if (eventData.EventId != MethodLoadVerbose || eventData.Payload is not [ulong method, _, _, _, _, uint flags, ..]) return;
            if ((flags & MadeAtRunTime) != 0 || _handles is not { } handles) return;
            lock (handles) handles.Add(method);
        }
    }
}
