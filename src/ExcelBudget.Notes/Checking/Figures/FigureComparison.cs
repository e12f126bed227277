using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>Compares a number of a sentence with the figure its item has.</summary>
/// <param name="scope">The check under way.</param>
/// <param name="values">The figures behind the words.</param>
internal sealed class FigureComparison(NoteScope scope, FieldValues values)
{
    /// <summary>Compares a number that says how much, how much last year, or by how much.</summary>
    public void Compare(SpokenFigure said, NoteField field)
    {
        if (said.Aspect is Aspect.Last or Aspect.Change or Aspect.Rate or Aspect.Ratio && !values.IsLastKnown(field)) return;
        switch (said.Aspect)
        {
            case Aspect.Current:
                CompareCurrent(said, field);
                break;
            case Aspect.Last when field.Last is { } last:
                if (said.MayBeChange && field.Change is { } moved && Shows(said, moved)) Agrees(said, field, moved);
                else CompareWith(said, field, [last], NoteRuleIds.Figure);
                break;
            case Aspect.Ratio when field is { Last: { } ofLast }:
                CompareRatio(said, field, ofLast);
                break;
            case Aspect.Change when field.Change is { } change:
                CompareChange(said, field, change);
                break;
            case Aspect.Rate when field is { Change: { } change, Last: { } last }:
                CompareRate(said, field, change, last);
                break;
            case Aspect.Last or Aspect.Change or Aspect.Rate or Aspect.Ratio:
                scope.NotChecked(NoteRuleIds.Change, $"表样包没有“{field.Item}”的上年数，没有核对它的增减");
                break;
        }
    }

    private void CompareCurrent(SpokenFigure said, NoteField field)
    {
        if (said.MayBeChange && field.Change is { } change)
        {
            // a list of changes: «…增加，主要是：人员经费59.83万元» — either reading that holds is right
            if (values.Of(change) is { } changed && said.Quantity.Shows(changed))
            {
                Agrees(said, field, change);
                return;
            }

            if (!values.Current(field).Any(current => said.Quantity.Shows(current)))
            {
                CompareWith(said, field, [change], NoteRuleIds.Change);
                return;
            }
        }

        CompareWith(said, field, field.Figures, NoteRuleIds.Figure);
    }

    private void CompareWith(SpokenFigure said, NoteField field, IReadOnlyList<Expression> figures, string rule)
    {
        var possible = figures.Select(values.Of).OfType<FieldFigure>().ToArray();
        if (possible.Length < figures.Count || possible.Length == 0) return;
        foreach (var figure in possible)
        {
            if (!Holds(said, figure)) continue;
            Agrees(said, field, figure.Expression);
            return;
        }

        // names of a classification may be used for other money of the budget
        if (field.IsLoose && values.IsShownAnywhere(said.Quantity.Number * said.Quantity.UnitInYuan)) return;
        var expected = Array.Find(possible, figure => figure.Value != 0m) ?? possible[0];
        var slip = Array.Exists(possible, figure => said.Quantity.Kind == QuantityKind.Money && said.Quantity.ShowsWithWrongUnit(figure));
        var told = slip ? NoteRuleIds.Unit : said.IsLoose && rule == NoteRuleIds.Figure ? NoteRuleIds.LikelyFigure : rule;
        scope.Report(told, said.Spot, Remark(said, field, expected));
    }

    private static bool Holds(SpokenFigure said, FieldFigure figure)
    {
        if (said.Quantity.Kind == QuantityKind.Count) return said.Quantity.Number == figure.Value;
        return said.Quantity.Shows(figure) || ShowsAbout(said, figure);
    }

    /// <summary>«约2万元» is right when the figure is that, rounded as it is written.</summary>
    private static bool ShowsAbout(SpokenFigure said, FieldFigure figure) =>
        IsAbout(said.Sentence.Text.AsSpan(0, said.Number.Start).TrimEnd('为'))
        && RoundedAs(Math.Abs(figure.Value) * figure.Unit / said.Quantity.UnitInYuan, said.Quantity) == said.Quantity.Number;

    private static bool IsAbout(ReadOnlySpan<char> before) => before.EndsWith("约") || before.EndsWith("近");

