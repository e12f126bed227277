using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>Where the columns of a form stand on a sheet.</summary>
/// <param name="LastRow">Last header row; data follow below.</param>
/// <param name="Columns">Sheet column of each column found.</param>
internal sealed record FormHeader(int LastRow, IReadOnlyDictionary<ColumnId, int> Columns)
{
    /// <summary>What the row that numbers the columns says in front.</summary>
    public const string NumberRowMark = "栏次";
    private const int Deepest = 60;

    // set once and whole: headers that are known are shared between threads
    private PlacedColumns? _placed;

    /// <summary>The columns of a form that were found, from left to right as it declares them, with the sheet column of each.</summary>
    public (FormColumn Column, int Place)[] Placed(FormDefinition form) => PlacedIn(form).Columns;

    /// <summary>The cells that rows of a group have in these columns.</summary>
    /// <param name="form">The form.</param>
    /// <param name="group">The rows.</param>
    /// <param name="isLeaf">Rows of the lowest level of a code tree.</param>
    public RowCell[] RowCells(FormDefinition form, RowGroup group, bool isLeaf = false) => PlacedIn(form).Rows.GetOrAdd(
        (group, isLeaf), static (key, columns) => RowCell.Of(columns, key.Group, key.IsLeaf), PlacedIn(form).Columns);

    private PlacedColumns PlacedIn(FormDefinition form)
    {
        if (_placed is { } known && known.Form == form) return known;
        var placed = new List<(FormColumn, int)>(form.Columns.Count);
        foreach (var column in form.Columns)
        {
            if (Columns.TryGetValue(column.Id, out var place)) placed.Add((column, place));
        }

        return _placed = new PlacedColumns(form, [.. placed]);
    }

    /// <summary>Finds the header of a form; null when nothing of it is left.</summary>
    /// <param name="form">The form whose columns are sought.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="from">First row to look at.</param>
    /// <param name="to">Last row to look at; 0 for the usual depth.</param>
    /// <param name="slots">Fills slots of headings.</param>
    /// <param name="log">Takes what was changed.</param>
    public static FormHeader? Find(FormDefinition form, FlatSheet sheet, int from, int to, FormSlots slots, ReadingLog log)
    {
        if (to == 0) to = Math.Min(sheet.LastRow, from + Deepest);
        var known = KnownHeaders.Of(form);
        if (known.Find(sheet, from, to, slots) is { } same) return same;
        var told = log.Findings.Count;
        var header = form.PrintsColumnNumbers ? ByNumbers(form, sheet, from, to, slots) : null;
        // then nothing below its rows has a say in it
        var isCertain = header is not null;
        if (header is null)
        {
            header = ByTitles(form, sheet, from, to, slots, out var isWhole);
            isCertain = isWhole && !form.PrintsColumnNumbers;
        }

        if (header is null) return null;
        var comparison = new HeaderComparison(form, sheet, from, slots, log);
        header = comparison.ByHeadings(header);
        comparison.Report(header);
        if (isCertain && log.Findings.Count == told) known.Add(header, sheet, from, slots);
        return header;
    }

    private static FormHeader? ByNumbers(FormDefinition form, FlatSheet sheet, int from, int to, FormSlots slots)
    {
        for (var row = from; row <= to; row++)
        {
            var isMarked = IsNumberRow(sheet, row);
            if (!isMarked && !IsCounting(form, sheet, row)) continue;
            var columns = new Dictionary<ColumnId, int>();
            foreach (var cell in sheet.Row(row))
            {
                var id = new ColumnId(PlainText.Label(cell.Text));
                if (form.Column(id) is { IsRowNumber: false }) columns.TryAdd(id, cell.Column);
            }

            var numbers = form.Columns.FirstOrDefault(column => column.IsRowNumber);
            if (isMarked && numbers is not null && sheet.Row(row) is [var mark, ..]) columns.TryAdd(numbers.Id, mark.Column);
            return new FormHeader(row, WithUnnumbered(form, columns, ByTitles(form, sheet, from, row - 1, slots, out _)));
        }

        return null;
    }

    /// <summary>Columns to which the form gives no number stand where their headings do.</summary>
    private static Dictionary<ColumnId, int> WithUnnumbered(FormDefinition form, Dictionary<ColumnId, int> columns, FormHeader? titles)
    {
        if (titles is null) return columns;
        foreach (var column in form.Columns.Where(column => !column.IsRowNumber && !column.IsNumbered))
        {
            if (titles.Columns.TryGetValue(column.Id, out var at) && !columns.ContainsValue(at)) columns.TryAdd(column.Id, at);
        }

        return columns;
    }

