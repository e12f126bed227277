using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>页码、续表。Lines that the printed page left in a copied text and that are no part of the form: — 21 —, 第5页, （续表）.</summary>
internal static partial class PageMarks
{
    private const int Longest = 36;

    /// <summary>The text without such lines.</summary>
    public static CellText Remove(CellText cell)
    {
        var text = cell.Folded;
        if (!text.AsSpan().ContainsAny(Telling) && !text.Contains("\n-", StringComparison.Ordinal)
            && !text.Contains("\n -", StringComparison.Ordinal)) return cell;
        List<(int Start, int End)>? marks = null;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Glyphs.Line, Glyphs.Paragraph);
            var end = length < 0 ? text.Length : start + length;
            // neither the first line nor the only one
            var isShort = start > 0 && end - start is > 1 and <= Longest;
            if (isShort && IsMark(text.AsSpan(start, end - start))) (marks ??= []).Add((start, end));
            start = end + 1;
        }

        if (marks is null) return cell;
        var next = 0;
        return cell.Replace(at =>
        {
            while (next < marks.Count && at >= marks[next].End) next++;
            // the break before the line goes with it
            return next < marks.Count && at >= marks[next].Start - 1 ? '\0' : null;
        });
    }

    private static bool IsMark(ReadOnlySpan<char> line) => line.ContainsAny(Parts)
        && Mark().IsMatch(line.Contains(' ') ? string.Concat(line.ToString().Where(sign => sign != ' ')) : line);

    private static readonly System.Buffers.SearchValues<char> Telling = System.Buffers.SearchValues.Create("页续接—–/");

    private static readonly System.Buffers.SearchValues<char> Parts = System.Buffers.SearchValues.Create("页表续—–-/");

    [GeneratedRegex(@"^\s*(?:[—–-]+\s*\d{1,4}\s*[—–-]+"
        + @"|第\s*\d{1,4}\s*页(?:[\s,/]*共\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|共\s*\d{1,3}\s*页[\s,/]*第\s*\d{1,3}\s*页"
        + @"|.{0,24}(?:目标|指标|申报)表\s*\(\s*续表?\s*\d{0,2}\s*\)"
        + @"|\(?\s*(?:续表|续上表|接上表|接上页|转下页|续前表)\s*\d{0,2}\s*\)?)\s*$")]
    private static partial Regex Mark();
}
