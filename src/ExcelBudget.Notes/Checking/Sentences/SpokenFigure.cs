using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>What a number of a sentence says of its item.</summary>
internal enum Aspect
{
    Current,

    Last,

    /// <summary>This year less last.</summary>
    Change,

    /// <summary>The change in percent of last year.</summary>
    Rate,

    /// <summary>This year's figure in percent of last year's.</summary>
    Ratio,

    /// <summary>A part in percent of a whole.</summary>
    Share,
}

/// <summary>A number of a sentence with what it speaks of.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Number">The number.</param>
/// <param name="Phrase">The words that name its item; null when nothing does.</param>
/// <param name="Field">What they mean; null when nothing is known.</param>
/// <param name="Aspect">What it says of it.</param>
/// <param name="Direction">1 or -1 when the sentence says a direction, 0 when it does not.</param>
/// <param name="IsLoose">True when other words stand between, or the item was named in a sentence before.</param>
internal sealed record SpokenFigure(
    PlainSentence Sentence, NoteToken Number, NoteToken? Phrase, NoteField? Field, Aspect Aspect, int Direction, bool IsLoose)
{
    /// <summary>
    /// True when the number may also be this year's figure or a change: a list of changes without a direction of its
    /// own, or a number right behind 比上年.
    /// </summary>
    public bool MayBeChange { get; init; }

    /// <summary>The whole a share is said to be of; null when the sentence names none.</summary>
    public NoteField? Whole { get; init; }

    /// <summary>True when the item was named in a sentence before.</summary>
    public bool IsCarried { get; init; }

    /// <summary>True when the number stands in a reason: it explains, and is no figure of a form.</summary>
    public bool IsInReason { get; init; }

    public SaidQuantity Quantity => Number.Quantity!.Value;

    public NoteSpot Spot => Sentence.Spot(Number.Start, Number.End);
}