    /// <summary>
    /// The 栏次 row without its mark, when the column of the mark was deleted: it counts all columns but one from left to right.
    /// </summary>
    private static bool IsCounting(FormDefinition form, FlatSheet sheet, int row)
    {
        var printed = form.Columns.Where(column => column.IsNumbered).Select(column => column.Id.Value).ToArray();
        var labels = new HashSet<string>();
        foreach (var cell in sheet.Row(row))
        {
            if (!cell.HasFormula && !labels.Add(PlainText.Label(cell.Text))) return false;
        }

        return printed.Length > 2 && labels.All(label => printed.Contains(label)) && labels.Count >= printed.Length - 1;
    }

    private static bool IsNumberRow(FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Text.Contains(NumberRowMark[0], StringComparison.Ordinal) && PlainText.Label(cell.Text) == NumberRowMark) return true;
        }

        return false;
    }

    /// <summary>Goes by the headings: the row with most leaf headings is the last header row.</summary>
    private static FormHeader? ByTitles(FormDefinition form, FlatSheet sheet, int from, int to, FormSlots slots, out bool isWhole)
    {
        isWhole = false;
        var titles = ColumnHeading.Of(form, slots);
        var depth = form.Columns.Max(column => column.Groups.Count) + 1;
        var best = default((int Row, Dictionary<ColumnId, int> Columns));
        // no row can have more headings than all
        for (var row = from; row <= to && !isWhole; row++)
        {
            var columns = new Dictionary<ColumnId, int>();
            // from the bottom up: a leaf heading that spans rows stands higher, a group above a leaf never hides it
            foreach (var match in Enum.GetValues<HeadingLikeness>())
            {
                for (var at = row; at > row - depth && at >= from; at--)
                    Match(sheet, match == HeadingLikeness.Path ? Math.Max(from, row - depth + 1) : from, at, titles, columns, match);
            }

            if (columns.Count > (best.Columns?.Count ?? 0)) best = (row, columns);
            isWhole = columns.Count == titles.Length;
        }

        if (best.Columns is null || best.Columns.Count * 2 < form.Columns.Count) return null;
        return new FormHeader(best.Row, WithNeighbours(form, best.Columns));
    }

    /// <summary>Where headings repeat, the ones above them tell which is which; where those are gone, the order does.</summary>
    private static void Match(
        FlatSheet sheet, int from, int row, ColumnHeading[] titles, Dictionary<ColumnId, int> columns, HeadingLikeness match)
    {
        foreach (var cell in sheet.Row(row))
        {
            var label = PlainText.Label(cell.Text);
            foreach (var title in titles)
            {
                if (title.Title != label || columns.ContainsKey(title.Id) || columns.ContainsValue(cell.Column)
                    || (title.IsRepeated && !Fits(title, sheet, from, row, cell.Column, match))) continue;
                columns[title.Id] = cell.Column;
                break;
            }
        }
    }

    private static bool Fits(ColumnHeading title, FlatSheet sheet, int from, int row, int column, HeadingLikeness match) => match switch
    {
        HeadingLikeness.Path => title.IsExactly(sheet, from, row, column),
        HeadingLikeness.Groups => title.IsBelow(sheet, from, row, column),
        _ => true,
    };

    /// <summary>How a heading that repeats is told from its likes: by its whole path, by those above it, by the order.</summary>
    private enum HeadingLikeness
    {
        Path,
        Groups,
        Order,
    }

    /// <summary>A column whose heading was renamed still stands between its neighbours.</summary>
    private static Dictionary<ColumnId, int> WithNeighbours(FormDefinition form, Dictionary<ColumnId, int> columns)
    {
        for (var index = 0; index < form.Columns.Count; index++)
        {
            var id = form.Columns[index].Id;
            if (columns.ContainsKey(id)) continue;
            var guess = index > 0 && columns.TryGetValue(form.Columns[index - 1].Id, out var left) ? left + 1
                : index + 1 < form.Columns.Count && columns.TryGetValue(form.Columns[index + 1].Id, out var right) ? right - 1
                : 0;
            if (guess > 0 && !columns.ContainsValue(guess)) columns[id] = guess;
        }

        return columns;
    }

    private sealed record PlacedColumns(FormDefinition Form, (FormColumn Column, int Place)[] Columns)
    {
        /// <summary>The cells of rows by their group, which a pack declares once.</summary>
        public ConcurrentDictionary<(RowGroup Group, bool IsLeaf), RowCell[]> Rows { get; } = new(SameGroup.Instance);
    }

    private sealed class SameGroup : IEqualityComparer<(RowGroup Group, bool IsLeaf)>
    {
        public static readonly SameGroup Instance = new();

        public bool Equals((RowGroup Group, bool IsLeaf) x, (RowGroup Group, bool IsLeaf) y) =>
            ReferenceEquals(x.Group, y.Group) && x.IsLeaf == y.IsLeaf;

        public int GetHashCode((RowGroup Group, bool IsLeaf) obj) => RuntimeHelpers.GetHashCode(obj.Group) ^ (obj.IsLeaf ? 1 : 0);
    }
}
