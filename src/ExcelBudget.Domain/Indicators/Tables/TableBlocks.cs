namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Cuts the rows of a pasted text into blocks under one header each.</summary>
internal static class TableBlocks
{
    /// <summary>The blocks in order. A header that stands again as it stood is part of its block.</summary>
    public static List<TableBlock> Of(string text, IReadOnlyList<PastedRow> rows)
    {
        var blocks = new List<TableBlock> { new([], [], []) };
        foreach (var row in rows)
        {
            var block = blocks[^1];
            if (!HeaderRow.Is(text, row)) block.Rows.Add(row);
            else if (block.Rows.Count == 0) block.Headers.Add(row);
            else blocks.Add(new([row], [], []));
        }

        return Together(text, blocks);
    }

    private static List<TableBlock> Together(string text, List<TableBlock> blocks)
    {
        for (var at = blocks.Count - 1; at > 0; at--)
        {
            var (before, here) = (blocks[at - 1], blocks[at]);
            var isAgain = before.Headers.Count > 0 && Said(text, before.Headers[0]) == Said(text, here.Headers[0]);
            if (!isAgain) continue;
            before.Again.AddRange(here.Headers);
            before.Again.AddRange(here.Again);
            before.Rows.AddRange(here.Rows);
            blocks.RemoveAt(at);
        }

        return blocks;
    }

    private static string Said(string text, PastedRow row) => text[row.Start..row.End].Trim();
}
