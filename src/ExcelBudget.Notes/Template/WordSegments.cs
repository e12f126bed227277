using System.Text;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Template;

/// <summary>Words of the budget itself: unit, year.</summary>
internal sealed class WordsSegment(RunFrame frame, Func<NoteWriter, string> words) : Segment
{
    public override void Write(NoteWriter writer) => writer.Run(frame, words(writer));
}

/// <summary>A figure in its form's unit; a gap when it cannot be told.</summary>
internal sealed class FigureSegment(RunFrame frame, Expression expression, Func<Measure, string> shown) : Segment
{
    public override void Write(NoteWriter writer)
    {
        var figure = writer.Figures.Evaluate(expression, writer.Row);
        if (figure.Unknown is { } reason) writer.Gap(frame, reason);
        else writer.Run(frame, shown(figure.Value));
    }
}

/// <summary>One of the words in the control, by the sign of a figure as it is printed: «增加/减少/持平».</summary>
internal sealed class DirectionSegment(RunFrame frame, Expression expression, AmountFormat amounts, string[] words) : Segment
{
    /// <summary>The words for more, less and no change.</summary>
    public string[] Words => words;

    public override void Write(NoteWriter writer)
    {
        var sign = Math.Sign(SentenceAmounts.Rounded(writer.Figures.Evaluate(expression, writer.Row).Value, amounts));
        var index = sign > 0 ? 0 : sign < 0 ? 1 : 2;
        if (index < words.Length) writer.Run(frame, words[index]);
    }
}

/// <summary>A text of the department.</summary>
/// <param name="section">The section.</param>
internal abstract class TextSegment(TextSection section) : Segment
{
    protected TextSection Section => section;

    /// <summary>The department's words as this slot writes them; empty when it wrote none.</summary>
    public abstract string WordsOf(NoteWriter writer);

    /// <summary>Fingerprint of what is written, by which a re-issue sees whether somebody reworded it.</summary>
    public int PrintOf(NoteWriter writer) =>
        Fingerprint.Id(WordsOf(writer) is { Length: > 0 } words ? words : NoteWriter.GapWords(section.Title));
}

/// <summary>A text of the department within a sentence, without its own full stop.</summary>
internal sealed class PhraseSegment(RunFrame frame, TextSection section) : TextSegment(section)
{
    public override string WordsOf(NoteWriter writer) => writer.TextOf(Section.Id).TrimEnd('。', '．', '.', '；', ';', ' ');

    public override void Write(NoteWriter writer)
    {
        var text = WordsOf(writer);
        if (text.Length == 0) writer.Gap(frame, Section.Title);
        else writer.Run(frame, text);
    }
}

/// <summary>
/// A text of the department as paragraphs in the look of the control's first, within a bookmark: a control around paragraphs would not
/// outlast LibreOffice, which repeats the first of them.
/// </summary>
/// <param name="frame">Look of the words.</param>
/// <param name="paragraph">Start of a paragraph with its properties.</param>
/// <param name="section">The section.</param>
internal sealed class ParagraphsSegment(RunFrame frame, byte[] paragraph, TextSection section) : TextSegment(section)
{
    private readonly string _slot = SlotIndex.BookmarkOf(TagOf(section));

    /// <summary>Start of a paragraph with its properties.</summary>
    public byte[] Start => paragraph;

    /// <summary>The same as marks.</summary>
    public DraftMark[] DraftStart { get; set; } = [];

    /// <summary>The tag of a text's slot as bookmarks know it, however a template spells it.</summary>
    public static string TagOf(TextSection section) => $"text:{section.Id}";

    public override string WordsOf(NoteWriter writer) =>
        string.Join('\n', writer.TextOf(Section.Id).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public override void Write(NoteWriter writer)
    {
        var text = WordsOf(writer);
        writer.StartParagraph(paragraph, DraftStart);
        var bookmark = writer.StartBookmark(Encoding.UTF8.GetBytes(TextMarks.NameOf(_slot, PrintOf(writer))), isNumbered: true);
        if (text.Length == 0)
        {
            writer.Gap(frame, Section.Title);
        }
        else
        {
            var isFirst = true;
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                if (!isFirst)
                {
                    writer.EndParagraph();
                    writer.StartParagraph(paragraph, DraftStart);
                }

                writer.Run(frame, line.ToString());
                isFirst = false;
            }
        }

        writer.EndBookmark(bookmark);
        writer.EndParagraph();
    }
}

/// <summary>A field of the project that is being written.</summary>
internal sealed class ProjectFieldSegment(RunFrame frame, FormColumn column) : Segment
{
    public override void Write(NoteWriter writer)
    {
        if (writer.ProjectField(column) is { } words) writer.Run(frame, words);
        else writer.Gap(frame, writer.NameOfProjectField(column.Title), writer.ProjectCell(column.Id));
    }
}

/// <summary>The figure conditions of the template: relations, and whether a figure shows as zero.</summary>
internal static class Conditions
{
    public static bool Holds(Comparing relation, BudgetFigures figures, RowContext row)
    {
        var gap = (figures.Evaluate(relation.Left, row).Value - figures.Evaluate(relation.Right, row).Value).Value;
        return relation.Comparison switch
        {
            Comparison.Equal => gap == 0m,
            Comparison.AtMost => gap <= 0m,
            _ => gap >= 0m,
        };
    }

    /// <summary>True when a figure shows as 0.00; a set of cells when each of them does.</summary>
    public static bool IsZero(Expression expression, AmountFormat amounts, BudgetFigures figures, RowContext row) =>
        expression is Expression.Cells cells
        ? figures.CellsOf(cells, row).All(cell => ShowsZero(figures.Value(cells.Form, cell.Row, cell.Column), amounts))
        : ShowsZero(figures.Evaluate(expression, row), amounts);

    /// <summary>True when at least one of the cells was filled in; what is computed does not count.</summary>
    public static bool IsEntered(Expression.Cells cells, BudgetFigures figures, RowContext row) =>
        RowNames.CellsOf(figures, cells, row).Any(cell => cell.Row.Row?[cell.Column] is not null);

    private static bool ShowsZero(Evaluated figure, AmountFormat amounts) => SentenceAmounts.Rounded(figure.Value, amounts) == 0m;
}
