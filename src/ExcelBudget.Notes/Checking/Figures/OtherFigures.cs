using System.Text.RegularExpressions;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>
/// Figures of a note that no cell answers for: listed as not checked, by section, unless they are the workbook's
/// own words.
/// </summary>
/// <param name="scope">The check under way.</param>
internal sealed partial class OtherFigures(NoteScope scope)
{
    private const string Unnamed = "没有写明是表中的哪一项，没有核对";
    private const string NotLookedAt = "没有核对";

    private readonly Dictionary<string, (List<string> Words, string Why)> _bySection = new(StringComparer.Ordinal);

    /// <summary>The figures of a paragraph in a section without figures of the budget.</summary>
    public void Add(NoteSection section, ReadParagraph paragraph)
    {
        foreach (var sentence in paragraph.Sentences)
        {
            foreach (var token in scope.TokensOf(sentence).Where(token => token.Quantity is { } quantity && IsFigure(quantity)))
                Add($"“{section.Title}”里不核对数字，其中的", sentence.Spot(token.Start, token.End), token.Words, NotLookedAt);
        }
    }

    /// <summary>A figure that names no item, or explains.</summary>
    public void Add(SpokenFigure figure)
    {
        if (IsFigure(figure.Quantity))
            Add($"“{scope.Outline.SectionOf(figure.Sentence.Paragraph)?.Title ?? "开头"}”中的", figure.Spot, figure.Number.Words, Unnamed);
    }

    /// <summary>Things counted in a unit that no figure of the workbook has: «42批次310人次».</summary>
    public void AddCounts(PlainSentence sentence, NoteToken[] tokens)
    {
        foreach (var token in tokens.Where(token => token.Quantity is { Kind: QuantityKind.Other, Unit: "" }
            && Counted().IsMatch(sentence.Text, token.End)))
            Add($"“{scope.Outline.SectionOf(sentence.Paragraph)?.Title ?? "开头"}”中的", sentence.Spot(token.Start, token.End),
                token.Words + Counted().Match(sentence.Text, token.End).Value.Trim(), NotLookedAt);
    }

    public void Tell()
    {
        foreach (var (section, (words, why)) in _bySection)
        {
            var count = words.Count == 1 ? "" : $"等 {NoteNumbers.Whole(words.Count)} 处";
            scope.NotChecked(NoteRuleIds.Figure, $"{section}“{words[0]}”{count}{why}");
        }
    }

    private static bool IsFigure(SaidQuantity quantity) => quantity is
    {
        Kind: QuantityKind.Money,
        Unit: not ""
    } or { Kind: QuantityKind.Percent or QuantityKind.Count };

    private void Add(string section, NoteSpot spot, string words, string why)
    {
        if (scope.IsReported(spot) || scope.Origins.Of(spot) is not null) return;
        if (!_bySection.TryGetValue(section, out var known)) _bySection[section] = known = ([], why);
        known.Words.Add(words);
    }

    /// <summary>Words that count things.</summary>
    [GeneratedRegex(@"\G\s*(批次|人次|场次|班次|平方米|公里|批|人|辆|次|场|家|项|台|套|期|名|户|件|篇|亩|吨)(?!民币)")]
    private static partial Regex Counted();
}
