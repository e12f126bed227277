using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking;

/// <summary>增减原因: given where a change is told, not empty, and not of the other direction.</summary>
internal sealed class ReasonChecks
{
    private readonly NoteScope _scope;
    private readonly ReadParagraph[] _paragraphs;

    private ReasonChecks(NoteScope scope)
    {
        _scope = scope;
        _paragraphs = Array.FindAll(scope.Paragraphs, paragraph => paragraph.Section is not { HasFigures: false });
    }

    public static void Check(NoteScope scope)
    {
        var check = new ReasonChecks(scope);
        for (var at = 0; at < check._paragraphs.Length; at++) check.Read(at);
    }

    private void Read(int at)
    {
        var (paragraph, given) = (_paragraphs[at], false);
        foreach (var sentence in paragraph.Sentences) given |= Read(at, sentence, Tokens(sentence));
        foreach (var sentence in paragraph.Sentences) CheckGiven(at, sentence, paragraph.Section, given);
    }

    /// <summary>Looks at the reasons of a sentence; false when it gives none.</summary>
    private bool Read(int at, PlainSentence sentence, NoteToken[] tokens)
    {
        var isGiven = false;
        foreach (var token in tokens)
        {
            if (token.Kind != SaidKind.Reason) continue;
            CheckReason(at, sentence, tokens, token);
            isGiven = true;
        }

        foreach (var token in tokens)
        {
            if (!IsExplaining(token)) continue;
            CheckDirection(sentence, tokens, token);
            isGiven = true;
        }

        return isGiven;
    }

    private bool IsExplaining(NoteToken token) =>
        token.Kind is not (SaidKind.Sign or SaidKind.Number) && _scope.Language.Explaining.Contains(token.Words);

    private void CheckReason(int at, PlainSentence sentence, NoteToken[] tokens, NoteToken reason)
    {
        var words = sentence.Text[reason.End..].Trim('：', '，', '。', '；', '、', '.', '（', '）');
        if (words.Length == 0)
        {
            // «增减变化的主要原因是：» is answered by the paragraph that follows
            var isAnswered = sentence.Text.EndsWith('：') && at + 1 < _paragraphs.Length && !_paragraphs[at + 1].IsHeading;
            if (!isAnswered) _scope.Report(NoteRuleIds.ReasonEmpty, sentence.Spot(reason.Start, reason.End), new NoteRemark());
            return;
        }

        CheckDirection(sentence, tokens, reason);
    }

    private void CheckDirection(PlainSentence sentence, NoteToken[] tokens, NoteToken reason)
    {
        var said = tokens.LastOrDefault(
            token => token.End <= reason.Start && token.Kind is SaidKind.Increase or SaidKind.Decrease or SaidKind.Level);
        if (said is null || !IsOneStatement(tokens, reason)) return;
        var direction = ReasonWays.Of(sentence.Text, tokens, reason.End, _scope.Language.Declaration.Words).Against(said.Direction ?? 0);
        if (direction == 0) return;
        _scope.Report(
            NoteRuleIds.ReasonDirection, sentence.Spot(reason.Start, sentence.Text.Length),
            new NoteRemark { Said = said.Words, Expected = _scope.Language.WordFor(direction) });
    }

    // several items changed this way and that: the reason cannot be held against one of them
    private static bool IsOneStatement(NoteToken[] tokens, NoteToken reason) =>
        tokens.Where(token => token.End <= reason.Start && token.Kind is SaidKind.Increase or SaidKind.Decrease)
            .Select(token => token.Kind).Distinct().Count() <= 1;

    private void CheckGiven(int at, PlainSentence sentence, NoteSection? section, bool given)
    {
        // without a word of direction no number says by how much something changed
        if (!Array.Exists(Tokens(sentence), token => token.Direction is not null)) return;
        var reading = new SentenceReading(sentence, Tokens(sentence), section, null);
        foreach (var figure in reading.Figures()
            .Where(figure => figure is { Aspect: Aspect.Change, Field.Change: not null, Quantity.Number: not 0m }))
        {
            var isGiven = figure.Field!.NeedsReason ? given || GivenBelow(at, section, 1) : given
                || GivenBelow(at, section, _paragraphs.Length);
            if (isGiven || figure.Field.LeavesReason || _scope.IsReported(figure.Spot)) continue;
            _scope.Report(NoteRuleIds.ReasonMissing, figure.Spot, new NoteRemark { Said = figure.Number.Words, Item = figure.Field.Item });
            return;
        }
    }

    /// <summary>True when one of the next paragraphs of the section gives a reason.</summary>
    private bool GivenBelow(int at, NoteSection? section, int reach) => _paragraphs.Skip(at + 1).Take(reach)
        .TakeWhile(paragraph => paragraph.Section == section)
        .SelectMany(paragraph => paragraph.Sentences)
        .Any(sentence => Tokens(sentence) is var tokens && tokens.Any(token => token.Kind is SaidKind.Reason)
            && (reach > 1 || tokens.All(token => token.Kind != SaidKind.Phrase)));

    private NoteToken[] Tokens(PlainSentence sentence) => _scope.TokensOf(sentence);
}
