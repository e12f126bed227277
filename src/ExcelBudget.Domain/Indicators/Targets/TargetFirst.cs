using System.Buffers;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// Texts that tell the target before the name: «≥45家 补助家庭农场», «2025年10月底前 测评完成时间». In most of their lines a figure stands alone before
/// a blank and words without a figure follow; then dates and results there are targets too.
/// </summary>
internal sealed class TargetFirst(CellText cell, ColumnReader columns)
{
    private const int Fewest = 3;
    private const int LongestTarget = 24;
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789≥≤=><");
    private static readonly SearchValues<char> Others = SearchValues.Create("0123456789;。,\t");
    private bool? _isWhole;

    /// <summary>The one indicator between two places; null in a text of another kind.</summary>
    public Clause? Read(int start, int end)
    {
        var text = cell.Folded;
        start = TextScan.Spaces(text, start);
        while (end > start && (TextScan.IsSpace(text[end - 1]) || text[end - 1] is ';' or '。')) end--;
        var blank = BlankBehindTarget(start, end);
        if (blank < 0 || !(_isWhole ??= IsWhole())) return null;
        var name = Words.Name(cell.Printed[blank..end], "");
        if (columns.TargetIn(start, blank) is { } target) return new Clause(start, end, name, target.Operator, target.Value, target.Unit);
        return UnlistedUnits.Read(text, start, blank) is var (count, unit)
            ? new Clause(start, end, name, TargetOperator.Equal, count, unit) : null;
    }

    private bool IsWhole()
    {
        var (first, told) = (0, 0);
        var text = cell.Folded;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Glyphs.Line, Glyphs.Paragraph);
            var end = length < 0 ? text.Length : start + length;
            var at = TextScan.Blanks(text, start);
            at = TextScan.Blanks(text, at + ListMarkReader.Read(text, at).Length);
            if (at < end && text.AsSpan(at, end - at).ContainsAnyInRange('0', '9')) told++;
            if (at < end && Figures.Contains(text[at]) && BlankBehindTarget(at, end) > 0) first++;
            start = end + 1;
        }

        return first >= Fewest && first * 3 >= told * 2;
    }

    /// <summary>The blank between a word without blanks and words without figures; -1 when the stretch is not of that kind.</summary>
    private int BlankBehindTarget(int start, int end)
    {
        var text = cell.Folded;
        var length = end > start ? text.AsSpan(start, Math.Min(end - start, LongestTarget)).IndexOf(' ') : -1;
        if (length <= 0) return -1;
        var name = TextScan.Blanks(text, start + length);
        var isName = end - name > 1 && TextScan.IsHan(text[name]) && text.AsSpan(name, end - name).IndexOfAny(Others) < 0;
        return isName ? start + length : -1;
    }
}
