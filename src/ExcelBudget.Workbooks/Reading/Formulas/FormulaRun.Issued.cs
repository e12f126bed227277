using System.Text;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>The functions that issued formulas use beyond those of typed ones: sums over the rows whose code fits a pattern.</summary>
internal sealed partial class FormulaRun
{
    /// <summary>The value of SUMIFS, SUMIF or ROW; null when none of them stands here, a null value when it cannot be told.</summary>
    private (decimal? Value, bool Found)? IssuedFunction()
    {
        if (Function("SUMIFS(")) return (SumIfs(sumFirst: true), true);
        if (Function("SUMIF(")) return (SumIfs(sumFirst: false), true);
        if (Function("ROW(")) return (Close() ? row : null, true);
        return null;
    }

    private decimal? SumIfs(bool sumFirst)
    {
        var areas = new List<(FlatSheet Sheet, NamedArea Area)>();
        var patterns = new List<string>();
        do
        {
            if (Area() is not { } area) return null;
            areas.Add(area);
            if ((areas.Count == 1) == sumFirst || patterns.Count == areas.Count) continue;
            if (!Take(',') || Pattern() is not { } pattern) return null;
            patterns.Add(pattern);
        }
        while (Take(','));

        if (!Close() || patterns.Count == 0 || areas.Count < 2) return null;
        var sums = sumFirst ? areas[0] : areas[^1];
        return Fitting(sums, sumFirst ? areas.Skip(1) : areas.Take(1), patterns);
    }

    private decimal? Fitting((FlatSheet Sheet, NamedArea Area) sums, IEnumerable<(FlatSheet Sheet, NamedArea Area)> conditions, List<string> patterns)
    {
        var all = conditions.ToArray();
        var (sheet, area) = sums;
        if (all.Length != patterns.Count || area.LastRow - area.FirstRow > LargestRange || area.FirstColumn != area.LastColumn) return null;
        decimal? sum = 0m;
        for (var offset = 0; offset <= area.LastRow - area.FirstRow && sum is not null; offset++)
        {
            var at = offset;
            if (all.Select((condition, index) => Fits(CodeText.Clean(condition.Sheet[condition.Area.FirstRow + at, condition.Area.FirstColumn]?.Text ?? ""), patterns[index])).All(fits => fits))
            {
                sum += owner.ValueOf(sheet, area.FirstRow + at, area.FirstColumn, depth, ignoresText: true);
            }
        }

        return sum;
    }

    /// <summary>A range, whose first corner may be INDEX over a column: so a range begins one row below its own formula.</summary>
    private (FlatSheet Sheet, NamedArea Area)? Area()
    {
        Skip();
        if (!Function("INDEX("))
        {
            var whole = Token();
            return Sheeted(whole);
        }

        if (Sheeted(Token()) is not var (target, column) || !Take(',') || Sum() is not { } number || !Close()) return null;
        var first = column.FirstRow + (int)number - 1;
        if (!Take(':')) return (target, column with { FirstRow = first, LastRow = first });
        return AreaText.OfRange(target.Name, Token()) is { } end ? (target, column with { FirstRow = first, LastRow = end.LastRow }) : null;
    }

    private string Token()
    {
        Skip();
        var start = _at;
        while (IsReferencePart(Current)) ReadPart();
        return text[start.._at];
    }

    private (FlatSheet Sheet, NamedArea Area)? Sheeted(string area)
    {
        var target = sheet;
        if (area.LastIndexOf('!') is var mark and > 0)
        {
            if (workbook.Sheet(area[..mark].Trim('\'').Replace("''", "'", StringComparison.Ordinal)) is not { } named) return null;
            (target, area) = (named, area[(mark + 1)..]);
        }

        // «$E:$E» is the column from its first row
        if (area.Split(':') is [var left, var right] && left.All(symbol => symbol == '$' || char.IsAsciiLetter(symbol)) && right.All(symbol => symbol == '$' || char.IsAsciiLetter(symbol))) area = $"{left}1:{right}1";
        return AreaText.OfRange(target.Name, area) is { } range ? (target, range) : null;
    }

    /// <summary>Texts and cells joined by «&amp;».</summary>
    private string? Pattern()
    {
        var pattern = new StringBuilder();
        do
        {
            Skip();
            if (Take('"'))
            {
                var close = text.IndexOf('"', _at);
                if (close < 0) return null;
                pattern.Append(text, _at, close - _at);
                _at = close + 1;
            }
            else if (Sheeted(Token()) is var (target, area)) pattern.Append(CodeText.Clean(target[area.FirstRow, area.FirstColumn]?.Text ?? ""));
            else return null;
        }
        while (Take('&'));

        return pattern.ToString();
    }

    /// <summary>As Excel compares: «?» is one symbol, «*» any number of them.</summary>
    private static bool Fits(ReadOnlySpan<char> value, ReadOnlySpan<char> pattern)
    {
        if (pattern.IsEmpty) return value.IsEmpty;
        if (pattern[0] == '*') return Fits(value, pattern[1..]) || (!value.IsEmpty && Fits(value[1..], pattern));
        return !value.IsEmpty && (pattern[0] == '?' || pattern[0] == value[0]) && Fits(value[1..], pattern[1..]);
    }
}
