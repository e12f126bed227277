using System.Globalization;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking;

/// <summary>Figures and words in content controls whose tag says what they are: each must still show what its cell shows.</summary>
internal static class LinkedFigures
{
    public static void Check(NoteScope scope)
    {
        foreach (var paragraph in scope.Document.Paragraphs)
        {
            foreach (var control in paragraph.Controls) Check(scope, paragraph, control);
        }
    }

    private static void Check(NoteScope scope, NoteParagraph paragraph, NoteControl control)
    {
        var spot = Trimmed(new NoteSpot(paragraph, control.Start, control.Length));
        // an emptied control is a deleted figure: the sentence is then read as it stands
        if (spot.Length == 0) return;
        switch (control.Tag.Kind)
        {
            case "fig" or "fig0" or "rate" when Figure(scope, control.Tag) is { } expression:
                CheckFigure(scope, spot, control.Tag, expression);
                break;
            case "dir" when Figure(scope, control.Tag) is { } expression:
                CheckDirection(scope, spot, expression);
                break;
            case "unit" or "unitName" or "unitCode" or "year" or "lastYear":
                CheckWords(scope, spot, control.Tag.Kind);
                break;
            case var name when control.Tag.About.Length == 0:
                CheckWord(scope, spot, name);
                break;
        }
    }

    private static void CheckFigure(NoteScope scope, NoteSpot spot, SlotTag tag, Expression expression)
    {
        var figure = scope.Figures.Evaluate(expression, default);
        if (figure.Unknown is { } reason)
        {
            scope.NotChecked(NoteRuleIds.Linked, $"“{tag.About}”：{reason}");
            return;
        }

        var amounts = SentenceAmounts.Of(scope.Figures.Book, expression);
        var counted = SentenceAmounts.Counted(figure.Value, expression);
        var shown = tag.Kind switch
        {
            "fig0" => SentenceAmounts.InFull(counted, amounts),
            "rate" => SentenceAmounts.Words(counted, amounts) + "%",
            _ => SentenceAmounts.Words(counted, amounts),
        };
        if (IsSame(spot.Words, shown)) scope.Agrees(spot, spot.Words, null, expression);
        else scope.Report(NoteRuleIds.Linked, spot, Remark(scope, spot, expression, shown));
    }

    private static NoteRemark Remark(NoteScope scope, NoteSpot spot, Expression expression, string shown) => new()
    {
        Said = spot.Words,
        Expected = shown,
        Difference = Number(spot.Words) is { } said && Number(shown) is { } expected ? Domain.Money.Figures.Shown(said - expected) : null,
        Cell = scope.Names.Of(expression),
        Cells = scope.Names.Cells(expression),
    };

    private static void CheckDirection(NoteScope scope, NoteSpot spot, Expression expression)
    {
        var figure = scope.Figures.Evaluate(expression, default);
        if (!figure.IsKnown || scope.Language.DirectionOf(spot.Words) is not { } said) return;
        var amounts = SentenceAmounts.Of(scope.Figures.Book, expression);
        var sign = Math.Sign(SentenceAmounts.Rounded(figure.Value, amounts));
        if (said == sign) return;
        scope.Report(NoteRuleIds.LinkedWord, spot, new NoteRemark
        {
            Said = spot.Words,
            Expected = scope.Language.WordFor(sign),
            Item = SentenceAmounts.Words(figure.Value, amounts),
            Cell = scope.Names.Of(expression),
            Cells = scope.Names.Cells(expression),
        });
    }

    private static void CheckWords(NoteScope scope, NoteSpot spot, string kind)
    {
        var identity = scope.Figures.Budget.Identity;
        var expected = kind switch
        {
            "unit" or "unitName" => identity.UnitName,
            "unitCode" => identity.UnitCode,
            "year" => NoteNumbers.Whole(identity.Year),
            _ => NoteNumbers.Whole(identity.Year - 1),
        };
        if (spot.Words != expected)
            scope.Report(NoteRuleIds.Linked, spot, new NoteRemark
            {
                Said = spot.Words,
                Expected = expected,
                Cell = NoteSentences.Identity.With(),
            });
    }

    private static void CheckWord(NoteScope scope, NoteSpot spot, string name)
    {
        if (!scope.Figures.Budget.Identity.Words.TryGetValue(name, out var expected) || spot.Words == expected) return;
        scope.Report(NoteRuleIds.LinkedWord, spot, new NoteRemark
        {
            Said = spot.Words,
            Expected = expected,
            Cell = "工作簿的单位情况",
            Item = name,
        });
    }

    private static Expression? Figure(NoteScope scope, SlotTag tag)
    {
        try
        {
            return scope.Language.Figure(tag.About);
        }
        catch (LanguageException problem)
        {
            scope.NotChecked(NoteRuleIds.Linked, $"控件标记“{tag.About}”{problem.Message}，未核对");
            return null;
        }
    }

    private static NoteSpot Trimmed(NoteSpot spot)
    {
        var words = spot.Words;
        var start = words.Length - words.TrimStart().Length;
        return spot with { Start = spot.Start + start, Length = words.Trim().Length };
    }

    private static bool IsSame(string said, string shown)
    {
        if (said == shown) return true;
        var (one, other) = (FigureReader.Read(said), FigureReader.Read(shown));
        return one.IsFigure && other.IsFigure && (one.Number, one.Scale, one.Unit) == (other.Number, other.Scale, other.Unit);
    }

    private static decimal? Number(string words) => FigureReader.Read(words) is { IsFigure: true } figure ? figure.Number : null;
}
