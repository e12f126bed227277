using System.Text.Json;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.AddIn.Wps;

/// <summary>What WPS has noted of an add-in in authaddin.json: the switch it really goes by.</summary>
internal enum WpsTrustState
{
    /// <summary>There is no such file, or nothing of ours in it: WPS has not met the add-in yet.</summary>
    NotMet,

    /// <summary>Loaded at the last start.</summary>
    Loaded,

    /// <summary>Allowed, and not loaded.</summary>
    NotLoaded,

    /// <summary>Switched off.</summary>
    Disabled,

    /// <summary>The file is not as it was ever seen to be.</summary>
    Unknown,
}

/// <summary>
/// Reads authaddin.json. Its form is WPS' own and nowhere described, so that only the words are looked for that were seen: <c>enable</c>
/// and <c>isload</c> of whatever names our add-in. It is never written: a trust that nobody gave is none.
/// </summary>
internal static class WpsTrust
{
    private const string Own = "ExcelBudget";

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file, which need not be there.</param>
    /// <param name="url">Where our add-in is.</param>
    public static WpsTrustState Read(string path, Uri url)
    {
        if (!File.Exists(path)) return WpsTrustState.NotMet;
        try
        {
            using var document = JsonDocument.Parse(FileOperations.ReadShared(path), new() { AllowTrailingCommas = true });
            var told = Told(document.RootElement, isOurs: false, url).ToArray();
            if (told.Length == 0) return WpsTrustState.NotMet;
            if (Array.Exists(told, each => each is (_, true) and not (false, _))) return WpsTrustState.Loaded;
            return Array.TrueForAll(told, each => each.IsEnabled == false) ? WpsTrustState.Disabled : WpsTrustState.NotLoaded;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return WpsTrustState.Unknown;
        }
    }

    private static IEnumerable<(bool? IsEnabled, bool? IsLoaded)> Told(JsonElement element, bool isOurs, Uri url)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().SelectMany(each => Told(each, isOurs, url));
        if (element.ValueKind != JsonValueKind.Object) return [];
        var ours = isOurs || element.EnumerateObject().Any(field => field.Value.ValueKind == JsonValueKind.String
            && IsOurs(field.Value.GetString()!, url));
        var (enabled, loaded) = (Flag(element, "enable"), Flag(element, "isload"));
        var below = element.EnumerateObject().SelectMany(field => Told(field.Value, ours || IsOurs(field.Name, url), url));
        return ours && (enabled ?? loaded) is not null ? below.Prepend((enabled, loaded)) : below;
    }

    private static bool IsOurs(string text, Uri url) =>
        text.Contains(Own, StringComparison.OrdinalIgnoreCase) || text.Contains(url.ToString(), StringComparison.OrdinalIgnoreCase);

    private static bool? Flag(JsonElement element, string name)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (!field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            return field.Value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => field.Value.GetRawText() != "0",
                JsonValueKind.String => field.Value.GetString() is { } text && !text.Equals("false", StringComparison.OrdinalIgnoreCase),
                _ => null,
            };
        }

        return null;
    }
}
