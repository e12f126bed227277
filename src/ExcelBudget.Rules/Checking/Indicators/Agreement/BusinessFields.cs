using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 业务领域。What belongs to one field only: pupils to schooling, 秸秆 to farming, 危房 to housing. A text is another field's when nothing
/// else that is said speaks of it or of what goes together with it.
/// </summary>
internal sealed class BusinessFields
{
    private const string OnlyTells = "*";

    /// <summary>A project that says less leaves open what it is about.</summary>
    private const int ShortestSaid = 30;

    /// <summary>A project of more fields has wide business: a township, a federation of trade unions.</summary>
    private const int MostFields = 2;

    private static readonly ConditionalWeakTable<IReadOnlyList<string>, BusinessFields> Known = [];

    private readonly (string[] Own, WordSet Kin)[][] _fields;
    private readonly WordSet _all;

    private BusinessFields(IReadOnlyList<string> list)
    {
        _fields =
        [
            .. from line in list
               let parts = line.Split(':', '=')
               where parts.Length == 3
               group (parts[1].Split('|'), new WordSet(parts[2] == OnlyTells ? [""] : parts[2].Split('|'))) by parts[0] into field
               select field.ToArray(),
        ];
        _all = new WordSet([.. _fields.SelectMany(field => field).SelectMany(entry => entry.Own)]);
    }

    /// <summary>The fields of a pack.</summary>
    public static BusinessFields Of(IndicatorWords words) => Known.GetValue(words.Fields, static list => new BusinessFields(list));

    /// <summary>True for a text that has a word of one field only.</summary>
    public bool AreIn(string text) => _all.IsIn(text);

    /// <summary>
    /// The word by which a text belongs to a field of which nothing else that is said speaks; null where it may be the project's own, and
    /// where what is said is of no field or of many.
    /// </summary>
    /// <param name="text">An indicator's name, a sentence.</param>
    /// <param name="said">Everything else that is said of the project.</param>
    /// <param name="most">Of how many fields what is said may be.</param>
    public string? Foreign(string text, string said, int most = MostFields)
    {
        if (said.Length < ShortestSaid || !_all.IsIn(text)) return null;
        string? word = null;
        foreach (var field in _fields)
        {
            var told = Array.FindAll(field, entry => Held(text, entry.Own) is not null);
            if (told.Length == 0) continue;
            var unspoken = Array.FindIndex(told, entry => !entry.Kin.IsIn(said));
            if (unspoken < 0) return null;
            word ??= Held(text, told[unspoken].Own);
        }

        return word is not null && Told(said) is var many and >= 1 && many <= most ? word : null;
    }

    /// <summary>How many fields a text speaks of.</summary>
    private int Told(string said) => !_all.IsIn(said) ? 0
        : _fields.Count(field => Array.Exists(field, entry => Held(said, entry.Own) is not null));

    private static string? Held(string text, string[] words) => Array.Find(words, word => text.Contains(word, StringComparison.Ordinal));
}
