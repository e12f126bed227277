using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Classified;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking;

/// <summary>One check under way: the note, the budget, and what was found so far.</summary>
internal sealed class NoteScope
{
    private readonly List<NoteMark> _marks = [];
    private readonly HashSet<NoteToken[]> _given = [];
    private readonly Dictionary<string, List<string>> _unchecked = new(StringComparer.Ordinal);
    private readonly List<NoteAgreement> _agreements = [];
    private readonly List<NoteSpot> _lastYears = [];
    private readonly ClassifiedProjects? _classified;
    private readonly HashSet<string> _leaked = new(StringComparer.Ordinal);

    /// <param name="document">The note.</param>
    /// <param name="figures">The budget's figures.</param>
    /// <param name="language">What the words of the pack's notes mean.</param>
    /// <param name="isReview">True when only what is wrong is asked for: neither what holds nor what could not be compared.</param>
    public NoteScope(NoteDocument document, BudgetFigures figures, NoteLanguage language, bool isReview = false)
    {
        (Document, Figures, Language, IsReview) = (document, figures, language, isReview);
        Names = new FigureNames(figures);
        OwnNames = new OwnNames(figures.Book.Pack, figures.Budget);
        _classified = ClassifiedProjects.Of(figures.Book.Pack, figures.Budget);
        Paragraphs = ReadParagraph.Of(document, language.Paragraphs);
        Outline = new NoteOutlineOf(document, Paragraphs, figures.Book.Pack, language.Declaration, OwnNames);
    }

    /// <summary>True when only what is wrong is asked for.</summary>
    public bool IsReview { get; }

    /// <summary>True when of what is wrong only errors are asked for.</summary>
    public bool IsForErrors { get; init; }

    /// <summary>True for a rule whose objection is asked for.</summary>
    public bool Asks(string rule) => !IsForErrors
        || (Language.Declaration.Rules.TryGetValue(rule, out var declared) && declared.Severity == Severity.Error);

    public NoteDocument Document { get; }

    /// <summary>The note's paragraphs without its table of contents, in order.</summary>
    public ReadParagraph[] Paragraphs { get; }

    public BudgetFigures Figures { get; }

    public NoteLanguage Language { get; }

    /// <summary>What messages call cells.</summary>
    public FigureNames Names { get; }

    /// <summary>Names of the unit and its members: never an item.</summary>
    public OwnNames OwnNames { get; }

    /// <summary>Headings and sections of the note.</summary>
    public NoteOutlineOf Outline { get; }

    /// <summary>预算年度。</summary>
    public int Year => Figures.Budget.Identity.Year;

    /// <summary>What was found, with where to mark it.</summary>
    public IReadOnlyList<NoteMark> Marks => _marks;

    /// <summary>How often something was said, held or could not be compared: a sentence that moves it was understood in part.</summary>
    public int Answers { get; private set; }

    /// <summary>What was compared and holds.</summary>
    public IReadOnlyList<NoteAgreement> Agreements => _agreements;

    /// <summary>What could not be compared.</summary>
    public IReadOnlyList<Unchecked> Unchecked => [.. _unchecked.Select(entry => new Unchecked(entry.Key, string.Join('；', entry.Value)))];

    /// <summary>The findings with their spots, errors first, then in the note's order.</summary>
    public IReadOnlyList<NoteMark> Ordered() => [.. _marks.OrderByDescending(mark => mark.Finding.Severity)
        .ThenBy(mark => mark.Finding.Place.Paragraph ?? 0)];

    /// <summary>Which words are the workbook's.</summary>
    public TextOrigins Origins => field ??= new TextOrigins(Figures);

    /// <summary>The tokens of a sentence, read once for all checks.</summary>
    public NoteToken[] TokensOf(PlainSentence sentence) => sentence.Tokens ??= Read(sentence);

    private NoteToken[] Read(PlainSentence sentence)
    {
        // words of the unit's own name are no items: such a sentence says something else in every note
        if (OwnNames.AreIn(sentence.Text)) return Tokens(sentence.Text, this);
        var tokens = sentence.Words.Tokens(Year, this, Tokens);
        // a sentence of a template stands in every note; twice in one note its tokens are two things
        return _given.Add(tokens) ? tokens : Array.ConvertAll(tokens, static token => token with { });
    }

    private static NoteToken[] Tokens(string sentence, NoteScope scope) =>
        [.. SentenceTokens.Of(sentence, scope.Language.Of(scope.Year), scope.Language, scope.OwnNames)];

