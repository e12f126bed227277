namespace ExcelBudget.StartProfile;

/// <summary>A line of what the runtime writes when DOTNET_JitStdOutFile and DOTNET_JitDisasmSummary are set.</summary>
internal static class CompiledMethod
{
    private const string Mark = "JIT compiled ";

    /// <summary>
    /// The method in a line, «Type[Argument,…]:Name[Argument,…](…)»; null for any other line. Lines of processes that wrote at once may
    /// be mixed up: such a method is known to nobody.
    /// </summary>
    public static string? In(string line)
    {
        var from = line.IndexOf(Mark, StringComparison.Ordinal);
        var to = line.LastIndexOf(" [", StringComparison.Ordinal);
        return from >= 0 && to > from + Mark.Length ? line[(from + Mark.Length)..to] : null;
    }

    /// <summary>A line that says so.</summary>
    public static string Line(string method) => $"{Mark}{method} [exact]";
}
