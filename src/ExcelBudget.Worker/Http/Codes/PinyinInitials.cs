using System.Text;

namespace ExcelBudget.Worker.Http.Codes;

/// <summary>
/// 拼音首字母。The letters a character's readings may begin with; one with several readings has several, so that 行 is found under x and h.
/// The table lists, for each letter, the common characters (GB 2312 and the code lists) read so.
/// </summary>
internal static class PinyinInitials
{
    private static readonly Lazy<Dictionary<char, int>> Letters = new(Read);

    /// <summary>True when a text holds characters one after the other whose readings begin with the given letters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="initials">Letters a to z, lower case; a digit stands for itself.</param>
    /// <returns>Where the first of them stands; -1 when nowhere.</returns>
    public static int IndexOf(string text, string initials)
    {
        var spoken = text.Where(letter => char.IsLetterOrDigit(letter)).ToArray();
        for (var start = 0; start + initials.Length <= spoken.Length; start++)
        {
            var at = 0;
            while (at < initials.Length && Begins(spoken[start + at], initials[at])) at++;
            if (at == initials.Length) return start;
        }

        return -1;
    }

    private static bool Begins(char character, char initial) =>
        char.ToLowerInvariant(character) == initial
        || (initial is >= 'a' and <= 'z' && (Letters.Value.GetValueOrDefault(character) & (1 << (initial - 'a'))) != 0);

    private static Dictionary<char, int> Read()
    {
        var letters = new Dictionary<char, int>();
        using var stream = typeof(PinyinInitials).Assembly.GetManifestResourceStream("pinyin-initials")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            foreach (var character in line[2..])
                letters[character] = letters.GetValueOrDefault(character) | (1 << (line[0] - 'a'));
        }

        return letters;
    }
}
