using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>A closed list of words a column may hold. Width of characters, kind of dash and spaces do not matter when reading.</summary>
public sealed class ClosedList
{
    private readonly Dictionary<string, string> _byKey;

    /// <summary>A list of its words, with other spellings that are read as one of them.</summary>
    /// <param name="values">The words as the dataset holds them after reading.</param>
    /// <param name="synonyms">Other spelling → word.</param>
    public ClosedList(IReadOnlyList<string> values, IReadOnlyDictionary<string, string>? synonyms = null)
    {
        Values = values;
        _byKey = values.ToDictionary(TextFolding.Key, value => value, StringComparer.Ordinal);
        foreach (var (spelling, value) in synonyms ?? new Dictionary<string, string>()) _byKey[TextFolding.Key(spelling)] = value;
    }

    /// <summary>The allowed words, in the order messages list them.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The word that the text stands for; null when it is none.</summary>
    public string? Find(string text) => _byKey.GetValueOrDefault(TextFolding.Key(text));
}
