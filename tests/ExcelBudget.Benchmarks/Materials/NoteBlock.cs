using System.Text.Json.Serialization;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>A paragraph or a table of a note.</summary>
[JsonDerivedType(typeof(ParagraphBlock), "p")]
[JsonDerivedType(typeof(TableBlock), "t")]
internal abstract record NoteBlock;

/// <summary>A paragraph.</summary>
/// <param name="Style">Id of its style.</param>
/// <param name="Text">Its words.</param>
internal sealed record ParagraphBlock(string Style, string Text) : NoteBlock;

/// <summary>A table.</summary>
/// <param name="Style">Id of its style.</param>
/// <param name="Widths">Widths of its columns in twips.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record TableBlock(string Style, int[] Widths, RowBlock[] Rows) : NoteBlock;

/// <summary>A row of a table.</summary>
/// <param name="IsHead">True when it repeats on every page.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record RowBlock(bool IsHead, CellBlock[] Cells);

/// <summary>A cell of a table.</summary>
/// <param name="Width">Width in twips.</param>
/// <param name="Span">How many columns it covers.</param>
/// <param name="Merge">restart, continue or empty.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
internal sealed record CellBlock(int Width, int Span, string Merge, ParagraphBlock[] Paragraphs);
