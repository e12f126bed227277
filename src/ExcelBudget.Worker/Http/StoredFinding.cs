using System.Text.Json;

namespace ExcelBudget.Worker.Http;

/// <summary>A finding as it stands in the JSON beside a result.</summary>
internal sealed record StoredFinding
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public string Rule { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary>error, warning or info.</summary>
    public string Severity { get; init; } = "";

    public string Message { get; init; } = "";

    public string? Sheet { get; init; }

    public string? Cell { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public string? Basis { get; init; }

    public string? Answer { get; init; }

    public int? Paragraph { get; init; }

    public string? Sentence { get; init; }

    /// <summary>The broken relations it is the cause of; null for one that stands alone.</summary>
    public IReadOnlyList<StoredFinding>? Ties { get; init; }

    /// <summary>The findings that stand in the JSON of a check; none in what is no such JSON.</summary>
    public static IReadOnlyList<StoredFinding> Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var files = document.RootElement.GetProperty("files").EnumerateArray();
            return [.. files.SelectMany(file => file.GetProperty("findings").Deserialize<StoredFinding[]>(Options) ?? [])];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // somebody edited the file beside the result: the ledger still tells the verdict
            return [];
        }
    }
}
