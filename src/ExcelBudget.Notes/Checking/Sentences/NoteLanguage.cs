using System.Collections.Concurrent;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>What the words of a pack's notes mean; compiled once, shared between threads.</summary>
internal sealed class NoteLanguage
{
    private const int ShortestName = 3;
    private const int MostFigures = 4_096;
    private static readonly string[] UsualLevels = ["类", "款", "项"];

    private readonly RuleBook _book;
    private readonly Dictionary<string, List<NoteField>> _phrases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, NoteVocabulary> _byYear = new();
    private readonly ConcurrentDictionary<string, Expression> _figures = new(StringComparer.Ordinal);

    public NoteLanguage(RuleBook book, NoteCheckDeclaration declaration)
    {
        (_book, Declaration, Patterns) = (book, declaration, new NotePatterns(declaration));
        foreach (var phrase in declaration.Phrases) Add(phrase);
        foreach (var column in declaration.CodeColumns.Where(column => column.IsByPath)) AddPaths(column);
        var declared = _phrases.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var column in declaration.CodeColumns.Where(IsOfItself)) AddNames(column, declared);
        foreach (var name in declaration.CodeColumns.Where(column => !IsOfItself(column)).SelectMany(NamesOf)
            .GroupBy(pair => pair.Name, pair => pair.Cell, StringComparer.Ordinal))
        {
            if (declared.Contains(name.Key)) continue;
            if (!_phrases.TryGetValue(name.Key, out var fields)) _phrases[name.Key] = fields = [];
            if (fields.TrueForAll(field => field.Within.Count > 0))
                fields.Add(new NoteField(name.Key, [.. name]) { IsLoose = true });
        }

