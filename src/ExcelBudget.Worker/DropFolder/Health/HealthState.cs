using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExcelBudget.Worker.DropFolder.Health;

/// <summary>Something that is not in order, for as long as it is not.</summary>
/// <param name="Subject">What: a path relative to the root, or 台账, 日志, 磁盘.</param>
/// <param name="Sentence">What is wrong and what to do, in Chinese.</param>
/// <param name="Since">Since when it is known.</param>
public sealed record HealthTrouble(string Subject, string Sentence, DateTimeOffset Since);

/// <summary>What is not in order in the folders, as it stands in work/troubles.json for whoever looks.</summary>
/// <param name="At">When it was written; one that is minutes old is of a worker that does not run.</param>
/// <param name="IsPaused">True while nothing can be taken.</param>
/// <param name="Troubles">What is not in order; empty when all is.</param>
public sealed record HealthState(DateTimeOffset At, bool IsPaused, IReadOnlyList<HealthTrouble> Troubles)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Name of the file below work.</summary>
    public const string FileName = "troubles.json";

    /// <summary>The state as the health file holds it: JSON in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads a health file; null when there is none, or it is half written.</summary>
    public static HealthState? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<HealthState>(File.ReadAllBytes(path), Options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
