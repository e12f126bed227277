using System.Globalization;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>Figures in sentences, linked or typed: each is compared with the field its sentence names.</summary>
internal sealed class SpokenFigures
{
    private readonly NoteScope _scope;
    private readonly FieldValues _values;
    private readonly FigureComparison _comparison;
    private readonly StatementChecks _statements;
    private readonly OtherFigures _elsewhere;
    private readonly HashSet<NoteField> _quoted = [];
    private readonly HashSet<NoteField> _parts = [];
    private readonly Dictionary<string, SpokenFigure> _unknown = new(StringComparer.Ordinal);

    private SpokenFigures(NoteScope scope)
    {
        _scope = scope;
        _values = new FieldValues(scope);
        _comparison = new FigureComparison(scope, _values);
        _statements = new StatementChecks(scope, _values, _quoted);
        _elsewhere = new OtherFigures(scope);
    }

    public static void Check(NoteScope scope)
    {
        var check = new SpokenFigures(scope);
        foreach (var paragraph in scope.Paragraphs) check.Read(paragraph);
        check.CheckQuoted();
        check._elsewhere.Tell();
    }

    private void Read(ReadParagraph paragraph)
    {
        var section = paragraph.Section;
        if (section is { HasFigures: false })
        {
            if (!_scope.IsReview) _elsewhere.Add(section, paragraph);
            return;
        }

        NoteToken? carried = null;
        HashSet<NoteField>? spoken = null;
        foreach (var sentence in paragraph.Sentences)
        {
            var tokens = _scope.TokensOf(sentence);
            if (IsSilent(tokens)) continue;
            var reading = new SentenceReading(sentence, tokens, section, carried);
            Read(sentence, tokens, reading, spoken ??= []);
            carried = Named(tokens, reading) ?? carried;
        }
    }

    private void Read(PlainSentence sentence, NoteToken[] tokens, SentenceReading reading, HashSet<NoteField> spoken)
    {
        var figures = reading.Figures();
        foreach (var token in tokens)
        {
            if (token.Kind == SaidKind.Phrase && reading.Meaning(token) is { } said) spoken.Add(said);
        }

        _parts.Clear();
        foreach (var figure in figures)
        {
            if (figure is { Aspect: Aspect.Share, Field: { } part }) _parts.Add(part);
        }

        var answers = _scope.Answers;
        var unnamed = Array.FindAll(figures, figure => !figure.IsInReason && !OtherBase(figure, tokens) && !Compare(figure, spoken));
        Components.Check(_scope, sentence, tokens, figures);
        foreach (var figure in unnamed)
        {
            if (figure.Quantity.Kind == QuantityKind.Money) Unnamed(figure, tokens);
        }

        if (!_scope.IsReview)
        {
            foreach (var figure in unnamed.Concat(figures.Where(figure => figure.IsInReason))) _elsewhere.Add(figure);
            _elsewhere.AddCounts(sentence, tokens);
        }

        _statements.Check(sentence, tokens, reading, figures, spoken);
        if (!_scope.IsReview && IsOfChange(tokens, reading) && (_scope.Answers == answers || tokens.Any(IsLimit)))
            NotUnderstood(sentence);
    }

    /// <summary>The first item of a sentence that means something; null without one.</summary>
    private static NoteToken? Named(NoteToken[] tokens, SentenceReading reading)
    {
        foreach (var token in tokens)
        {
            if (token.IsItem && reading.Meaning(token) is not null) return token;
        }

        return null;
    }