    /// <summary>A figure rounded to the last digit of a written one that is no nought: «近80万元» is rounded to tens.</summary>
    private static decimal RoundedAs(decimal figure, SaidQuantity said)
    {
        if (said.Decimals > 0 || said.Number == 0m) return Domain.Money.Figures.Round(figure, said.Decimals);
        var place = 1m;
        while (said.Number % (place * 10m) == 0m) place *= 10m;
        return Domain.Money.Figures.Round(figure / place, 0) * place;
    }

    private void CompareChange(SpokenFigure said, NoteField field, Expression change)
    {
        if (values.Of(change) is not { } figure) return;
        var sign = Math.Sign(figure.Rounded);
        if (!said.Quantity.Shows(figure) && !ShowsAbout(said, figure))
        {
            var slip = said.Quantity.ShowsWithWrongUnit(figure);
            scope.Report(
                slip ? NoteRuleIds.Unit : NoteRuleIds.Change, said.Spot, Remark(said, field, figure, scope.Language.WordFor(sign)));
        }
        else if (sign != 0 && said.Direction == -sign)
        {
            scope.Report(NoteRuleIds.Direction, said.Spot, Against(said, Remark(said, field, figure, scope.Language.WordFor(sign))));
        }
        else if (sign == 0 && said.Direction != 0)
        {
            scope.Report(NoteRuleIds.ZeroChange, said.Spot, Remark(said, field, figure, scope.Language.WordFor(0)));
        }
        else
        {
            Agrees(said, field, change);
        }
    }

    private void CompareRate(SpokenFigure said, NoteField field, Expression change, Expression last)
    {
        if (values.Of(change) is not { } changed || values.Of(last) is not { } before) return;
        if (before.Rounded == 0m)
        {
            scope.Report(NoteRuleIds.ZeroBase, said.Spot, Remark(said, field, before));
            return;
        }

        var sign = Math.Sign(changed.Value);
        if (!ShowsPart(said.Quantity, changed, before))
        {
            scope.Report(NoteRuleIds.Rate, said.Spot, Remark(said, field,
                changed) with
            { Expected = Domain.Money.Figures.Shown(Percent(changed, before)) + "%" });
        }
        else if (sign != 0 && said.Direction == -sign)
        {
            scope.Report(NoteRuleIds.Direction, said.Spot, Against(said, Remark(said, field, changed)) with
            {
                Expected = $"{scope.Language.WordFor(sign)}{Domain.Money.Figures.Shown(Percent(changed, before))}%",
            });
        }
        else
        {
            Agrees(said, field, change);
        }
    }

    private void CompareRatio(SpokenFigure said, NoteField field, Expression last)
    {
        if (values.Of(last) is not { } before) return;
        var possible = values.Current(field).ToArray();
        if (possible.Length == 0) return;
        if (before.Rounded == 0m)
        {
            scope.Report(NoteRuleIds.ZeroBase, said.Spot, Remark(said, field, before));
            return;
        }

        if (Array.Find(possible, figure => ShowsPart(said.Quantity, figure, before)) is { Expression: { } holding })
            Agrees(said, field, holding);
        else scope.Report(NoteRuleIds.Rate, said.Spot, Remark(said, field,
            possible[0]) with
        { Expected = Domain.Money.Figures.Shown(Percent(possible[0], before)) + "%" });
    }

    /// <summary>True when a number of a sentence is what a field has in the aspect it speaks of; nothing is told.</summary>
    public bool Holds(SpokenFigure said, NoteField field)
    {
        switch (said.Aspect)
        {
            case Aspect.Change:
                return field.Change is { } change && Shows(said, change);
            case Aspect.Last:
                return field.Last is { } last && Shows(said, last);
            case Aspect.Rate or Aspect.Ratio:
                if (field is not { Change: { } moved, Last: { } by } || values.Of(by) is not { Rounded: not 0m } before) return false;
                var parts = said.Aspect == Aspect.Ratio ? values.Current(field) : values.Of(moved) is { } changed ? [changed] : [];
                return parts.Any(part => ShowsPart(said.Quantity, part, before));
            default:
                return values.Current(field).Any(figure => Holds(said, figure));
        }
    }

    private bool Shows(SpokenFigure said, Expression expression) => values.Of(expression) is { } figure && said.Quantity.Shows(figure);

    /// <summary>True when a percentage says what a figure is of another, from the figures as they are or as they are shown.</summary>
    private static bool ShowsPart(SaidQuantity said, FieldFigure part, FieldFigure whole) =>
        said.ShowsPercent(Percent(part, whole))
            || said.ShowsPercent(Math.Abs(part.Rounded * part.Unit / (whole.Rounded * whole.Unit)) * 100m);

