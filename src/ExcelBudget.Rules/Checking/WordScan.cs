using System.Runtime.InteropServices;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// Which groups of words have one in a text, found in one pass over the text for all groups: most texts hold none of them, and need not be
/// looked at by the rules that want one. Thread-safe.
/// </summary>
internal sealed class WordScan
{
    private const int Groups = 64;

    // one bit for each sign: whether a word begins with it
    private readonly ulong[] _starts = new ulong[(char.MaxValue + 1) / Groups];
    private readonly Dictionary<char, (string Word, ulong Group)[]> _words = [];

    /// <param name="groups">The words of each group; more than 64 share their places: a text then seems to hold more.</param>
    public WordScan(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var known = new Dictionary<string, ulong>(StringComparer.Ordinal);
        for (var at = 0; at < groups.Count; at++)
        {
            foreach (var word in groups[at]) CollectionsMarshal.GetValueRefOrAddDefault(known, word, out _) |= Place(at);
        }

        foreach (var start in known.GroupBy(word => word.Key[0]))
        {
            _starts[start.Key / Groups] |= 1UL << (start.Key % Groups);
            _words[start.Key] = [.. start.Select(word => (word.Key, word.Value))];
        }
    }

    /// <summary>The bit that stands for a group.</summary>
    public static ulong Place(int group) => 1UL << (group % Groups);

    /// <summary>The groups of which a word stands in a text, a bit for each.</summary>
    public ulong In(string text)
    {
        var found = 0UL;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if ((_starts[sign / Groups] >> (sign % Groups) & 1) == 0) continue;
            foreach (var (word, group) in _words[sign])
            {
                if ((found & group) != group && text.AsSpan(at).StartsWith(word)) found |= group;
            }
        }

        return found;
    }
}
