using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>Parts listed after 其中, 包括, 主要是 add up to the amount they are parts of.</summary>
internal static class Components
{
    /// <summary>A list ends at the semicolon, or goes on behind it.</summary>
    private static readonly bool[] Ends = [true, false];

    public static void Check(NoteScope scope, PlainSentence sentence, NoteToken[] tokens, SpokenFigure[] figures)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind != SaidKind.Parts) continue;
            // a list may end at the semicolon, or go on behind it, and behind «140 万元，比上年减少 5 万元。其中» tell parts of the 140: the
            // reading that adds up is meant
            var readings = (
                from whole in Wholes(tokens, at, figures)
                from untilSemicolon in Ends
                let parts = Parts(tokens, at, whole, figures, untilSemicolon)
                where parts.Length > 1
                select (Whole: whole, Parts: parts)).ToArray();
            if (readings.Length == 0) continue;
            var meant = readings.MinBy(reading => Math.Abs(Sum(reading.Parts) - Amount(reading.Whole)));
            Check(scope, sentence, meant.Whole, meant.Parts);
        }
    }

    private static void Check(NoteScope scope, PlainSentence sentence, SpokenFigure whole, SpokenFigure[] parts)
    {
        var (total, sum) = (Amount(whole), Sum(parts));
        var spot = sentence.Spot(whole.Number.Start, parts[^1].Number.End);
        var amounts = scope.Figures.Book.Pack.Amounts;
        string Shown(decimal yuan) => amounts.Told(yuan);
        var sums = $"{Shown(total)} = {string.Join(" + ", parts.Select(part => Shown(Amount(part))))}";
        if (Math.Abs(sum - total) <= parts.Append(whole).Sum(figure => Rounding(figure.Quantity, amounts)))
        {
            scope.Agrees(spot, sums, whole.Field?.Item ?? "", null);
            return;
        }

        // a wrong part is told where it stands, and right parts that do not add up are only some of the parts
        if (scope.IsReported(spot) || (sum < total && parts.Append(whole).All(part => part.Field is not null))) return;
        scope.Report(
            NoteRuleIds.Sum, spot,
            new NoteRemark
            {
                Said = Shown(total) + amounts.Unit.Title(),
                Expected = Shown(sum) + amounts.Unit.Title(),
                Difference = Shown(total - sum),
                Item = whole.Field?.Item
            ?? ""
            });
    }

    /// <summary>
    /// The numbers a list of parts may belong to: the last before it, at its depth or outside its bracket, and this year's figure before
    /// that where it is a change.
    /// </summary>
    private static IEnumerable<SpokenFigure> Wholes(NoteToken[] tokens, int at, SpokenFigure[] figures)
    {
        var depth = tokens[at].Depth;
        for (var before = at - 1; before >= 0; before--)
        {
            if (tokens[before].Kind != SaidKind.Number || tokens[before].Depth > depth || tokens[before]
                .Quantity!.Value.Kind != QuantityKind.Money) continue;
            var number = figures.FirstOrDefault(figure => figure.Number == tokens[before]
                && figure.Aspect is Aspect.Current or Aspect.Change);
            if (number is not null) yield return number;
            if (number?.Aspect != Aspect.Change) yield break;
        }
    }

    private static SpokenFigure[] Parts(
        NoteToken[] tokens, int at, SpokenFigure whole, SpokenFigure[] figures, bool untilSemicolon)
    {
        var depth = tokens[at].Depth;
        var listed = tokens.Skip(at + 1)
            .TakeWhile(token => token.Depth >= depth && !(token.Depth == depth && token.Kind is SaidKind.Parts or SaidKind.Reason)
                && !(untilSemicolon && token.Words == "；"))
            .Where(token => token.Depth == depth && token.Quantity?.Kind == QuantityKind.Money)
            .Select(token => figures.FirstOrDefault(figure => figure.Number == token))
            .OfType<SpokenFigure>();
        return [.. listed.Where(figure => figure.Aspect == whole.Aspect || (whole.Aspect == Aspect.Change && figure.MayBeChange))];
    }

    private static decimal Sum(SpokenFigure[] parts) => parts.Sum(Amount);

    /// <summary>An amount in yuan; a decrease is negative.</summary>
    private static decimal Amount(SpokenFigure figure) =>
        figure.Quantity.Number * figure.Quantity.UnitInYuan * (figure is { Aspect: Aspect.Change, Direction: < 0 } ? -1 : 1);

    /// <summary>
    /// Half of the last digit of an amount as written, in yuan; an amount written shorter than the pack prints is meant as it stands.
    /// </summary>
    private static decimal Rounding(SaidQuantity said, AmountFormat amounts) =>
        Math.Min(Domain.Money.Figures.HalfLastDigit(said.Decimals) * said.UnitInYuan, amounts.HalfLastDigit);
}
