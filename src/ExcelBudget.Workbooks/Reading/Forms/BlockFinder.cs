using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>
/// Finds the blocks of a sheet by the whole frame of their printed labels. One label alone proves nothing: a goal may read «项目编码»,
/// and a label may have been overwritten.
/// </summary>
internal sealed class BlockFinder
{
    /// <summary>A line may slip down this far below the line above it, where rows were inserted.</summary>
    private const int MostSlip = 3;

    /// <summary>A label with blanks spread through it is still no longer than this.</summary>
    private const int LongestLabel = 40;

    private readonly FlatSheet _sheet;
    private readonly IReadOnlyList<BlockLine> _lines;
    private readonly string[] _firstLabels;
    private readonly int[] _firstPlaces;
    private readonly HashSet<char> _initials;
    private readonly string[] _innerTitles;
    private readonly int _labels;
    private readonly int _lastRow;

    /// <param name="lines">The declared lines without the title.</param>
    /// <param name="inner">The form inside each block.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="lastRow">Last row of the form.</param>
    public BlockFinder(IReadOnlyList<BlockLine> lines, FormDefinition inner, FlatSheet sheet, int lastRow)
    {
        _sheet = sheet;
        _lines = lines;
        _lastRow = lastRow;
        var firsts = lines.Select(line => line.Cells.FirstOrDefault(IsPrinted)).ToArray();
        _firstLabels = [.. firsts.Select(cell => PlainText.Label(cell?.Label ?? ""))];
        _firstPlaces = [.. firsts.Select(cell => cell?.At ?? 0)];
        _initials = [.. _firstLabels.Where(label => label.Length > 0).Select(label => label[0])];
        _innerTitles = [.. inner.Columns.Select(column => PlainText.Label(column.Title))];
        _labels = lines.Sum(line => line.Cells.Count(IsPrinted));
    }

    /// <summary>The blocks from top to bottom.</summary>
    public IReadOnlyList<FoundBlock> Find()
    {
        var accepted = new List<FoundBlock>();
        foreach (var block in Candidates().Where(IsSure).OrderByDescending(block => block.Labels).ThenBy(block => block.FirstRow))
        {
            if (!accepted.Exists(block.Meets)) accepted.Add(block);
        }

        return [.. accepted.OrderBy(block => block.FirstRow)];
    }

    /// <summary>All labels, or most of them with the inner table's header below: indicators may by chance read like some of the
    /// labels.</summary>
    private bool IsSure(FoundBlock block) => block.Labels == _labels || (block.Labels * 2 > _labels && HasInnerHeader(block));

    private bool HasInnerHeader(FoundBlock block)
    {
        for (var row = block.LastRow + 1; row <= Math.Min(block.LastRow + MostSlip, _lastRow); row++)
        {
            if (_innerTitles.Where((title, index) =>
                _sheet.Label(row, block.Column + index) == title).Count() * 2 > _innerTitles.Length) return true;
        }

        return false;
    }

    /// <summary>A block may begin wherever the first label of one of its lines stands.</summary>
    private IEnumerable<FoundBlock> Candidates()
    {
        foreach (var cell in _sheet.Cells)
        {
            // most cells of the sheet are indicators; a label that cannot begin like a line's is not worth cleaning
            if (cell.Kind != FlatCellKind.Text || cell.Row > _lastRow || cell.Text.Length > LongestLabel
                || cell.Text.AsSpan().TrimStart() is not [var initial, ..] || !_initials.Contains(initial)) continue;
            var line = Array.IndexOf(_firstLabels, PlainText.Label(cell.Text));
            if (line >= 0 && cell.Row > line && cell.Column > _firstPlaces[line])
                yield return Framed(cell.Row - line, cell.Column - _firstPlaces[line]);
        }
    }

    private FoundBlock Framed(int first, int column)
    {
        var rows = new int[_lines.Count];
        var labels = 0;
        for (var index = 0; index < rows.Length; index++)
        {
            rows[index] = index == 0 ? first : LineBelow(rows[index - 1], column, index);
            labels += LabelsIn(_lines[index], rows[index], column);
        }

        return new FoundBlock(column, rows, labels);
    }

    private int LineBelow(int above, int column, int index)
    {
        for (var row = above + 1; row <= Math.Min(above + MostSlip, _lastRow); row++)
        {
            if (_firstLabels[index].Length > 0 && _sheet.Label(row, column + _firstPlaces[index]) == _firstLabels[index]) return row;
            if (_sheet.Label(row, column + _firstPlaces[0]) == _firstLabels[0]) break;
        }

        return above + 1;
    }

    private int LabelsIn(BlockLine line, int row, int column)
    {
        var count = 0;
        foreach (var cell in line.Cells)
        {
            if (IsPrinted(cell) && _sheet.Label(row, column + cell.At) == PlainText.Label(cell.Label!)) count++;
        }

        return count;
    }

    private static bool IsPrinted(BlockCell cell) => cell is { Column: null, Label.Length: > 0 };
}
