namespace ExcelBudget.Notes.Template;

/// <summary>
/// The slots of a template by the names of their hidden bookmarks. Word and WPS keep the tags of content controls, LibreOffice
/// before 7.5 drops them; every program keeps bookmarks.
/// </summary>
internal sealed class SlotIndex
{
    /// <summary>The row that a repeat is at: in the note its code or id stands for it.</summary>
    public const string ThisRow = "本行";

    private const string Prefix = "_EB";

    private readonly Dictionary<uint, string> _tags = [];
    private readonly Dictionary<string, List<string[]>> _directions = new(StringComparer.Ordinal);
    private readonly List<string> _ofRows = [];

    /// <summary>Start of the name of a slot's bookmarks; a running number follows.</summary>
    public static string BookmarkOf(string tag) => $"{Prefix}{Fingerprint.Of(tag):x8}_";

    /// <summary>True for the bookmark of any slot, known or not.</summary>
    public static bool IsOfSlot(string bookmark) => bookmark.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The tags of the template.</summary>
    public IEnumerable<string> Tags => _tags.Values;

    public void Add(string tag) => _tags.TryAdd(Fingerprint.Of(tag), tag);

    /// <summary>Adds a tag about 本行 once for each name the row may have.</summary>
    public void Add(string tag, IEnumerable<string> rows)
    {
        _ofRows.Add(tag);
        foreach (var row in rows) Add(tag.Replace(ThisRow, row, StringComparison.Ordinal));
    }

    /// <summary>The index with the rows of a budget that no pack can list: codes below units.</summary>
    public SlotIndex With(IEnumerable<string> rows)
    {
        if (_ofRows.Count == 0) return this;
        var index = new SlotIndex();
        foreach (var (print, tag) in _tags) index._tags[print] = tag;
        foreach (var (tag, words) in _directions) index._directions[tag] = words;
        var listed = rows.ToArray();
        foreach (var tag in _ofRows) index.Add(tag, listed);
        return index;
    }

    public void AddDirection(string tag, string[] words)
    {
        if (!_directions.TryGetValue(tag, out var sets)) _directions[tag] = sets = [];
        sets.Add(words);
    }

    /// <summary>The tag behind a bookmark; null for other bookmarks.</summary>
    public string? TagOf(string bookmark) =>
        bookmark.StartsWith(Prefix, StringComparison.Ordinal) && bookmark.Length > Prefix.Length + 8
        && uint.TryParse(
            bookmark.AsSpan(Prefix.Length, 8), System.Globalization.NumberStyles.HexNumber,
            System.Globalization.CultureInfo.InvariantCulture, out var print)
            ? _tags.GetValueOrDefault(print)
            : null;

    /// <summary>
    /// The words a direction can take where it reads <paramref name="now"/>; the first set of its tag for a word of somebody's own.
    /// </summary>
    public string[] DirectionWords(string tag, string now) => _directions.TryGetValue(tag, out var sets)
        ? sets.Find(words => Array.IndexOf(words, now) >= 0) ?? sets[0]
        : [];
}

/// <summary>A short number that tells whether words are the same (FNV-1a).</summary>
internal static class Fingerprint
{
    public static uint Of(ReadOnlySpan<char> words)
    {
        var print = 2166136261u;
        foreach (var symbol in words)
        {
            // programs differ in how they break lines
            if (!char.IsWhiteSpace(symbol)) print = (print ^ symbol) * 16777619u;
        }

        return print;
    }

    /// <summary>The same as a content control's id, which is a positive signed number.</summary>
    public static int Id(ReadOnlySpan<char> words) => (int)(Of(words) & 0x7FFFFFFF) | 1;
}
