using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// What the budget's own unit is called, and the units it is made of: words that name somebody and never an item, whatever they are
/// made of (图书馆, 行政运行中心, 政府采购中心).
/// </summary>
internal sealed class OwnNames
{
    /// <summary>What the books call a department's own part; the department is called without it.</summary>
    private static readonly string[] OwnParts = ["（本级）", "本级", "机关"];

    private readonly string[] _names;
    private readonly HashSet<char> _starts;

    /// <param name="pack">The pack: a form that lists the members has their names.</param>
    /// <param name="budget">The budget.</param>
    public OwnNames(Pack pack, Budget budget)
    {
        _names = [.. Members(pack, budget).Prepend(budget.Identity.UnitName).SelectMany(Spellings).Distinct()
            .OrderByDescending(name => name.Length)];
        _starts = [.. _names.Select(name => name[0])];
    }

    /// <summary>True when a name stands in a plain sentence.</summary>
    public bool AreIn(string text) => Array.Exists(_names, name => text.Contains(name, StringComparison.Ordinal));

    /// <summary>How long the name is that begins at a character of a plain sentence; 0 for none.</summary>
    public int LengthAt(string text, int at)
    {
        if (!_starts.Contains(text[at])) return 0;
        foreach (var name in _names)
        {
            if (string.CompareOrdinal(text, at, name, 0, name.Length) == 0) return name.Length;
        }

        return 0;
    }

    /// <summary>A text with the names taken out, in the spelling of plain sentences.</summary>
    public string Without(string plain) => _names.Aggregate(plain, (text, name) => text.Replace(name, "", StringComparison.Ordinal));

    private static IEnumerable<string> Members(Pack pack, Budget budget) =>
        from form in pack.Forms
        where form.Rows.OfType<RowGroup.List>().Any(list => list.Table == DatasetTables.Members)
        from row in budget[form.Id]?.Rows ?? []
        select row.Text(form.Columns[0].Id.Value);

    private static IEnumerable<string> Spellings(string name)
    {
        var plain = PlainSentence.Plain(name);
        if (plain.Length == 0) yield break;
        yield return plain;
        foreach (var part in OwnParts)
        {
            if (plain.Length > part.Length && plain.EndsWith(part, StringComparison.Ordinal)) yield return plain[..^part.Length];
        }
    }
}
