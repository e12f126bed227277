using System.Text.Json;
using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>
/// Whether JSON holds against a schema, as far as the vendored schema's words go (draft 4: type, required, properties, items, enum,
/// pattern, lengths, counts, references, dependencies, no further members). A word it does not know is a fault of the test and throws.
/// </summary>
internal sealed class JsonShape(JsonElement schema)
{
    private static readonly HashSet<string> Idle =
        ["$schema", "$comment", "default", "definitions", "properties", "title", "description"];

    public IReadOnlyList<string> Faults(JsonElement value) => [.. Faults(schema, value, "$")];

    private IEnumerable<string> Faults(JsonElement rule, JsonElement value, string at)
    {
        foreach (var word in rule.EnumerateObject().Where(word => !Idle.Contains(word.Name)))
            if (!Holds(word, rule, value)) yield return $"{at}: {word.Name} {word.Value}";
        if (rule.TryGetProperty("$ref", out var reference))
            foreach (var fault in Faults(Definition(reference.GetString()!), value, at)) yield return fault;
        if (value.ValueKind == JsonValueKind.Object && rule.TryGetProperty("dependencies", out var dependencies))
        {
            foreach (var dependency in dependencies.EnumerateObject().Where(each => value.TryGetProperty(each.Name, out _)))
                foreach (var fault in Faults(dependency.Value, value, at)) yield return fault;
        }

        if (value.ValueKind == JsonValueKind.Object && rule.TryGetProperty("properties", out var members))
        {
            foreach (var member in value.EnumerateObject())
                if (members.TryGetProperty(member.Name, out var below))
                    foreach (var fault in Faults(below, member.Value, $"{at}.{member.Name}")) yield return fault;
        }

        if (value.ValueKind != JsonValueKind.Array || !rule.TryGetProperty("items", out var items)) yield break;
        foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
            foreach (var fault in Faults(items, item, $"{at}[{index}]")) yield return fault;
    }

    private JsonElement Definition(string reference) => schema.GetProperty("definitions").GetProperty(reference.Split('/')[^1]);

    private static bool Holds(JsonProperty word, JsonElement rule, JsonElement value)
    {
        var kind = value.ValueKind;
        var (text, list, members) = (kind == JsonValueKind.String, kind == JsonValueKind.Array, kind == JsonValueKind.Object);
        return word.Name switch
        {
            "$ref" or "items" or "dependencies" => true,
            "type" => IsOf(word.Value, value),
            "required" => !members || word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "additionalProperties" => !members || word.Value.ValueKind != JsonValueKind.False
                || value.EnumerateObject().All(member => rule.GetProperty("properties").TryGetProperty(member.Name, out _)),
            "enum" => word.Value.EnumerateArray().Any(each => each.GetRawText() == value.GetRawText()),
            "const" => word.Value.GetRawText() == value.GetRawText(),
            "pattern" => !text || Regex.IsMatch(value.GetString()!, word.Value.GetString()!),
            "maxLength" => !text || value.GetString()!.Length <= word.Value.GetInt32(),
            "minLength" => !text || value.GetString()!.Length >= word.Value.GetInt32(),
            "maxItems" => !list || value.GetArrayLength() <= word.Value.GetInt32(),
            "minItems" => !list || value.GetArrayLength() >= word.Value.GetInt32(),
            "uniqueItems" => !list
                || value.EnumerateArray().Select(each => each.GetRawText()).Distinct().Count() == value.GetArrayLength(),
            "minProperties" => !members || value.EnumerateObject().Count() >= word.Value.GetInt32(),
            _ => throw new InvalidOperationException(word.Name),
        };
    }

    private static bool IsOf(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(each => IsOf(each, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" or "number" => value.ValueKind == JsonValueKind.Number,
            _ => throw new InvalidOperationException(type.GetRawText()),
        };
}
