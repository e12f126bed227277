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
    private int _first = -1;

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
        var last = -1;
        for (var at = FirstOf(address); at >= 0; at = At(at).Next)
        {
            last = at;
            if (At(at).Cell.Address.Column != address.Column) continue;
            At(at).Cell = new LocatedCell(address, sheet, row, column);
            return false;
        }

        if (Count == _pieces.Count * PieceLength) _pieces.Add(new Link[PieceLength]);
        if (last >= 0) At(last).Next = Count;
        else _rows[(address.Form, address.Row)] = _first = Count;
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

    private int Find(in CellAddress key)
    {
        var at = _rows.GetValueOrDefault((key.Form, key.Row), -1);
        while (at >= 0 && At(at).Cell.Address.Column != key.Column) at = At(at).Next;
        return at;
    }

    private int FirstOf(in CellAddress address)
    {
        if (_first >= 0 && At(_first).Cell.Address is var own && own.Row == address.Row && own.Form == address.Form) return _first;
        return _first = _rows.GetValueOrDefault((address.Form, address.Row), -1);
    }

    private ref Link At(int index) => ref _pieces[index / PieceLength][index % PieceLength];

    /// <summary>A cell, and the next of its row; -1 behind the last.</summary>
    private struct Link
    {
        public LocatedCell Cell;
        public int Next;
    }
}
