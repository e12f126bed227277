using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>One block of a block form, found on a sheet.</summary>
/// <param name="Column">Leftmost sheet column of the block.</param>
/// <param name="LineRows">Sheet rows of its lines without the title, top to bottom.</param>
/// <param name="Labels">How many of its printed labels stand where they should.</param>
internal sealed record FoundBlock(int Column, IReadOnlyList<int> LineRows, int Labels)
{
    /// <summary>Sheet row of its first line below the title.</summary>
    public int FirstRow => LineRows[0];

    /// <summary>Sheet row of its last line above the inner table.</summary>
    public int LastRow => LineRows[^1];

    /// <summary>True when two blocks claim the same rows.</summary>
    public bool Meets(FoundBlock other) => FirstRow <= other.LastRow && other.FirstRow <= LastRow;

    /// <summary>The cells of its lines with the sheet place of each.</summary>
    /// <param name="lines">The declared lines without the title.</param>
    public IEnumerable<(BlockCell Cell, int Row, int Column)> Cells(IReadOnlyList<BlockLine> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            foreach (var cell in lines[index].Cells) yield return (cell, LineRows[index], Column + cell.At);
        }
    }
}
