using System.Text;
using System.Xml.Linq;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Building;
using ExcelBudget.Notes.Compiling;
using ExcelBudget.Notes.Contents;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Notes.Pages;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Reissuing;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.OfficePackages.Zip.Weaving;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes;

/// <summary>
/// 情况说明模板。The Word template of a pack, compiled once: its unchanging text as bytes, its content controls as slots, its
/// other parts deflated. Shared between threads; every note is written from it.
/// </summary>
public sealed class NoteTemplate
{
    private const string DocumentPart = "word/document.xml";
    private const string StylesPart = "word/styles.xml";

    private readonly NoteForms _forms;
    private readonly IReadOnlyList<Segment> _document;
    private readonly Lazy<IReadOnlyList<Segment>?> _draft;
    private readonly StyleIndex _styles;
    private readonly NoteStyleNames _styleNames;
    private readonly SlotIndex _index;
    private readonly string _core;
    private readonly PackedPart[] _parts;

    private NoteTemplate(
        NoteForms forms, IReadOnlyList<Segment> document, XDocument styles, SlotIndex index, string core, PackedPart[] parts)
    {
        _forms = forms;
        _styles = new StyleIndex(styles);
        _styleNames = new NoteStyleNames(styles);
        _index = index;
        _document = document;
        _draft = new(() => DraftCompiler.Compile(document));
        _core = core;
        _parts = parts;
    }

    /// <summary>Makes a template of a pack's note.docx, once per pack.</summary>
    /// <param name="docx">The Word file.</param>
    /// <param name="book">The pack's rule book.</param>
    /// <param name="faults">Everything that is wrong with the template; empty for a sound one.</param>
    /// <param name="outline">What it was built from, whose slots it must still have; null to take it as it is.</param>
    /// <param name="isOutlineNewer">True when the outline was changed after the Word file: what lacks was not built yet.</param>
    /// <returns>The template; null when it has faults.</returns>
    public static NoteTemplate? Compile(
        byte[] docx, RuleBook book, out IReadOnlyList<TemplateFault> faults, NoteOutline? outline = null, bool isOutlineNewer = false)
    {
        var found = new List<TemplateFault>();
        faults = found;
        try
        {
            var opened = NoteGuard.Open(docx);
            if (opened.Package?.Tree(DocumentPart) is not { } document || opened.Package.Tree(StylesPart) is not { } styles)
            {
                found.Add(new TemplateFault("", "", opened.Reason?.Sentence ?? "不是 Word 文档（.docx）"));
                return null;
            }

            if (outline is not null && SlotComparison.Fault(document, outline, isOutlineNewer) is { } lost) found.Add(lost);
            var forms = new NoteForms(book.Pack);
            var index = new SlotIndex();
            var segments = TemplateCompiler.Compile(document, styles, book, forms, index, found);
            if (found.Count > 0) return null;
            var core = opened.Package.Bytes(CoreProperties.Part);
            return new NoteTemplate(
                forms, segments, styles, index, core is null ? "" : Encoding.UTF8.GetString(core), [.. opened.Package.PackedParts()]);
        }
        catch (UnreadableException problem)
        {
            found.Add(new TemplateFault("", "", $"文件打不开，请用 Word 重新保存为 .docx（{problem.Message}）"));
            return null;
        }
    }

    /// <summary>Writes the note of a budget.</summary>
    /// <param name="figures">The budget's figures; used by this call alone while it runs.</param>
    public NoteWriting Write(BudgetFigures figures)
    {
        var buffer = XmlBuffer.OfThread();
        var tables = new TableFlow();
        var writer = new NoteWriter(figures, _forms, buffer) { Flow = tables };
        foreach (var segment in _document) segment.Write(writer);
        if (writer.Contents is { } place) ContentsTable.Insert(buffer, place, _styles.Looks, tables);
        var document = MarkedPart.Pack(DocumentPart, buffer.Written, buffer.Marks);
        var core = PackedPart.Store(CoreProperties.Part, Encoding.UTF8.GetBytes(BudgetWords.InXml(_core, writer)));
        var parts = Array.ConvertAll(
            _parts, part => part.Name == DocumentPart ? document : part.Name == CoreProperties.Part ? core : part);
        return new NoteWriting(PackageWriter.Write(parts), writer.Gaps);
    }

