using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Notes.Pages;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Template;

/// <summary>One note under way: the budget's figures, the words written so far, and what was found missing.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="forms">The pack's forms by what the note does with them.</param>
/// <param name="buffer">Where the note is written.</param>
/// <param name="isDraft">True when only the words are wanted: tables say theirs and have no look.</param>
internal sealed class NoteWriter(BudgetFigures figures, NoteForms forms, XmlBuffer buffer, bool isDraft = false)
{
    /// <summary>What the words of a gap begin with.</summary>
    public const string GapStart = "【待补充：";

    private readonly List<string> _gaps = [];
    private readonly List<NoteGapPlace> _gapPlaces = [];
    private readonly Dictionary<FormId, PrintedLabels> _labels = [];
    private ILookup<RowKey, RowView>? _rowsByProject;

    public BudgetFigures Figures => figures;

    /// <summary>True when only the words are wanted.</summary>
    public bool IsDraft => isDraft;

    /// <summary>What the note says, where it is written as marks and not as XML; null otherwise.</summary>
    public DraftMarks? Draft { get; init; }

    /// <summary>How much was written so far.</summary>
    public int Length => Draft?.Count ?? buffer.Length;

    /// <summary>Forgets what was written after a place.</summary>
    public void CutBackTo(int length)
    {
        if (Draft is not null) Draft.CutBackTo(length);
        else buffer.CutBackTo(length);
    }

    /// <summary>What the tables of a draft say, in order.</summary>
    public List<DraftTable> DraftTables { get; } = [];

    /// <summary>The pack's forms by what the note does with them.</summary>
    public NoteForms Forms => forms;

    /// <summary>Where the note is written.</summary>
    public XmlBuffer Buffer => buffer;

    /// <summary>The rows of its tables for who sets its pages; null when nobody does.</summary>
    public TableFlow? Flow { get; init; }

    /// <summary>What was found missing, in the note's order, each once.</summary>
    public IReadOnlyList<string> Gaps => _gaps;

    /// <summary>Where gaps that are no text sections would be filled, each once.</summary>
    public IReadOnlyList<NoteGapPlace> GapPlaces => _gapPlaces;

    /// <summary>The project that is being written; null outside the repeat.</summary>
    public FormRow? Project { get; set; }

    /// <summary>The project's place, from 1.</summary>
    public int ProjectNumber { get; set; }

    /// <summary>本行: the row that is being written; nothing outside a repeat.</summary>
    public RowContext Row { get; set; }

    /// <summary>The row's place among those that are written, from 1.</summary>
    public int RowNumber { get; set; }

    /// <summary>A tag as it holds in the note: 本行 by its id or code.</summary>
    public string Absolute(string tag) => Row.Row is { } row
        ? tag.Replace(SlotIndex.ThisRow, row.Key.Value, StringComparison.Ordinal) : tag;

    /// <summary>The number the next bookmark takes.</summary>
    public int NextBookmark { get; set; } = 1;

    /// <summary>The department's text of a section; empty when it wrote none.</summary>
    public string TextOf(string section) =>
        forms.Texts is { } texts ? figures.Budget[texts.Id]?[new RowKey(section)]?.Text(forms.TextColumn.Value) ?? "" : "";

    /// <summary>The rows inside the project under way.</summary>
    public IEnumerable<RowView> ProjectRows => (_rowsByProject ??= forms.RowsByProject(figures))[Project!.Key];

    /// <summary>What a column of the project under way says; null for a text that nobody wrote.</summary>
    public string? ProjectField(FormColumn column)
    {
        if (!column.IsFigure) return Project!.Text(column.Id.Value) is { Length: > 0 } text ? text : null;
        var row = figures.View(forms.Projects!)[Project!.Key]!;
        return forms.Projects!.Printed(column, figures.Value(forms.Projects!, row, column.Id).Value);
    }

