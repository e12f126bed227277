using System.Runtime.CompilerServices;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// What words of a sentence mean: the figure behind them, and how it changed. Made once for a pack; two are equal when they are the same.
/// </summary>
/// <param name="Item">The words messages call it by.</param>
/// <param name="Figures">Figures it may mean, the first one first; none when the words must only not be taken for others.</param>
internal sealed record NoteField(string Item, IReadOnlyList<Expression> Figures)
{
    /// <summary>This year less last; null when unknown.</summary>
    public Expression? Change { get; init; }

    /// <summary>Last year's figure; null when unknown.</summary>
    public Expression? Last { get; init; }

    /// <summary>Counting units; empty for money.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Sections in which it means this; empty for all.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The section that must quote it; null for none.</summary>
    public string? QuotedIn { get; init; }

    /// <summary>True when a change needs its reason in the same paragraph.</summary>
    public bool NeedsReason { get; init; }

    /// <summary>True when the pack's own outline tells its change without a reason.</summary>
    public bool LeavesReason { get; init; }

    /// <summary>Units that have such an item; null for every unit.</summary>
    public RowWords? Only { get; init; }

    /// <summary>True for names of a classification: a note may use them for other money too.</summary>
    public bool IsLoose { get; init; }

    /// <inheritdoc />
    public bool Equals(NoteField? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
