using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>A cell of a form where it stands.</summary>
/// <param name="Address">Its place by meaning.</param>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Row">Its row there.</param>
/// <param name="Column">Its column there.</param>
internal readonly record struct LocatedCell(CellAddress Address, FlatSheet Sheet, int Row, int Column)
{
    /// <summary>The place as findings tell it.</summary>
    public Place Place => new(Sheet.Name, new CellReference(Row, Column).ToString(), Address);
}

/// <summary>
/// Where the cells of the forms stand, in the order in which they were read. Cells of a row come together, and few are ever asked for:
/// rows are looked up, the cells of one follow each other, and a place is made when someone asks.
/// </summary>
internal sealed class LocatedCells : IReadOnlyDictionary<CellAddress, Place>
{
    // pieces of one size: one array of all would be a large object, which is cleaned up at a high price
    private const int PieceLength = 256;

    private readonly Dictionary<(FormId Form, RowKey Row), int> _rows = [];
    private readonly List<Link[]> _pieces = [];

    // the row that was last put in: its first and last cell, and a sign for each of its columns, so that a new column need not be sought
    private (int First, int Last, ulong Columns) _row = (-1, -1, 0);

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public IEnumerable<CellAddress> Keys
    {
        get
        {
            for (var at = 0; at < Count; at++) yield return At(at).Cell.Address;
        }
    }

    /// <inheritdoc />
    public IEnumerable<Place> Values
    {
        get
        {
            for (var at = 0; at < Count; at++) yield return At(at).Cell.Place;
        }
    }

    /// <inheritdoc />
    public Place this[CellAddress key] =>
        TryGetValue(key, out var place) ? place : throw new KeyNotFoundException($"{key} stands nowhere");

    /// <summary>The cells in the order in which they were read.</summary>
    public LocatedCell this[int index] => At(index).Cell;

    /// <summary>Says where a cell stands; false when it was said before, and now stands elsewhere.</summary>
    public bool Put(in CellAddress address, FlatSheet sheet, int row, int column)
    {
        if (!IsLastRow(address)) _row = RowOf(address);
        var sign = Sign(address.Column);
        if ((_row.Columns & sign) != 0 && Find(_row.First, address.Column) is >= 0 and var known)
        {
            At(known).Cell = new LocatedCell(address, sheet, row, column);
            return false;
        }

        if (Count == _pieces.Count * PieceLength) _pieces.Add(new Link[PieceLength]);
        if (_row.First < 0) _rows[(address.Form, address.Row)] = _row.First = Count;
        else At(_row.Last).Next = Count;
        (_row.Last, _row.Columns) = (Count, _row.Columns | sign);
        At(Count++) = new Link { Cell = new LocatedCell(address, sheet, row, column), Next = -1 };
        return true;
    }

    /// <inheritdoc />
    public bool ContainsKey(CellAddress key) => Find(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(CellAddress key, [MaybeNullWhen(false)] out Place value)
    {
        var at = Find(key);
        value = at < 0 ? null : At(at).Cell.Place;
        return at >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<CellAddress, Place>> GetEnumerator()
    {
        for (var at = 0; at < Count; at++) yield return new(At(at).Cell.Address, At(at).Cell.Place);
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(in CellAddress key) => Find(_rows.GetValueOrDefault((key.Form, key.Row), -1), key.Column);

    private int Find(int first, ColumnId column)
    {
        var at = first;
        while (at >= 0 && At(at).Cell.Address.Column != column) at = At(at).Next;
        return at;
    }

    private bool IsLastRow(in CellAddress address) =>
        _row.First >= 0 && At(_row.First).Cell.Address is var own && own.Row == address.Row && own.Form == address.Form;

    private (int First, int Last, ulong Columns) RowOf(in CellAddress address)
    {
        var first = _rows.GetValueOrDefault((address.Form, address.Row), -1);
        var (last, columns) = (first, 0UL);
        for (var at = first; at >= 0; at = At(at).Next) (last, columns) = (at, columns | Sign(At(at).Cell.Address.Column));
        return (first, last, columns);
    }

    private static ulong Sign(ColumnId column) => 1UL << (column.GetHashCode() & 63);

    private ref Link At(int index) => ref _pieces[index / PieceLength][index % PieceLength];

    /// <summary>A cell, and the next of its row; -1 behind the last.</summary>
    private struct Link
    {
        public LocatedCell Cell;
        public int Next;
    }
}