    /// <summary>True when something was said about these words already: they are told once.</summary>
    public bool IsReported(NoteSpot spot) => _marks.Any(mark => Overlap(mark.Spot, spot));

    /// <summary>Notes that a sentence quotes last year's figure: it may name that year.</summary>
    public void QuotesLastYear(NoteSpot spot) => _lastYears.Add(spot);

    /// <summary>True when the sentence around a spot quotes last year's figure.</summary>
    public bool IsAboutLastYear(NoteSpot spot) =>
        _lastYears.Exists(quoted => quoted.Paragraph == spot.Paragraph && quoted.Sentence == spot.Sentence);

    /// <summary>Says something about a spot, unless something was said about it already.</summary>
    /// <returns>False when the pack does not declare the rule.</returns>
    public bool Report(string rule, NoteSpot spot, NoteRemark remark)
    {
        Answers++;
        if (Withheld(spot, remark) is { } withheld)
        {
            Leaked(withheld, spot);
            return true;
        }

        if (!Language.Declaration.Rules.TryGetValue(rule, out var declared))
        {
            NotChecked(rule, "表样包没有声明这条规则（note-check.yaml）");
            return false;
        }

        // one fault of a figure is told once; numbering or repetition of the same words is another matter
        if (!_marks.Any(mark => mark.Finding.Category == declared.Category && Overlap(mark.Spot, spot)))
            _marks.Add(new NoteMark(spot, FindingOf(declared, spot, remark)));
        return true;
    }

    /// <summary>Notes what could not be compared; each reason once.</summary>
    public void NotChecked(string rule, string reason)
    {
        Answers++;
        if (IsReview) return;
        if (!_unchecked.TryGetValue(rule, out var reasons)) _unchecked[rule] = reasons = [];
        if (!reasons.Contains(reason)) reasons.Add(reason);
    }

    /// <summary>Notes what was compared and holds.</summary>
    /// <param name="spot">Where the note says it.</param>
    /// <param name="said">What it says.</param>
    /// <param name="item">What it speaks of; null for the names of the cells.</param>
    /// <param name="figure">What it was compared with; null for a sum within the note.</param>
    public void Agrees(NoteSpot spot, string said, string? item, Expression? figure)
    {
        Answers++;
        if (IsReview) return;
        IReadOnlyList<CellAddress> cells = figure is null ? [] : Names.Cells(figure);
        _agreements.Add(new NoteAgreement(
            spot.Place, said, item ?? Names.Of(figure!), [.. cells.Select(cell => new Place(Address: cell))]));
    }

    private static bool Overlap(NoteSpot one, NoteSpot other) => one.Paragraph is not null && one.Paragraph == other.Paragraph
        && one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    /// <summary>The withheld cell a remark would quote; null where it quotes none.</summary>
    private CellAddress? Withheld(NoteSpot spot, NoteRemark remark)
    {
        if (_classified is not { } classified) return null;
        var cells = spot.Address is { } at ? remark.Cells.Prepend(at) : remark.Cells;
        return cells.Where(classified.Withholds).Select(cell => (CellAddress?)cell).FirstOrDefault();
    }

    /// <summary>A note that tells what the workbook withholds: told once for each project, and not told again in saying so.</summary>
    private void Leaked(CellAddress cell, NoteSpot spot)
    {
        var labels = new CellLabels(Figures);
        if (!_leaked.Add(labels.ProjectKey(cell) ?? cell.Row.Value)) return;
        var place = spot.Place with { Sentence = ClassifiedFindings.Withheld, Address = null };
        _marks.Add(new NoteMark(spot, BudgetFindings.ClassifiedInNote.At(
            place, ("project", labels.Project(cell)), ("column", labels.Column(cell))) with
        {
            Project = labels.ProjectKey(cell),
            Related = [new Place(Address: cell)],
        }));
    }

    private static Finding FindingOf(NoteRule rule, NoteSpot spot, NoteRemark remark) => new()
    {
        Rule = rule.Id,
        Category = rule.Category,
        Severity = rule.Severity,
        Message = remark.Fill(rule.Message, spot),
        Place = spot.Place,
        Expected = remark.Expected,
        Actual = remark.Said,
        Difference = remark.Difference,
        Related = [.. remark.Cells.Select(cell => new Place(Address: cell))],
        Basis = $"{rule.Basis}（{rule.Catalogue}）",
    };
}

/// <summary>A finding and the words it is about.</summary>
/// <param name="Spot">The words.</param>
/// <param name="Finding">What is said.</param>
internal sealed record NoteMark(NoteSpot Spot, Finding Finding);
