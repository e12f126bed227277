using System.Text;

namespace ExcelBudget.Domain.Findings;

/// <summary>Fills the slots «{name}» of the catalogue's sentences.</summary>
internal static class SentenceSlots
{
    /// <summary>The sentence with every slot filled.</summary>
    /// <exception cref="ArgumentException">A slot has no value.</exception>
    public static string Fill(string id, string template, IReadOnlyDictionary<string, FindingValue> values)
    {
        var filled = new StringBuilder();
        var at = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', at))
        {
            var close = template.IndexOf('}', open);
            var slot = template[(open + 1)..close];
            if (!values.TryGetValue(slot, out var value))
                throw new ArgumentException($"{id} needs a value for {{{slot}}}", nameof(values));
            filled.Append(template, at, open - at).Append(value.Words);
            at = close + 1;
        }

        return filled.Append(template, at, template.Length - at).ToString();
    }
}
