using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>
/// Headers of a form that were found before and were as issued: nearly all workbooks of a pack have the same. What a header was found by
/// is kept beside it (every cell of its rows, what is merged there, what its slots were filled with) and is compared each time. Of a text
/// that is no heading and no number of the form, such as the unit's name above them, it only matters that it is none. The last few
/// headers of each form are remembered. Thread-safe.
/// </summary>
internal sealed class KnownHeaders
{
    private const int Most = 16;
    private const int MostCells = 400;

    private static readonly ConditionalWeakTable<FormDefinition, KnownHeaders> All = [];

    private readonly FormDefinition _form;
    private readonly string[] _slotted;
    private volatile Kept[] _kept = [];

    private KnownHeaders(FormDefinition form) => (_form, _slotted) = (form,
        [.. form.Columns.SelectMany(column => column.Groups.Append(column.Title))
            .Where(text => text.Contains('{', StringComparison.Ordinal))]);

    /// <summary>The headers known of a form.</summary>
    public static KnownHeaders Of(FormDefinition form) => All.GetValue(form, static form => new KnownHeaders(form));

    /// <summary>The header that begins in a row, where it is one of those known; null otherwise.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="from">First row that can hold headings.</param>
    /// <param name="to">Last row that can.</param>
    /// <param name="slots">Fills slots of headings.</param>
    public FormHeader? Find(FlatSheet sheet, int from, int to, FormSlots slots)
    {
        foreach (var kept in _kept)
        {
            if (from + kept.Rows - 1 <= to && IsSame(kept, sheet, from) && IsFilledAlike(kept, slots))
                return kept.Header with { LastRow = from + kept.Rows - 1 };
        }

        return null;
    }

    /// <summary>Remembers a header that was found in rows of a sheet, and of which there is nothing to tell.</summary>
    public void Add(FormHeader header, FlatSheet sheet, int from, FormSlots slots)
    {
        var rows = header.LastRow - from + 1;
        var words = WordsOf(slots);
        var cells = new List<KeptCell>();
        for (var row = from; row <= header.LastRow; row++)
        {
            foreach (var cell in sheet.Row(row))
                cells.Add(new KeptCell(row - from, cell.Column, cell.Text, cell.HasFormula, IsOther(cell.Text, words)));
        }

        var merges = MergesOf(sheet, from, rows);
        // a heading that begins above these rows depends on more than they hold
        if (rows < 1 || cells.Count > MostCells || merges.Exists(merge => merge.FirstRow < 0)) return;
        var kept = new Kept(header, rows, [.. cells], [.. merges], words, [.. _slotted.Select(slots.Fill)]);
        _kept = _kept.Length < Most ? [.. _kept, kept] : [kept];
    }

    private bool IsFilledAlike(Kept kept, FormSlots slots)
    {
        for (var at = 0; at < _slotted.Length; at++)
        {
            if (slots.Fill(_slotted[at]) != kept.Filled[at]) return false;
        }

        return true;
    }

    private static bool IsSame(Kept kept, FlatSheet sheet, int from)
    {
        var at = 0;
        for (var row = 0; row < kept.Rows; row++)
        {
            foreach (var cell in sheet.Row(from + row))
            {
                if (at == kept.Cells.Length) return false;
                ref readonly var before = ref kept.Cells[at++];
                if (before.Row != row || before.Column != cell.Column || before.HasFormula != cell.HasFormula) return false;
                if (before.Text != cell.Text && !(before.IsOther && IsOther(cell.Text, kept.Words))) return false;
            }
        }

        return at == kept.Cells.Length && MergesOf(sheet, from, kept.Rows).SequenceEqual(kept.Merges);
    }

    /// <summary>The merged areas that touch some rows, their rows counted from the first of them.</summary>
    private static List<CellRange> MergesOf(FlatSheet sheet, int from, int rows)
    {
        var merges = new List<CellRange>();
        foreach (var merge in sheet.MergesAt(from, from + rows - 1))
            merges.Add(merge with { FirstRow = merge.FirstRow - from, LastRow = merge.LastRow - from });
        return merges;
    }

    /// <summary>Everything that means something to whoever looks for the columns of the form.</summary>
    private HashSet<string> WordsOf(FormSlots slots) =>
    [
        FormHeader.NumberRowMark, .. _form.Columns.Select(column => column.Id.Value),
        .. _form.Columns.SelectMany(column => column.Groups.Append(column.Title)).Select(text => PlainText.Label(slots.Fill(text))),
    ];

    private static bool IsOther(string text, HashSet<string> words) =>
        PlainText.Label(text) is { Length: > 0 } label && !words.Contains(label);

    private readonly record struct KeptCell(int Row, int Column, string Text, bool HasFormula, bool IsOther);

    private sealed record Kept(
        FormHeader Header, int Rows, KeptCell[] Cells, CellRange[] Merges, HashSet<string> Words, string[] Filled);
}
