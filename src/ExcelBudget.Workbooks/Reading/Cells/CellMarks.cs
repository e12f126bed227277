namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>
/// What is noted of cells by where they stand. Cells of one sheet mostly come together: its name is looked up when it changes. The first
/// columns of a row, where forms stand, have their places at hand; cells further to the right are looked up.
/// </summary>
internal sealed class CellMarks<T>
    where T : struct, IEquatable<T>
{
    private readonly Dictionary<string, SheetMarks> _sheets = new(StringComparer.Ordinal);
    private string? _name;
    private SheetMarks _marks = new();

    /// <summary>Notes something of a cell that has nothing yet; false where it has.</summary>
    /// <param name="sheet">Name of its sheet.</param>
    /// <param name="row">Its row, from 1.</param>
    /// <param name="column">Its column, from 1.</param>
    /// <param name="mark">Anything but the default, which stands for nothing.</param>
    public bool Add(string sheet, int row, int column, T mark)
    {
        ref var own = ref Of(sheet, isNew: true)!.At(row, column);
        if (!own.Equals(default)) return false;
        own = mark;
        return true;
    }

    /// <summary>Is something noted of the cell?</summary>
    public bool Contains(string sheet, int row, int column) => !this[sheet, row, column].Equals(default);

    /// <summary>What is noted of the cell; the default where nothing is.</summary>
    public T this[string sheet, int row, int column] => Of(sheet, isNew: false)?.Find(row, column) ?? default;

    private SheetMarks? Of(string sheet, bool isNew)
    {
        if (ReferenceEquals(sheet, _name)) return _marks;
        if (!_sheets.TryGetValue(sheet, out var marks))
        {
            if (!isNew) return null;
            _sheets[sheet] = marks = new();
        }

        (_name, _marks) = (sheet, marks);
        return marks;
    }

    private sealed class SheetMarks
    {
        private const int Near = 64;
        private const int Step = 16;

        private readonly Dictionary<long, T> _far = [];
        private T[]?[] _rows = [];

        public ref T At(int row, int column)
        {
            if (column >= Near)
                return ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_far, Key(row, column), out _)!;
            if (row >= _rows.Length) Array.Resize(ref _rows, Math.Max(row + 1, _rows.Length * 2));
            ref var marks = ref _rows[row];
            if (marks is null) marks = new T[Width(column)];
            else if (column >= marks.Length) Array.Resize(ref marks, Width(column));
            return ref marks[column];
        }

        public T Find(int row, int column)
        {
            if (column >= Near) return _far.GetValueOrDefault(Key(row, column));
            return row < _rows.Length && _rows[row] is { } marks && column < marks.Length ? marks[column] : default;
        }

        private static int Width(int column) => ((column / Step) + 1) * Step;

        private static long Key(int row, int column) => ((long)row << 20) | (long)column;
    }
}