    /// <summary>
    /// What the note of a budget would say and leave open, without making it: no contents, no pages, no file.
    /// </summary>
    /// <param name="figures">The budget's figures; used by this call alone while it runs.</param>
    public NoteDraft Draft(BudgetFigures figures)
    {
        if (_draft.Value is not { } segments) return DraftAsXml(figures);
        var marks = DraftMarks.OfThread();
        var writer = new NoteWriter(figures, _forms, XmlBuffer.OfThread(), isDraft: true) { Draft = marks };
        foreach (var segment in segments) segment.Write(writer);
        return new NoteDraft(DraftMarksReader.Read(marks.Written, _styleNames, writer.DraftTables), writer);
    }

    /// <summary>The same, written as XML: for templates that hold what marks do not know.</summary>
    internal NoteDraft DraftAsXml(BudgetFigures figures)
    {
        var buffer = XmlBuffer.OfThread();
        var writer = new NoteWriter(figures, _forms, buffer, isDraft: true);
        foreach (var segment in _document) segment.Write(writer);
        return new NoteDraft(buffer.Written.ToArray(), _styleNames, writer);
    }

    /// <summary>True when drafts are written as marks.</summary>
    internal bool HasMarks => _draft.Value is not null;

    /// <summary>
    /// 重新生成。An edited note with the figures of another state of its workbook: what is linked is new, the department's own words stay.
    /// Notes saved by Word, WPS or LibreOffice alike.
    /// </summary>
    /// <param name="note">The edited note.</param>
    /// <param name="figures">The budget's figures; used by this call alone while it runs.</param>
    /// <param name="faults">Why the file could not be used; empty when it could.</param>
    /// <returns>The note and what a person has to look at; null when its document or styles cannot be used.</returns>
    public NoteReissue? Reissue(GuardedNote note, BudgetFigures figures, out IReadOnlyList<TemplateFault> faults)
    {
        try
        {
            if (note.Tree(note.MainPart) is { } document && note.LinksOf(note.MainPart).OfKind("styles") is { } link
                && note.Tree(link.Target) is { } styles)
            {
                faults = [];
                var remarks = Update(document, new StyleIndex(styles), figures);
                ContentsTable.Refresh(document, ParagraphLook.Read(styles));
                var copy = note.Edit();
                copy.Write(note.MainPart, XmlTree.ToBytes(document));
                return new NoteReissue(copy.ToBytes(), remarks);
            }

            faults = [new TemplateFault("", "", "没有样式，不是完整的 Word 文档（.docx）。请用 Word 打开后另存为 .docx")];
        }
        catch (UnreadableException problem)
        {
            faults = [new TemplateFault("", "", UnreadableNote.Of(problem.Reason.With(problem.Message)).Sentence)];
        }

        return null;
    }

    private IReadOnlyList<ReissueRemark> Update(XDocument document, StyleIndex styles, BudgetFigures figures)
    {
        var index = _index.With(CodesBelowUnits(figures));
        new LinkRestorer(index, figures.Book.Pack, styles).Restore(document);
        var buffer = XmlBuffer.OfThread();
        var writer = new NoteWriter(figures, _forms, buffer);
        foreach (var segment in _document) segment.Write(writer);
        var template = XDocument.Load(new MemoryStream(buffer.Written.ToArray()), LoadOptions.PreserveWhitespace);
        new LinkRestorer(index, figures.Book.Pack, _styles).Restore(template);
        var remarks = new NoteUpdate(writer, index, styles, new ExpectedNote(template, _styles)).Run(document);
        BlockControls.Release(document);
        return remarks;
    }

    private static IEnumerable<string> CodesBelowUnits(BudgetFigures figures) => figures.Book.Pack.Forms
        .Where(form => figures.Book.Codes(form) is { IsUnderUnits: true }).SelectMany(form => figures.Budget[form.Id]?.Rows ?? [])
        .Select(row => row.Key.Value).Distinct();
}
