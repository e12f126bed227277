using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 业务领域。What belongs to one field only: pupils to schooling, 秸秆 to farming, 危房 to housing. A text is another field's when nothing
/// else that is said speaks of it or of what goes together with it.
/// </summary>
internal sealed class BusinessFields
{
    private const string Star = "*";

    /// <summary>A project that says less leaves open what it is about.</summary>
    private const int ShortestSaid = 30;

    /// <summary>Who says so much and nothing of any field has business of another kind.</summary>
    private const int LongEnough = 60;

    /// <summary>A project of more fields has wide business: a township, a federation of trade unions.</summary>
    public const int MostFields = 2;

    private static readonly ConditionalWeakTable<IndicatorWords, BusinessFields> Known = [];

    private readonly Entry[][] _fields;
    private readonly WordSet _all;
    private readonly IReadOnlyList<string> _noise;

    private BusinessFields(IndicatorWords words)
    {
        _noise = words.FieldNoise;
        _fields =
        [
            .. from line in words.Fields
               let parts = line.Split(':', '=')
               where parts.Length == 3
               group Entry.Of(parts[1], parts[2]) by parts[0] into field
               select field.ToArray(),
        ];
        _all = new WordSet([.. _fields.SelectMany(field => field).SelectMany(entry => entry.Own)]);
    }

    /// <summary>The fields of a pack.</summary>
    public static BusinessFields Of(IndicatorWords words) => Known.GetValue(words, static list => new BusinessFields(list));

    /// <summary>True for a text that has a word of one field only.</summary>
    public bool AreIn(string text) => _all.IsIn(text);

    /// <summary>
    /// The word by which a text belongs to a field of which nothing else that is said speaks; null where it may be the project's own, and
    /// where what is said is of no field or of many.
    /// </summary>
    /// <param name="text">An indicator's name, a sentence.</param>
    /// <param name="said">Everything else that is said of the project.</param>
    /// <param name="own">What names the project and its goal: where it has the very words of a field the field is its own.</param>
    /// <param name="most">Of how many fields what is said may be.</param>
    public string? Foreign(string text, string said, string own = "", int most = MostFields)
    {
        if (said.Length < ShortestSaid || !_all.IsIn(text)) return null;
        string? word = null;
        var plain = WordList.Without(said, _noise);
        foreach (var field in _fields)
        {
            var told = Array.FindAll(field, entry => !entry.OnlyTells && Held(text, entry.Own) is not null);
            if (told.Length == 0) continue;
            var unspoken = Array.FindIndex(told, entry => !entry.IsSpokenOf(said, plain) && Held(own, entry.Own) is null);
            if (unspoken < 0) return null;
            word ??= Held(text, told[unspoken].Own);
        }

        return word is not null && Told(said) is var many && (many > 0 || said.Length >= LongEnough) && many <= most ? word : null;
    }

    /// <summary>How many fields a text speaks of.</summary>
    private int Told(string said) => !_all.IsIn(said) ? 0
        : _fields.Count(field => Array.Exists(field, entry => Held(said, entry.Own) is not null));

    /// <summary>
    /// Words of a field, and what a project speaks of that may have them: in words, and in single signs that many words hold.
    /// </summary>
    private sealed record Entry(string[] Own, WordSet Kin, WordSet Signs, bool OnlyTells)
    {
        public static Entry Of(string own, string kin)
        {
            var spoken = kin.Split('|');
            return new Entry(own.Split('|'), new WordSet([.. spoken.Where(word => word.Length != 1)]),
                new WordSet([.. spoken.Where(word => word.Length == 1)]), kin == Star);
        }

        /// <summary>Whether a text speaks of it: 水 in 水平 does not, so that signs are looked for in the plain text.</summary>
        public bool IsSpokenOf(string said, string plain) => Kin.IsIn(said) || Signs.IsIn(plain);
    }

    private static string? Held(string text, string[] words) => Array.Find(words, word => text.Contains(word, StringComparison.Ordinal));
}