    /// <summary>True for a sentence that names nothing, counts nothing and says of nothing how it changed.</summary>
    private static bool IsSilent(NoteToken[] tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Kind is not (SaidKind.Other or SaidKind.Sign or SaidKind.Filler or SaidKind.About or SaidKind.Year or SaidKind.Share
                or SaidKind.Each or SaidKind.Reason or SaidKind.Parts or SaidKind.LastYear or SaidKind.OtherBase)) return false;
        }

        return true;
    }

    /// <summary>True when a sentence says that an item changed, in its main part: whatever it says must be compared, or listed.</summary>
    private static bool IsOfChange(NoteToken[] tokens, SentenceReading reading) =>
        Enumerable.Range(0, tokens.Length).Any(at => !reading.IsInReason(at)
            && (tokens[at].Kind is SaidKind.Comparison or SaidKind.Level || tokens[at].Direction is 1 or -1)
            && reading.Meaning(reading.ItemBefore(at)) is { Change: not null });

    /// <summary>«压减5%以上» is no figure, and still says something of one.</summary>
    private static bool IsLimit(NoteToken token) =>
        token.Quantity is { Kind: QuantityKind.Other, Unit: "%" or "‰" or "个百分点" or "百分点" or "元" or "千元" or "万元" or "亿元" };

    private void NotUnderstood(PlainSentence sentence)
    {
        var spot = sentence.Spot(0, sentence.Text.Length);
        if (_scope.Origins.Of(spot) is null && !_scope.IsReported(spot))
            _scope.NotChecked(NoteRuleIds.Change, $"“{spot.Sentence}”怎样增减没有看懂，没有核对");
    }

    /// <summary>A comparison with 决算 or the like: the workbook holds no such figure, and that is said.</summary>
    private bool OtherBase(SpokenFigure figure, NoteToken[] tokens)
    {
        if (figure.Aspect is not (Aspect.Last or Aspect.Change or Aspect.Rate or Aspect.Ratio)) return false;
        if (BaseBefore(figure, tokens) is not { } other) return false;
        _scope.NotChecked(NoteRuleIds.Change, $"“{figure.Spot.Sentence}”是与{other.Words}比较，工作簿里没有这个数，没有核对");
        return true;
    }

    /// <summary>Another base named in the clause before a number; null for none.</summary>
    private NoteToken? BaseBefore(SpokenFigure figure, NoteToken[] tokens)
    {
        for (var at = Array.FindIndex(tokens, token => token == figure.Number) - 1; at >= 0; at--)
        {
            if (tokens[at].Words is "。" or "；" || tokens[at].Kind == SaidKind.Phrase) return null;
            if (tokens[at].Kind == SaidKind.OtherBase || IsOtherYear(tokens[at])) return tokens[at];
        }

        return null;
    }

    /// <summary>A year that is neither this one nor the one before.</summary>
    private bool IsOtherYear(NoteToken token) => token.Kind == SaidKind.Year
        && int.TryParse(token.Words.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year != _scope.Year && year != _scope.Year - 1;

    /// <summary>Compares a number with its field; false when the sentence names none.</summary>
    private bool Compare(SpokenFigure figure, HashSet<NoteField> spoken)
    {
        if (figure.Field is not { Figures.Count: > 0 } field) return false;
        if (!_values.IsOfUnit(field)) return IsNothing(figure, field);
        if (figure.Aspect == Aspect.Current) _quoted.Add(field);
        if (figure.Aspect is Aspect.Last or Aspect.Ratio) _scope.QuotesLastYear(figure.Spot);
        // «基本支出占86%，项目支出占14%»: what is a share itself is no whole
        if (figure.Aspect == Aspect.Share) _comparison.CompareShare(figure, field, [.. spoken.Except(_parts)]);
        else if (figure.IsCarried) Carried(figure, field, spoken);
        else _comparison.Compare(figure, field);
        return true;
    }

    // the item was named in a sentence before: any item named there may be meant
    private void Carried(SpokenFigure figure, NoteField field, HashSet<NoteField> spoken)
    {
        if (!spoken.Any(other => other.Figures.Count > 0 && _comparison.Holds(figure, other))) _comparison.Compare(figure, field);
    }

    /// <summary>An item that only units of another nature have: any amount of it is one too many.</summary>
    private bool IsNothing(SpokenFigure figure, NoteField field)
    {
        if (figure.Quantity.Number != 0m)
            _scope.Report(NoteRuleIds.Nature, figure.Spot, new NoteRemark { Said = figure.Number.Words, Item = field.Item });
        return true;
    }

    private void Unnamed(SpokenFigure figure, NoteToken[] tokens)
    {
        var yuan = figure.Quantity.Number * figure.Quantity.UnitInYuan;
        if (UnknownItem.Of(figure, tokens) is { } label)
        {
            if (!_unknown.TryGetValue(label, out var first)) _unknown[label] = figure;
            else if (first.Quantity.Number * first.Quantity.UnitInYuan != yuan)
                _scope.Report(
                NoteRuleIds.Twice, figure.Spot,
                new NoteRemark { Said = figure.Number.Words, Expected = first.Number.Words, Item = label });
        }

        if (figure.Quantity.Unit.Length == 0 || _values.IsShownAnywhere(yuan)) return;
        _scope.Report(NoteRuleIds.Orphan, figure.Spot, new NoteRemark { Said = figure.Number.Words });
    }

    private void CheckQuoted()
    {
        foreach (var field in _scope.Language.QuotedFields)
        {
            if (!_scope.Outline.Has(field.QuotedIn!) || _quoted.Contains(field) || !_values.IsOfUnit(field)) continue;
            if (_values.Current(field).FirstOrDefault() is not { Value: not 0m } figure || figure.Rounded == 0m) continue;
            var written = figure with { Amounts = SentenceAmounts.Of(_scope.Figures.Book, figure.Expression) };
            var heading = _scope.Paragraphs.First(paragraph => paragraph.Section?.Id == field.QuotedIn).Paragraph;
            _scope.Report(NoteRuleIds.Quoted, NoteSpot.Of(heading), new NoteRemark
            {
                Said = "",
                Expected = written.Told(isSigned: true) + UnitOf(written, field),
                Item = field.Item,
                Cell = _scope.Names.Of(figure.Expression),
                Cells = _scope.Names.Cells(figure.Expression),
            });
        }
    }

    private static string UnitOf(FieldFigure figure, NoteField field) =>
        figure.Figure.Dimension == Dimension.Money ? figure.Amounts.Unit.Title() : field.Units is [var unit, ..] ? unit : "";
}
