using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>A stretch of a text as its writer meant it: a paragraph, or an item glued to the end of one.</summary>
/// <param name="Text">The words, trimmed.</param>
/// <param name="Number">Item number in front («4、» → 4); null without one.</param>
/// <param name="IsGlued">True when it follows a full stop inside a paragraph.</param>
internal sealed record Passage(string Text, int? Number, bool IsGlued)
{
    /// <summary>The words without the item number and blanks.</summary>
    public string Body => field ??= WithoutBlanks(Number is null ? Text : Paragraphs.WithoutNumber(Text));

    /// <summary>The beginning, short enough for a message.</summary>
    public string Beginning => TextCut.Beginning(Text, 24);

    private static string WithoutBlanks(string text)
    {
        foreach (var symbol in text)
        {
            if (char.IsWhiteSpace(symbol)) return string.Concat(text.Where(kept => !char.IsWhiteSpace(kept)));
        }

        return text;
    }
}

/// <summary>Cuts a text into passages.</summary>
internal static partial class Paragraphs
{
    /// <summary>
    /// The passages in order. An item number after a full stop inside a paragraph begins a glued passage, unless the paragraph
    /// holds a list of its own («…包括：1、…。2、…。»), which stays in one piece.
    /// </summary>
    public static IEnumerable<Passage> Of(string text)
    {
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cuts = MayBeGlued(paragraph) ? Glued().Matches(paragraph).Select(match => match.Index).ToArray() : [];
            if (cuts.Length == 0 || InnerList().IsMatch(paragraph))
            {
                yield return Passage(paragraph, isGlued: false);
                continue;
            }

            var from = 0;
            foreach (var to in cuts.Append(paragraph.Length))
            {
                yield return Passage(paragraph[from..to].Trim(), from > 0);
                from = to;
            }
        }
    }

    /// <summary>The text without an item number in front.</summary>
    public static string WithoutNumber(string text) => ItemNumber().Replace(text, "", 1);

    private static Passage Passage(string text, bool isGlued) =>
        new(text, text.Length > 0 && (char.IsDigit(text[0]) || char.IsWhiteSpace(text[0]))
            && ItemNumber().Match(text) is { Success: true } item
            ? int.Parse(item.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : null, isGlued);

    /// <summary>False for a paragraph in which nothing that counts stands behind a full stop.</summary>
    private static bool MayBeGlued(string paragraph)
    {
        for (var at = paragraph.IndexOf('。'); at >= 0; at = paragraph.IndexOf('。', at + 1))
        {
            var next = at + 1;
            while (next < paragraph.Length && char.IsWhiteSpace(paragraph[next])) next++;
            if (next < paragraph.Length && char.IsDigit(paragraph[next])) return true;
        }

        return false;
    }

    /// <summary>«4、» or «4.» in front, also of a year («1、2022年…»); «1.5万元» and «2023.6» are no items.</summary>
    [GeneratedRegex(@"^\s*([0-9]{1,2})\s*(?:、(?![0-9]{1,2}[、月日])|[.．](?![0-9]))")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"(?<=。)\s*[0-9]{1,2}[、.．](?![0-9])")]
    private static partial Regex Glued();

    [GeneratedRegex(@"[^0-9\s。]\s*1[、.．](?![0-9])|。\s*1[、.．](?![0-9]).*(?<![0-9])2[、.．](?![0-9])")]
    private static partial Regex InnerList();
}
