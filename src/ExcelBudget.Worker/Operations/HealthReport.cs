using System.Text.Encodings.Web;
using System.Text.Json;

namespace ExcelBudget.Worker.Operations;

/// <summary>运行状况。What the running worker says of itself, written every few seconds.</summary>
internal sealed record HealthReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Version of the program.</summary>
    public string Version { get; init; } = "";

    /// <summary>Number of the process.</summary>
    public int Process { get; init; }

    /// <summary>Files that wait in the inbox.</summary>
    public int Waiting { get; init; }

    /// <summary>Files that are being worked on.</summary>
    public int Open { get; init; }

    /// <summary>Free space of the disk in MB.</summary>
    public long FreeMegabytes { get; init; }

    /// <summary>Memory of the process in MB.</summary>
    public long MemoryMegabytes { get; init; }

    /// <summary>What is wrong, in Chinese; empty while all is well.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Where it stands below the root.</summary>
    public static string PathIn(string root) => Path.Combine(root, "work", "health.json");

    /// <summary>The report as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>The report of a root; null when there is none, or it cannot be read.</summary>
    public static HealthReport? Read(string root)
    {
        try
        {
            return File.Exists(PathIn(root)) ? JsonSerializer.Deserialize<HealthReport>(File.ReadAllBytes(PathIn(root)), Options) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
