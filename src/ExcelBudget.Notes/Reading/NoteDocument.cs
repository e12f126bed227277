using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Reading;

/// <summary>A Word file as its readers see it: paragraphs and tables in order.</summary>
/// <param name="Xml">The document part.</param>
/// <param name="Blocks">Paragraphs outside tables, and tables, in order; empty paragraphs are left out.</param>
internal sealed record NoteDocument(XDocument Xml, IReadOnlyList<NoteBlock> Blocks)
{
    /// <summary>Paragraphs outside tables, in order.</summary>
    public IReadOnlyList<NoteParagraph> Paragraphs { get; } = Blocks.OfType<NoteParagraph>().ToArray();

    public IReadOnlyList<NoteTable> Tables { get; } = Blocks.OfType<NoteTable>().ToArray();
}

/// <summary>A paragraph or a table.</summary>
internal abstract class NoteBlock
{
    /// <summary>Tags of the content controls around it, the innermost first.</summary>
    public IReadOnlyList<SlotTag> Around { get; init; } = [];
}

/// <summary>A stretch of a paragraph's words in one run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Words">The w:t element; null for a tab, a line break or a sign that stands for one character.</param>
/// <param name="Start">Its first character in the paragraph.</param>
/// <param name="Length">How many characters.</param>
internal readonly record struct NotePiece(XElement Run, XElement? Words, int Start, int Length);

/// <summary>A content control within a paragraph.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Start">Its first character in the paragraph.</param>
/// <param name="Length">How many characters.</param>
internal sealed record NoteControl(SlotTag Tag, int Start, int Length);

/// <summary>A paragraph with its words as a reader sees them: deletions gone, insertions in, runs joined.</summary>
internal sealed class NoteParagraph : NoteBlock
{
    /// <summary>Stands for the element of a paragraph in no file.</summary>
    public static readonly XElement Nowhere = new("none");

    /// <summary>The w:p element.</summary>
    public required XElement Element { get; init; }

    /// <summary>The words; «\n» for a line break within the paragraph.</summary>
    public required string Text { get; init; }

    /// <summary>Where the words stand.</summary>
    public required IReadOnlyList<NotePiece> Pieces { get; init; }

    /// <summary>Content controls within it.</summary>
    public required IReadOnlyList<NoteControl> Controls { get; init; }

    /// <summary>Number from 1; 0 inside a table.</summary>
    public int Number { get; init; }

    /// <summary>Level of a heading from 1, by its style; 0 for body text.</summary>
    public int StyleLevel { get; init; }

    /// <summary>True for a line of the table of contents.</summary>
    public bool IsContents { get; init; }
}

/// <summary>A cell of a table.</summary>
/// <param name="Row">Row from 0.</param>
/// <param name="Column">First grid column from 0.</param>
/// <param name="Span">How many grid columns.</param>
/// <param name="IsContinued">True when it is merged into the one above.</param>
/// <param name="Paragraphs">Its paragraphs, empty ones left out.</param>
internal sealed record NoteCell(int Row, int Column, int Span, bool IsContinued, IReadOnlyList<NoteParagraph> Paragraphs)
{
    /// <summary>Its words, «\n» between paragraphs.</summary>
    public string Text { get; } = string.Join('\n', Paragraphs.Select(paragraph => paragraph.Text));
}

internal sealed class NoteTable : NoteBlock
{
    /// <summary>Rows of cells from left to right; of a draft all it says in one cell.</summary>
    public IReadOnlyList<IReadOnlyList<NoteCell>> Rows
    {
        get => field ??= [[new NoteCell(0, 0, 1, false, [.. DraftWords.Where(words => words.AsSpan().Trim().Length > 0).Select(Said)])]];
        init;
    }

    /// <summary>What a table of a draft says, a paragraph each; nothing for a table that was read with its rows.</summary>
    public IReadOnlyList<string> DraftWords { get; init; } = [];

    /// <summary>A paragraph of a draft's table.</summary>
    public static NoteParagraph Said(string words) =>
        new() { Element = NoteParagraph.Nowhere, Text = words, Pieces = [], Controls = [] };

    /// <summary>Names of the bookmarks that begin right before it or in its first row.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Its title for readers for the blind; empty without one.</summary>
    public string Caption { get; init; } = "";

    /// <summary>How many grid columns it has.</summary>
    public int Width => Rows.Count == 0 ? 0 : Rows.Max(row => row.Count == 0 ? 0 : row[^1].Column + row[^1].Span);
}
