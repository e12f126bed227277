namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// Names and targets in lines of their own: a text whose cells stand one below the other. Under every heading there is an even number of
/// lines, marks stand only before names, and most second lines are targets and nothing else.
/// </summary>
internal sealed class LinePairs(PrintedLines lines, TargetLines targets)
{
    private const int FewestPairs = 4;
    private static readonly string[] ColumnLabels = Vocabulary.Of("columnLabels");
    private readonly List<int> _names = [];
    private readonly List<int> _group = [];
    private int _told;

    /// <summary>The lines that name an indicator whose target is the next line; none where the text is no such list.</summary>
    public List<int> Names()
    {
        var (odd, torn, inForce) = (0, 0, (HeadingName?)null);
        for (var line = 0; line <= lines.Count; line++)
        {
            // 产|出指|标: a heading whose signs stand on several lines
            if (line < lines.Count && lines[line].Start < torn) continue;
            var heading = line == lines.Count ? null : lines.Head(line, inForce);
            var isEnd = line == lines.Count || heading?.End >= lines.Last(line);
            torn = heading?.End ?? 0;
            inForce = isEnd ? heading?.Name : inForce;
            if (!isEnd)
            {
                if (lines.IsEmpty(line) || IsDots(line) || IsLabel(line)) continue;
                if (lines.Said(line).Contains('\t')) return [];
                // 指标1： heads a name; with nothing behind it it is a line of the template
                if (!lines.IsMarked(line) || !IsBareMark(line)) _group.Add(line);
                continue;
            }

            if (!PairUp()) odd++;
            _group.Clear();
        }

        // where each name has its mark the next line can only be its target
        var enough = _names.TrueForAll(lines.IsMarked) ? _told * 3 >= _names.Count : _told * 2 >= _names.Count;
        return _names.Count >= FewestPairs && enough && odd == 0 ? _names : [];
    }

    /// <summary>具体指标 above every name: the label of a column.</summary>
    private bool IsLabel(int line)
    {
        var said = lines.Said(line).Trim();
        foreach (var label in ColumnLabels)
        {
            if (said.SequenceEqual(label)) return true;
        }

        return false;
    }

    /// <summary>……: a template's line for more.</summary>
    private bool IsDots(int line) => lines.Said(line).IndexOfAnyExcept('…', '.', ' ') < 0;

    private bool IsBareMark(int line)
    {
        var at = lines.First(line);
        return at + ListMarkReader.Read(lines.Text, at).Length > lines.Last(line);
    }

    /// <summary>
    /// Pairs the lines under one heading: a marked name with the one line below it, or, without marks, each with the next. A line alone
    /// under its heading has no target. False when they cannot be paired.
    /// </summary>
    private bool PairUp()
    {
        var isMarked = _group.Exists(lines.IsMarked);
        if (!isMarked && _group.Count > 1 && _group.Count % 2 == 1) return false;
        for (var at = 0; at + 1 < _group.Count; at++)
        {
            var (name, target) = (_group[at], _group[at + 1]);
            if (isMarked && (!lines.IsMarked(name) || lines.IsMarked(target))) continue;
            // several lines under one mark are a sentence, not a name and its target
            if (isMarked && at + 2 < _group.Count && !lines.IsMarked(_group[at + 2])) return false;
            if (targets.IsAlone(target)) _told++;
            // the next line of text stands right below
            if (target == name + 1) _names.Add(name);
            at++;
        }

        return true;
    }
}
