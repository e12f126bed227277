using System.Text.Encodings.Web;
using System.Text.Json;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Worker.IndicatorCells;

/// <summary>Indicators in the shape other programs rely on.</summary>
internal static class IndicatorJson
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
    public static byte[] Write(IEnumerable<Indicator> indicators)
    {
        var shape = new { Indicators = indicators.Select(Of).ToArray() };
        return [.. JsonSerializer.SerializeToUtf8Bytes(shape, Options), (byte)'\n'];
    }

    private static object Of(Indicator indicator) => new
    {
        indicator.Level1,
        indicator.Level2,
        indicator.Number,
        indicator.Name,
        Operator = indicator.Operator.Sign(),
        indicator.Value,
        indicator.Unit,
        indicator.Raw,
    };
}
