namespace ExcelBudget.Notes.Pages;

/// <summary>A stretch of the note that is set as a whole: the lines of a paragraph, or a row of a table.</summary>
/// <param name="Lines">How many lines it can be broken between; 1 for a row.</param>
/// <param name="Line">Height of each in twips.</param>
internal sealed record FlowBlock(int Lines, int Line)
{
    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>True when it begins a page.</summary>
    public bool BreaksPage { get; init; }

    /// <summary>True when it stays on the page of what follows.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>Height of its table's heading, which repeats on every page; 0 outside tables.</summary>
    public int RepeatedHead { get; init; }

    /// <summary>Height of the type area from here on, when a section ends with it; 0 otherwise.</summary>
    public int EndsSection { get; init; }

    /// <summary>Bookmark of a heading; null for others.</summary>
    public string? Bookmark { get; init; }

    public int Height => Before + (Lines * Line) + After;
}

/// <summary>Sets blocks on pages as Word does: widows and orphans of two lines, rows whole, kept paragraphs together.</summary>
internal static class PageFlow
{
    /// <summary>The page of each bookmark, from 1.</summary>
    /// <param name="blocks">The blocks in order.</param>
    /// <param name="height">Height of the first section's type area in twips.</param>
    public static IReadOnlyDictionary<string, int> Pages(IReadOnlyList<FlowBlock> blocks, int height)
    {
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        var (page, used) = (1, 0);
        for (var at = 0; at < blocks.Count;)
        {
            var last = at;
            while (last + 1 < blocks.Count && blocks[last].KeepsNext && !blocks[last + 1].BreaksPage) last++;
            if (blocks[at].BreaksPage && used > 0) (page, used) = (page + 1, 0);
            var needed = Needed(blocks, at, last);
            if (used > 0 && used + needed > height && needed <= height) (page, used) = (page + 1, 0);
            for (; at <= last; at++)
            {
                var first = Place(blocks[at], height, ref page, ref used);
                if (blocks[at].Bookmark is { } bookmark) pages.TryAdd(bookmark, first);
                if (blocks[at].EndsSection > 0) (page, used, height) = (page + 1, 0, blocks[at].EndsSection);
            }
        }

        return pages;
    }

    /// <summary>What a chain of kept blocks needs on one page: all of it, of its last paragraph two lines.</summary>
    private static int Needed(IReadOnlyList<FlowBlock> blocks, int first, int last)
    {
        var needed = 0;
        for (var at = first; at < last; at++) needed += blocks[at].Height;
        return needed + blocks[last].Before + (Math.Min(blocks[last].Lines, blocks[last].Lines == 3 ? 3 : 2) * blocks[last].Line);
    }

    /// <summary>Sets one block; returns the page of its first line.</summary>
    private static int Place(FlowBlock block, int height, ref int page, ref int used)
    {
        used += used > 0 ? block.Before : 0;
        var left = block.Lines;
        var first = 0;
        while (left > 0)
        {
            var fit = Math.Min(left, (height - used) / Math.Max(1, block.Line));
            // neither one line alone at the foot nor one alone at the head
            if (left - fit == 1 && fit < left) fit--;
            if (fit < Math.Min(2, left) && used > 0) fit = 0;
            if (fit <= 0 && used <= block.RepeatedHead) fit = left;
            if (fit > 0 && first == 0) first = page;
            used += fit * block.Line;
            left -= fit;
            if (left > 0) (page, used) = (page + 1, block.RepeatedHead);
        }

        used += block.After;
        return first;
    }
}
