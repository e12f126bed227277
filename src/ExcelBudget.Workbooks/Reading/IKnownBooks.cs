using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>The rule books by which workbooks can be read; one that no workbook names need not be made. Thread-safe.</summary>
public interface IKnownBooks
{
    /// <summary>Ids of the packs, in the order in which they are tried.</summary>
    IEnumerable<string> Ids { get; }

    /// <summary>The versions of a pack under which workbooks were issued; empty when there is none, or none that can be used.</summary>
    /// <param name="id">Any text that a workbook claims to be a pack's id.</param>
    IReadOnlyList<RuleBook> Of(string id);
}

/// <summary>Rule books that were made already.</summary>
internal sealed class BooksAtHand(IReadOnlyList<RuleBook> books) : IKnownBooks
{
    private readonly ILookup<string, RuleBook> _books = books.ToLookup(book => book.Pack.Id, StringComparer.Ordinal);

    /// <inheritdoc />
    public IEnumerable<string> Ids => _books.Select(versions => versions.Key);

    /// <inheritdoc />
    public IReadOnlyList<RuleBook> Of(string id) => [.. _books[id]];
}
