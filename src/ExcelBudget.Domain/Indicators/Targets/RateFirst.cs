using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>100%及时、足额发放救助资金: a sentence that begins with its target, as reports of results have them.</summary>
internal static class RateFirst
{
    private const int LongestRate = 6;
    private const int ShortestName = 4;

    /// <summary>The indicators with which a stretch begins, each up to its comma or stop, and where the rest begins.</summary>
    public static (List<Clause> Rates, int Next) Read(CellText cell, TargetFinder finder, int start, int end)
    {
        var rates = new List<Clause>();
        while (One(cell, finder, start, end) is var (rate, next))
        {
            rates.Add(rate);
            start = next;
        }

        return (rates, start);
    }

    private static (Clause Clause, int Next)? One(CellText cell, TargetFinder finder, int start, int end)
    {
        var text = cell.Folded;
        var sign = start;
        while (sign < end && sign - start < LongestRate && (char.IsAsciiDigit(text[sign]) || text[sign] == '.')) sign++;
        var isRate = sign > start && sign + ShortestName < end && text[sign] == '%'
            && TextScan.IsHan(text[sign + 1]) && text[sign + 1] != '的';
        if (!isRate) return null;
        var length = text.AsSpan(sign, end - sign).IndexOfAny(",;。\n");
        var last = length < 0 ? end : sign + length;
        if (last - sign <= ShortestName || finder.Find(start, last).Count > 0) return null;
        var clause = new Clause(start, last, Words.Name(cell.Printed[(sign + 1)..last], ""), TargetOperator.Equal, text[start..sign], "%");
        var next = last;
        while (next < end && (TextScan.IsSpace(text[next]) || text[next] is ',' or ';' or '。')) next++;
        return (clause, next);
    }
}
