namespace ExcelBudget.Domain.Codes;

/// <summary>
/// 科目对照。A second classification that follows from a first one: 30101 is 50101 for an administrative unit and 50501 for an institution.
/// </summary>
/// <param name="Id">Id in the pack.</param>
/// <param name="Field">Field of the unit that decides between several targets, such as unit_nature; null where there is one each.</param>
/// <param name="Entries">The lines of the table in order.</param>
public sealed record CodeMap(string Id, string? Field, IReadOnlyList<CodeMapEntry> Entries)
{
    /// <summary>The line that holds for a code, or for the code above it; null when none does.</summary>
    /// <param name="code">A code of the first classification.</param>
    /// <param name="fact">What the unit says in <see cref="Field"/>; empty when it says nothing.</param>
    public CodeMapEntry? Find(string code, string fact)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(fact);
        CodeMapEntry? found = null;
        foreach (var entry in Entries)
        {
            if (!code.StartsWith(entry.From, StringComparison.Ordinal) || !entry.Holds(fact)) continue;
            if (found is null || entry.From.Length > found.From.Length) found = entry;
        }

        return found;
    }
}

/// <summary>One line of a table from codes to codes.</summary>
/// <param name="From">Code of the first classification, or the beginning of several.</param>
/// <param name="When">Words of which the unit's fact must hold one; empty for any unit.</param>
/// <param name="To">Code of the second classification.</param>
/// <param name="Name">Its name.</param>
public sealed record CodeMapEntry(string From, IReadOnlyList<string> When, string To, string Name)
{
    /// <summary>True for a unit with such a fact.</summary>
    public bool Holds(string fact) => When.Count == 0 || When.Any(word => fact.Contains(word, StringComparison.Ordinal));
}