        CountingUnits = [.. declaration.Phrases.SelectMany(phrase => phrase.Units).Distinct().OrderByDescending(unit => unit.Length)];
        Fields = [.. _phrases.Values.SelectMany(fields => fields).Distinct()];
    }

    public NoteCheckDeclaration Declaration { get; }

    /// <summary>Paragraphs that were read before.</summary>
    public KnownParagraphs Paragraphs { get; } = new();

    /// <summary>Which rules may object to words by their patterns.</summary>
    public NotePatterns Patterns { get; }

    /// <summary>Units that things are counted in, longest first.</summary>
    public IReadOnlyList<string> CountingUnits { get; }

    /// <summary>Everything a sentence may name.</summary>
    public IReadOnlyList<NoteField> Fields { get; }

    /// <summary>What a section of the note must quote.</summary>
    public NoteField[] QuotedFields => field ??= [.. Fields.Where(quoted => quoted.QuotedIn is not null)];

    /// <summary>Words that begin an explanation.</summary>
    public HashSet<string> Explaining => field ??= [.. Declaration.Words.Explaining];

    /// <summary>The words of a budget year.</summary>
    public NoteVocabulary Of(int year) => _byYear.GetOrAdd(year, key => new NoteVocabulary(Declaration.Words, _phrases, key));

    /// <summary>
    /// The figure that a tag speaks of; those of a pack's template are parsed once, and as many others as there is room for.
    /// </summary>
    /// <exception cref="LanguageException">It cannot be understood.</exception>
    public Expression Figure(string text)
    {
        if (_figures.TryGetValue(text, out var known)) return known;
        var figure = Parse(text);
        if (_figures.Count < MostFigures) _figures.TryAdd(text, figure);
        return figure;
    }

    /// <summary>Sign of a direction word: 1 增加, -1 减少, 0 持平; null for other words.</summary>
    public int? DirectionOf(string word) =>
        Declaration.Words.Increase.Contains(word) ? 1 : Declaration.Words.Decrease.Contains(word) ? -1
            : Declaration.Words.Level.Any(word.Contains) ? 0 : null;

    /// <summary>The usual word for a sign.</summary>
    public string WordFor(int sign) =>
        (sign > 0 ? Declaration.Words.Increase : sign < 0 ? Declaration.Words.Decrease : Declaration.Words.Level) is [var usual, ..]
        ? usual : "";

    private void Add(NotePhrase phrase)
    {
        var field = new NoteField(phrase.Words[0], [.. phrase.Figures.Select(Parse)])
        {
            Change = phrase.Change is { } change ? Parse(change) : null,
            Last = phrase.Last is { } last ? Parse(last) : null,
            Units = phrase.Units,
            Within = phrase.Within,
            QuotedIn = phrase.QuotedIn,
            NeedsReason = phrase.NeedsReason,
            LeavesReason = phrase.LeavesReason,
            Only = phrase.Only is { } only ? RowWords.Parse(only, _book.Names) : null,
        };
        foreach (var words in phrase.Words.Select(PlainSentence.Plain).Distinct())
        {
            if (!_phrases.TryGetValue(words, out var fields)) _phrases[words] = fields = [];
            fields.Add(field);
        }
    }

    /// <summary>A code by the names of all its levels: one code and no other.</summary>
    private void AddPaths(NoteCodeColumn column)
    {
        var form = _book.Pack[new FormId(column.Form)];
        var (codes, tree) = (_book.Codes(form)!, form.Tree!);
        foreach (var entry in codes.Entries.Where(entry => codes.LevelOf(entry.Code) == tree.LeafDepth))
        {
            Expression Cell(string id) => new Expression.Cells(
                form, new RowSelector.Key(new RowKey(entry.Code)), new ColumnSelector.One(new ColumnId(id)));
            var path = string.Concat(codes.Ancestors(entry.Code).Append(entry.Code)
                .Select((code, depth) => $"{codes.NameOf(code)}（{UsualLevels[depth]}）"));
            if (!_phrases.TryGetValue(PlainSentence.Plain(path), out var fields)) _phrases[PlainSentence.Plain(path)] = fields = [];
            fields.Add(new NoteField(path, [Cell(column.Column)])
            {
                Change = column.Change is { } change ? Cell(change)
                    : column.Last is { } before ? new Expression.Binary('-', Cell(column.Column), Cell(before)) : null,
                Last = column.Last is { } last ? Cell(last) : null,
                LeavesReason = column.LeavesReason,
                Within = column.Within,
                QuotedIn = column.QuotedIn,
            });
        }
    }

    /// <summary>True for names of codes of which more is said than the figure: its change, or a section with an item for each.</summary>
    private static bool IsOfItself(NoteCodeColumn column) =>
        !column.IsByPath && (column.Change ?? column.Last ?? column.QuotedIn) is not null;

    /// <summary>
    /// Codes by their names alone. A name that one printed code has means its row and the change of it; one that several have («行政运行»)
    /// means any of them, and no change of it can be told.
    /// </summary>
    private void AddNames(NoteCodeColumn column, HashSet<string> declared)
    {
        var form = _book.Pack[new FormId(column.Form)];
        var (codes, tree) = (_book.Codes(form)!, form.Tree!);
        foreach (var name in codes.Entries.Where(entry => entry.Name.Length >= ShortestName && tree.DepthOf(entry.Code, codes) >= 0)
            .GroupBy(entry => PlainSentence.Plain(entry.Name), StringComparer.Ordinal))
        {
            Expression[] Cells(string id) => [.. name.Select(entry => new Expression.Cells(
                form, new RowSelector.Key(new RowKey(entry.Code)), new ColumnSelector.One(new ColumnId(id))))];
            var (now, isOne) = (Cells(column.Column), name.Count() == 1);
            var last = isOne && column.Last is { } before ? Cells(before)[0] : null;
            if (declared.Contains(name.Key)) continue;
            if (!_phrases.TryGetValue(name.Key, out var fields)) _phrases[name.Key] = fields = [];
            if (fields.Exists(field => field.Within.Count == 0)) continue;
            fields.Add(new NoteField(name.Key, now)
            {
                Change = isOne && column.Change is { } change ? Cells(change)[0]
                    : last is not null ? new Expression.Binary('-', now[0], last) : null,
                Last = last,
                LeavesReason = column.LeavesReason,
                Within = column.Within,
                QuotedIn = isOne && codes.LevelOf(name.First().Code) == tree.LeafDepth ? column.QuotedIn : null,
                IsLoose = !isOne || column.Within.Count == 0,
            });
        }
    }

    private Expression Parse(string text) => Parser.Figure(text, _book.Names);

    private IEnumerable<(string Name, Expression Cell)> NamesOf(NoteCodeColumn column)
    {
        var form = _book.Pack[new FormId(column.Form)];
        return _book.Codes(form)!.Entries
            .Where(entry => entry.Name.Length >= ShortestName)
            .Select(entry =>
                (PlainSentence.Plain(entry.Name),
                (Expression)new Expression.Cells(
                form, new RowSelector.Key(new RowKey(entry.Code)), new ColumnSelector.One(new ColumnId(column.Column)))));
    }
}
