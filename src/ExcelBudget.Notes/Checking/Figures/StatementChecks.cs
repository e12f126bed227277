using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>Statements without a number: 持平, 没有安排, an increase or decrease whose amount is not told.</summary>
/// <param name="scope">The check under way.</param>
/// <param name="values">The figures behind the words.</param>
/// <param name="quoted">Takes items of which the note says that there is nothing.</param>
internal sealed class StatementChecks(NoteScope scope, FieldValues values, HashSet<NoteField> quoted)
{
    public void Check(PlainSentence sentence, NoteToken[] tokens, SentenceReading reading,
        SpokenFigure[] figures, IReadOnlyCollection<NoteField> spoken)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (at > 0 && tokens[at - 1].Kind == SaidKind.Reason) return;
            if ((tokens[at].Kind == SaidKind.Level || tokens[at].Direction is 1 or -1) && OtherBase(tokens, at) is { } other)
            {
                NotOfWorkbook(sentence, tokens[at], other);
                continue;
            }

            if (tokens[at].Kind == SaidKind.Level && at > 0 && tokens[at - 1].Kind == SaidKind.About)
                scope.NotChecked(
                    NoteRuleIds.Level, $"“{sentence.Spot(tokens[at].Start, tokens[at].End).Sentence}”写的是大致持平，没有核对，请自行判断");
            else if (tokens[at].Kind == SaidKind.Level) CheckLevel(sentence, tokens[at], reading.Meaning(reading.ItemBefore(at)));
            else if (tokens[at].Kind == SaidKind.Nothing) CheckNothing(sentence, tokens, at, reading);
            else if (tokens[at].Direction is 1 or -1 && !IsOfNumber(tokens, at, figures))
                CheckDirection(sentence, tokens, at, reading, spoken);
            else if (tokens[at].Reaching is { } reached) Compare(sentence, tokens[at], reached, reading.Meaning(reading.ItemBefore(at)));
        }
    }

    private static NoteToken? OtherBase(NoteToken[] tokens, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (tokens[before].Words is "；" or "。" || tokens[before].Kind == SaidKind.Phrase) return null;
            if (tokens[before].Kind == SaidKind.OtherBase) return tokens[before];
        }

        return null;
    }

    private void NotOfWorkbook(PlainSentence sentence, NoteToken said, NoteToken other) => scope.NotChecked(NoteRuleIds.Change,
        $"“{sentence.Spot(said.Start, said.End).Sentence}”是与{other.Words}比较，工作簿里没有这个数，没有核对");

    private void CheckLevel(PlainSentence sentence, NoteToken level, NoteField? field)
    {
        if (LastUnknown(field, NoteRuleIds.Level)
            || field?.Change is not { } change || !values.IsLastKnown(field) || values.Of(change) is not { } changed) return;
        var spot = sentence.Spot(level.Start, level.End);
        if (changed.Rounded == 0m) scope.Agrees(spot, level.Words, field.Item, change);
        else scope.Report(NoteRuleIds.Level, spot, Remark(level.Words, field, changed));
    }

    /// <summary>An item of which the pack knows no last year: what is said of its change is listed.</summary>
    private bool LastUnknown(NoteField? field, string rule)
    {
        if (field is not { Figures.Count: > 0, Change: null }) return false;
        scope.NotChecked(rule, $"表样包没有“{field.Item}”的上年数，没有核对它的增减");
        return true;
    }

    private void CheckNothing(PlainSentence sentence, NoteToken[] tokens, int at, SentenceReading reading)
    {
        var item = ItemOfNothing(tokens, at, reading);
        if (item is not { } named || reading.Meaning(tokens[named]) is not { Figures.Count: > 0 } field) return;
        // «没有安排…经费，安排…0万元»: a number speaks for itself
        if (named + 1 < tokens.Length && tokens[named + 1].Kind == SaidKind.Number) return;
        var spot = sentence.Spot(tokens[at].Start, tokens[at].End);
        if (IsOfLastYear(tokens, at))
        {
            CheckNothingLastYear(tokens[at], spot, field);
            return;
        }

        quoted.Add(field);
        if (!values.IsOfUnit(field)) return;
        var filled = values.Current(field).FirstOrDefault(figure => figure.Rounded != 0m);
        if (filled is null) scope.Agrees(spot, tokens[at].Words, field.Item, field.Figures[0]);
        else scope.Report(NoteRuleIds.Nothing, spot, Remark(tokens[at].Words, field, filled));
    }

    /// <summary>«2024年没有安排“三公”经费»: the clause names last year before it says that there was nothing.</summary>
    private static bool IsOfLastYear(NoteToken[] tokens, int at) => tokens.Take(at).Reverse()
        .TakeWhile(token => token.Words is not ("，" or "；" or "。" or "：")).Any(token => token.Kind == SaidKind.LastYear);

    private void CheckNothingLastYear(NoteToken said, NoteSpot spot, NoteField field)
    {
        if (field.Last is not { } last || !values.IsLastKnown(field) || values.Of(last) is not { } figure) return;
        if (figure.Rounded == 0m) scope.Agrees(spot, said.Words, field.Item, last);
        else scope.Report(NoteRuleIds.Nothing, spot, Remark(said.Words, field, figure));
    }

    /// <summary>What there is nothing of: what is named behind the word, else before it, else behind the comma.</summary>
    private static int? ItemOfNothing(NoteToken[] tokens, int at, SentenceReading reading)
    {
        var phrases = Enumerable.Range(0, tokens.Length).Where(index => tokens[index].Kind == SaidKind.Phrase).ToArray();
        var behind = phrases.Where(index => index > at && reading.IsNear(at, index)).Select(index => (int?)index).FirstOrDefault();
        if (behind is { } next && IsUnbroken(tokens, at, next)) return next;
        return phrases.Where(index => index < at && reading.IsNear(index, at) && IsUnbroken(tokens, index, at))
            .Select(index => (int?)index).FirstOrDefault() ?? behind;
    }

    private static bool IsUnbroken(NoteToken[] tokens, int from, int to) => tokens.Skip(from).Take(to - from)
        .All(token => token.Words != "，");

    private void CheckDirection(PlainSentence sentence, NoteToken[] tokens, int at, SentenceReading reading,
        IReadOnlyCollection<NoteField> spoken)
    {
        if (!EndsStatement(tokens, at)) return;
        var subject = ChangeSubject.Of(tokens, at, scope.Language.Declaration.Words.Explaining);
        if (subject.Item is { } named) Compare(sentence, tokens[at], tokens[at].Direction!.Value, reading.Meaning(named));
        else if (subject.IsCompared && !IsTold(spoken, tokens[at].Direction!.Value)) Guess(sentence, tokens[at], spoken);
    }

    /// <summary>«减少人员经费», «增加5万元» say something of what follows; «略有减少，», «减少的主要原因是» of what went before.</summary>
    private static bool EndsStatement(NoteToken[] tokens, int at)
    {
        for (var next = at + 1; next < tokens.Length; next++)
        {
            if (tokens[next].Kind is SaidKind.Reason or SaidKind.Parts
                || tokens[next].Words is "，" or "；" or "。" or "：" or "（" or "）") return true;
            if (tokens[next].Kind is SaidKind.Number or SaidKind.Phrase) return false;
        }

        return true;
    }

    /// <summary>The only item spoken of is meant; with several the sentence does not say which.</summary>
    private void Guess(PlainSentence sentence, NoteToken said, IReadOnlyCollection<NoteField> spoken)
    {
        var changing = spoken.Where(field => field.Change is not null).ToArray();
        if (changing is [var only]) Compare(sentence, said, said.Direction!.Value, only);
        else scope.NotChecked(NoteRuleIds.Direction, $"“{sentence.Spot(said.Start, said.End).Sentence}”没有写明是哪一项{said.Words}，没有核对方向");
    }

    /// <summary>True when an item spoken of did change that way: it may be the one that is meant.</summary>
    private bool IsTold(IReadOnlyCollection<NoteField> spoken, int direction) =>
        spoken.Count > 1 && spoken.Any(field => field.Change is { } change && values.Of(change) is { } changed
            && Math.Sign(changed.Rounded) == direction);

    private void Compare(PlainSentence sentence, NoteToken said, int direction, NoteField? field)
    {
        if (LastUnknown(field, NoteRuleIds.Direction)
            || field?.Change is not { } change || !values.IsLastKnown(field) || values.Of(change) is not { } changed) return;
        var spot = sentence.Spot(said.Start, said.End);
        if (Math.Sign(changed.Rounded) == direction) scope.Agrees(spot, said.Words, field.Item, change);
        else scope.Report(NoteRuleIds.Direction, spot, Remark(said.Words, field, changed));
    }

    private static bool IsOfNumber(NoteToken[] tokens, int at, SpokenFigure[] figures)
    {
        var next = Array.Find(figures, figure => figure.Number.Start >= tokens[at].End);
        if (next is not { Aspect: Aspect.Change or Aspect.Rate }) return false;
        for (var between = at + 1; between < tokens.Length && tokens[between] != next.Number; between++)
        {
            if (tokens[between].Words == "。" || tokens[between].Kind == SaidKind.Number) return false;
        }

        return true;
    }

    private NoteRemark Remark(string said, NoteField field, FieldFigure figure)
    {
        var isChange = figure.Expression == field.Change;
        var written = figure with { Amounts = SentenceAmounts.Of(scope.Figures.Book, figure.Expression) };
        return new NoteRemark
        {
            Said = said,
            Expected = (isChange ? scope.Language.WordFor(Math.Sign(figure.Rounded)) : "") + written.Told(isSigned: !isChange)
                + written.Amounts.Unit.Title(),
            Item = field.Item,
            Cell = scope.Names.Of(figure.Expression),
            Cells = scope.Names.Cells(figure.Expression),
        };
    }
}
