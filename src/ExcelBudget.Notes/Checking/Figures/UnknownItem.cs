using System.Buffers;
using ExcelBudget.Notes.Checking.Sentences;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>What a number seems to be called that the pack knows no item for: the words right before it.</summary>
internal static class UnknownItem
{
    private const int ShortestLabel = 4;
    private const int ShortestName = 2;

    private static readonly SearchValues<char> Signs = SearchValues.Create("，。；：、（）");

    /// <summary>The words right before a number; null where they name nothing by themselves.</summary>
    /// <remarks>
    /// «同比增加5元», «上年预算5元» and «其中5元» say something of an item named before, so every class of a note has them; behind 其中 and
    /// the like «财政拨款5元» is a part of whatever went before.
    /// </remarks>
    public static string? Of(SpokenFigure figure, NoteToken[] tokens)
    {
        var before = figure.Sentence.Text[..figure.Number.Start];
        var start = before.AsSpan().LastIndexOfAny(Signs) + 1;
        if (before.Length - start < ShortestLabel || IsPart(figure, tokens)) return null;
        var isNamed = tokens.SkipWhile(token => token.Start < start).TakeWhile(token => token.End <= figure.Number.Start)
            .TakeWhile(token => !IsOfItemBefore(token))
            .Any(token => token.Kind is SaidKind.Phrase || token is { Kind: SaidKind.Other, Words.Length: >= ShortestName });
        return isNamed ? before[start..] : null;
    }

    private static bool IsPart(SpokenFigure figure, NoteToken[] tokens) =>
        tokens.TakeWhile(token => token != figure.Number).Any(token => token.Kind == SaidKind.Parts);

    private static bool IsOfItemBefore(NoteToken token) => token.Direction is not null || token.Reaching is not null
        || token.Kind is SaidKind.Comparison or SaidKind.LastYear or SaidKind.Level or SaidKind.Share or SaidKind.Reason;
}
