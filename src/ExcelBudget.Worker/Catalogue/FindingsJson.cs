using System.Text.Encodings.Web;
using System.Text.Json;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Worker.Catalogue;

/// <summary>The catalogue in a shape for other programs.</summary>
internal static class FindingsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Chinese stays Chinese; the file is never embedded in a web page
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>UTF-8 without byte order mark, indented, ending with a line feed.</summary>
    public static byte[] Write()
    {
        var shape = new
        {
            Findings = FindingCatalogue.All.Select(kind => new
            {
                kind.Id,
                kind.Rule,
                kind.Category,
                Severity = kind.Severity switch
                {
                    Domain.Findings.Severity.Error => "error",
                    Domain.Findings.Severity.Warning => "warning",
                    _ => "info",
                },
                kind.Sentence,
                kind.Advice,
                kind.Basis,
                Example = kind.ExampleMessage(),
            }).ToArray(),
            Reasons = FindingCatalogue.Refusals.SelectMany(part => part.Reasons).Select(reason => new { reason.Code, reason.Sentence })
                .ToArray(),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(shape, Options), (byte)'\n'];
    }
}