    /// <summary>What the rows of a form print by themselves.</summary>
    public PrintedLabels LabelsOf(FormDefinition form)
    {
        if (!_labels.TryGetValue(form.Id, out var labels))
            _labels[form.Id] = labels = new PrintedLabels(
                figures.View(form), figures.Book.Codes(form), new FormSlots(form, figures.Budget.Identity));
        return labels;
    }

    /// <summary>How a gap in the project under way is named.</summary>
    public string NameOfProjectField(string title) => $"第 {Whole(ProjectNumber)} 个项目的{title}";

    /// <summary>Number of the last item under the heading; 0 before the first.</summary>
    public int ItemNumber { get; set; }

    /// <summary>Where the table of contents goes; null when the template has none.</summary>
    public ContentsPlace? Contents { get; set; }

    /// <summary>Starts a bookmark; returns its number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isNumbered">True when the number follows the name.</param>
    public int StartBookmark(ReadOnlySpan<byte> name, bool isNumbered)
    {
        if (Draft is not null)
        {
            Draft.Add(DraftMarkKind.Nothing);
            return 0;
        }

        var id = NextBookmark++;
        buffer.Raw("<w:bookmarkStart w:id=\""u8);
        buffer.Number(id);
        buffer.Raw("\" w:name=\""u8);
        buffer.Raw(name);
        if (isNumbered) buffer.Number(id);
        buffer.Raw("\"/>"u8);
        return id;
    }

    public void EndBookmark(int id)
    {
        if (Draft is not null) return;
        buffer.Raw("<w:bookmarkEnd w:id=\""u8);
        buffer.Number(id);
        buffer.Raw("\"/>"u8);
    }

    /// <summary>Writes words into a run; «\n» breaks the line.</summary>
    public void Run(RunFrame frame, string words)
    {
        if (Draft is not null) Draft.AddLines(words);
        else Run(frame, words.AsSpan());
    }

    private void Run(RunFrame frame, ReadOnlySpan<char> words)
    {
        buffer.Raw(frame.Start);
        Lines(words);
        buffer.Raw("</w:t></w:r>"u8);
    }

    /// <summary>Writes a visible gap into a run and lists it.</summary>
    public void Gap(RunFrame frame, string what, CellAddress? place = null)
    {
        var words = Missing(what, place);
        if (Draft is not null)
        {
            Draft.AddWords(words);
            return;
        }

        buffer.Raw(frame.GapStart);
        buffer.Words(words);
        buffer.Raw("</w:t></w:r>"u8);
    }

    /// <summary>Lists a gap; returns the words that mark it in the note.</summary>
    /// <param name="what">What is missing.</param>
    /// <param name="place">The cell that would fill it; null where it is a text section's or a figure that cannot be told.</param>
    public string Missing(string what, CellAddress? place = null)
    {
        if (!_gaps.Contains(what))
        {
            _gaps.Add(what);
            if (place is { } cell) _gapPlaces.Add(new NoteGapPlace(what, cell));
        }

        return GapWords(what);
    }

    /// <summary>Starts a paragraph.</summary>
    /// <param name="xml">Its start tag with its properties.</param>
    /// <param name="marks">The same as marks.</param>
    public void StartParagraph(ReadOnlySpan<byte> xml, DraftMark[] marks)
    {
        if (Draft is null) buffer.Raw(xml);
        else Draft.Add(marks);
    }

    public void EndParagraph()
    {
        if (Draft is null) buffer.Raw("</w:p>"u8);
        else Draft.Add(DraftMarkKind.ParagraphEnd);
    }

    /// <summary>A cell of the project under way.</summary>
    public CellAddress ProjectCell(ColumnId column) => new(forms.Projects!.Id, Project!.Key, column);

    /// <summary>The words that mark a gap.</summary>
    public static string GapWords(string what) => $"{GapStart}{what}】";

    /// <summary>Writes words; «\n» breaks the line.</summary>
    public void Lines(ReadOnlySpan<char> words) => buffer.Lines(words);

    /// <summary>A whole number as words.</summary>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
