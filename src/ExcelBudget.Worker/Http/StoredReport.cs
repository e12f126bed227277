using System.Text.Json;

namespace ExcelBudget.Worker.Http;

/// <summary>What a check said, as it stands in the JSON beside a result.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Changes">The cells changed since issue.</param>
internal sealed record StoredReport(IReadOnlyList<StoredFinding> Findings, IReadOnlyList<StoredChange> Changes)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Of a file whose JSON is not there any more.</summary>
    public static readonly StoredReport Empty = new([], []);

    /// <summary>Reads the JSON of a check; empty when it is none.</summary>
    public static StoredReport Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var files = document.RootElement.GetProperty("files").EnumerateArray().ToArray();
            return new(
                Numbered(files.SelectMany(file => file.GetProperty("findings").Deserialize<StoredFinding[]>(Options) ?? [])),
                [.. files.SelectMany(file => file.GetProperty("changes").Deserialize<StoredChange[]>(Options) ?? [])]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // somebody edited the file beside the result: the ledger still tells the verdict
            return Empty;
        }
    }

    private static StoredFinding[] Numbered(IEnumerable<StoredFinding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding => finding with { Repeat = seen[finding.Key] = seen.GetValueOrDefault(finding.Key) + 1 })];
    }
}