    private static decimal Percent(FieldFigure part, FieldFigure whole) => Math.Abs(part.Figure.Value / whole.Figure.Value) * 100m;

    /// <summary>Compares a share of the item with the wholes it may be a share of.</summary>
    public void CompareShare(SpokenFigure said, NoteField field, IReadOnlyCollection<NoteField> others)
    {
        var wholes = (said.Whole is { } whole ? [whole] : others.Where(other => other != field)).SelectMany(values.Current)
            .Where(figure => figure.Value != 0m).ToArray();
        var parts = values.Current(field).ToArray();
        if (wholes.Length == 0 || parts.Length == 0)
        {
            scope.NotChecked(NoteRuleIds.Share, $"“{said.Spot.Sentence}”没有说明占什么的比例");
            return;
        }

        var shares = parts.SelectMany(
            part => wholes.Select(of => (Part: part, Share: part.Value * part.Unit / (of.Value * of.Unit) * 100m))).ToArray();
        if (Array.Exists(shares, share => said.Quantity.ShowsPercent(share.Share)))
            Agrees(said, field, parts[0].Expression);
        else scope.Report(
            NoteRuleIds.Share, said.Spot,
            Remark(said, field, shares[0].Part) with
            {
                Expected =
            Domain.Money.Figures.Shown(shares.MinBy(share => Math.Abs(share.Share - said.Quantity.Number)).Share) + "%"
            });
    }

    private void Agrees(SpokenFigure said, NoteField field, Expression expression) =>
        scope.Agrees(said.Spot, said.Number.Words, field.Item, expression);

    /// <summary>What is wrong with a direction is the word, not the number behind it.</summary>
    private NoteRemark Against(SpokenFigure said, NoteRemark remark) =>
        remark with { Said = scope.Language.WordFor(said.Direction) + said.Number.Words };

    private NoteRemark Remark(SpokenFigure said, NoteField field, FieldFigure figure, string word = "")
    {
        var isMoney = said.Quantity.Kind == QuantityKind.Money;
        if (isMoney) figure = figure with { Amounts = AmountsFor(said, figure) };
        var expected = said.Quantity.Kind == QuantityKind.Count ? Domain.Money.Figures.Plain(figure.Value)
            : figure.Told(isSigned: word.Length == 0 && said.Aspect is not Aspect.Change);
        return new NoteRemark
        {
            Said = said.Number.Words,
            Expected = word + expected
                + (isMoney ? figure.Amounts.Unit.Title() : said.Quantity.Kind == QuantityKind.Count ? said.Quantity.Unit : ""),
            Difference = isMoney && said.Aspect is Aspect.Current or Aspect.Last
                ? Domain.Money.Figures.Shown(
                (said.Quantity.Number * said.Quantity.UnitInYuan / figure.Unit) - figure.Rounded, figure.Amounts.Decimals) : null,
            Item = field.Item,
            Cell = scope.Names.Of(figure.Expression),
            Cells = scope.Names.Cells(figure.Expression),
            Hint = HintFor(said, field),
        };
    }

    /// <summary>
    /// The unit a sentence is told the right figure in: its own where it is the pack's, as sentences of the note are written, else the
    /// form's.
    /// </summary>
    private AmountFormat AmountsFor(SpokenFigure said, FieldFigure figure)
    {
        var pack = scope.Figures.Book.Pack.Amounts;
        return said.Quantity.UnitInYuan == pack.Unit.InYuan() && figure.Amounts.Unit != pack.Unit ? pack : figure.Amounts;
    }

    /// <summary>Whose figure the number is, when another item that the note may name shows it.</summary>
    private string HintFor(SpokenFigure said, NoteField field)
    {
        if (said.Quantity.Kind != QuantityKind.Money || said.Quantity.Number == 0m) return "";
        foreach (var other in scope.Language.Fields.Where(other => other != field && other.Units.Count == 0 && !other.IsLoose))
        {
            foreach (var expression in other.Figures)
            {
                var figure = scope.Figures.Evaluate(expression, default);
                if (!figure.IsKnown || figure.Value.Value == 0m) continue;
                if (said.Quantity.Shows(new FieldFigure(figure.Value, FigureNames.AmountsOf(expression), expression)))
                    return NoteSentences.OtherItem.With(("said", said.Number.Words), ("item", other.Item));
            }
        }

        return "";
    }
}
