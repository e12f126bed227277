namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>The text of one cell without markup, and where each of its signs stood in the source.</summary>
internal sealed class CellText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    public CellText(string source, string printed, int[] starts, int[] ends)
    {
        (Source, Printed, _starts, _ends) = (source, printed, starts, ends);
        Folded = string.Create(printed.Length, printed, static (target, text) =>
        {
            for (var i = 0; i < text.Length; i++) target[i] = Glyphs.Folded(text[i]);
            // 合格率（≥）95%: brackets around a sign alone say nothing
            for (var i = 2; i < text.Length; i++)
            {
                if (target[i] == ')' && target[i - 2] == '(' && target[i - 1] is '≥' or '≤' or '=' or '>' or '<')
                    (target[i - 2], target[i]) = (' ', ' ');
            }
        });
    }

    /// <summary>The cell's text as it came.</summary>
    public string Source { get; }

    /// <summary>Without markup, as printed.</summary>
    public string Printed { get; }

    /// <summary>Like <see cref="Printed"/>, sign for sign, with one form for each sign: for reading, not for quoting.</summary>
    public string Folded { get; }

    public int Length => Printed.Length;

    /// <summary>The text before stretches were left out that are printed and no part of it; null where none was.</summary>
    public CellText? Fuller { get; private init; }

    /// <summary>Where a sign begins in the source.</summary>
    public int SourceStart(int index) => index < _starts.Length ? _starts[index] : Source.Length;

    /// <summary>True where a line break was taken out before a sign.</summary>
    public bool HasBreakBefore(int index) => _starts[index] > _ends[index - 1]
        && Source.AsSpan(_ends[index - 1], _starts[index] - _ends[index - 1]).Contains(Glyphs.Line);

    /// <summary>Where a sign ends in the source.</summary>
    public int SourceEnd(int index) => _ends[index];

    /// <summary>The same text without some signs (they become markup) and with others replaced.</summary>
    /// <param name="replace">Per place: null keeps the sign, '\0' drops it, another sign takes its place.</param>
    public CellText Replace(Func<int, char?> replace)
    {
        var kept = new CellTextBuilder(Source);
        for (var i = 0; i < Length; i++)
        {
            var sign = replace(i) ?? Printed[i];
            if (sign != '\0') kept.Add(sign, _starts[i], _ends[i]);
        }

        return kept.Build() is var text && Fuller is null ? text : new(Source, text.Printed, text._starts, text._ends) { Fuller = Fuller };
    }

    /// <summary>The same text without some stretches, which come in order; what is quoted of it still has them.</summary>
    /// <param name="stretches">Where they begin and end.</param>
    /// <param name="instead">The sign that stands in the place of each; '\0' for none.</param>
    public CellText Without(List<(int Start, int End)> stretches, char instead = '\0')
    {
        var next = 0;
        var rest = Replace(at =>
        {
            while (next < stretches.Count && at >= stretches[next].End) next++;
            if (next == stretches.Count || at < stretches[next].Start) return null;
            return at == stretches[next].Start ? instead : '\0';
        });
        return new(Source, rest.Printed, rest._starts, rest._ends) { Fuller = Fuller ?? this };
    }

    /// <summary>What is printed between two places, with all that was left out between them.</summary>
    public string Quote(int start, int end)
    {
        if (Fuller is null || end <= start) return Printed[start..end];
        var from = Array.BinarySearch(Fuller._starts, _starts[start]);
        var to = Array.BinarySearch(Fuller._starts, _starts[end - 1]) + 1;
        return from < 0 || to <= from ? Printed[start..end] : Fuller.Printed[from..to];
    }

    /// <summary>True where words were left out between two places of the source.</summary>
    public bool HasLeftOut(int from, int to)
    {
        if (Fuller is null) return false;
        var at = Array.BinarySearch(Fuller._starts, from);
        for (at = at < 0 ? ~at : at; at < Fuller.Length && Fuller._starts[at] < to; at++)
        {
            if (char.IsLetterOrDigit(Fuller.Printed[at])) return true;
        }

        return false;
    }
}

/// <summary>Collects the signs of a cell.</summary>
internal sealed class CellTextBuilder(string source)
{
    private readonly System.Text.StringBuilder _printed = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public void Add(char sign, int start, int end)
    {
        _printed.Append(Glyphs.Printed(sign));
        _starts.Add(start);
        _ends.Add(end);
    }

    public CellText Build() => new(source, _printed.ToString(), [.. _starts], [.. _ends]);
}
