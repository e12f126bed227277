using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Sources;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>Reads the cells of one table by its schema; every fault is reported, none stops the reading.</summary>
internal sealed class TableReader
{
    // what stands in a column stands there again and again: codes, words of a list, years
    private const int MostKnown = 4_000;
    private const int LongestKnown = 64;

    private readonly RawTable _raw;
    private readonly TableSchema _schema;
    private readonly FaultLog _faults;
    private readonly HeaderMap _header;
    private readonly (ColumnSchema Column, int Index, Dictionary<string, FieldReading> Known)[] _columns;
    private readonly HashSet<int> _unnamedReported = [];

    private TableReader(RawTable raw, RawRow header, TableSchema schema, FaultLog faults)
    {
        (_raw, _schema, _faults) = (raw, schema, faults);
        _header = HeaderMap.Read(raw.File, header, schema, faults);
        _columns = [.. schema.Columns.Where(column => _header.Has(column.Name)).Select(column =>
            (column, _header.IndexOf(column.Name)!.Value, new Dictionary<string, FieldReading>(StringComparer.Ordinal)))];
    }

    /// <summary>The table of a file, its rows read while they are asked for; one without a header is reported and has no rows.</summary>
    public static TableReading Read(RawTable raw, TableSchema schema, FaultLog faults)
    {
        if (!raw.Readable) return Nothing(raw.File, schema);
        var rows = raw.Rows.GetEnumerator();
        if (rows.MoveNext()) return new TableReader(raw, rows.Current, schema, faults).Reading(rows);
        rows.Dispose();
        const string text = "是空的，连表头也没有。";
        if (schema.Required) faults.Error(new(raw.File), $"{text}请填写“{schema.Title}”表。");
        else faults.Warn(new(raw.File), $"{text}没有数据时可以删除它。");
        return Nothing(raw.File, schema);
    }

    /// <summary>A table that is not there; an error when the dataset needs it.</summary>
    public static TableReading Missing(string file, TableSchema schema, FaultLog faults)
    {
        if (schema.Required)
        {
            var columns = schema.Columns.Where(column => column.Need != ColumnNeed.Optional).Select(column => column.Name);
            faults.Error(new(file), $"没有这个文件（{schema.Title}）。请提供，至少有这些列：{string.Join("、", columns)}。");
        }

        return Nothing(file, schema);
    }

    /// <summary>A table of files that could not be opened at all, which has been said.</summary>
    public static TableReading Unread(TableSchema schema) => Nothing(schema.Name, schema);

    private static TableReading Nothing(string file, TableSchema schema) => new(schema, file, HeaderMap.None, []) { Present = false };

    private TableReading Reading(IEnumerator<RawRow> rows)
    {
        var table = new TableReading(_schema, _raw.File, _header, []) { IsSheet = _raw.IsSheet };
        return table with { Rows = Drafts(rows, table) };
    }

    private IEnumerable<RowDraft> Drafts(IEnumerator<RawRow> rows, TableReading table)
    {
        using (rows)
        {
            var hasRows = false;
            for (; rows.MoveNext(); hasRows = true) yield return Read(rows.Current, table);
            // an optional table with a header only says that there is nothing, as the blank 政府采购预算 of many units does
            if (!hasRows && _schema.Required) _faults.Warn(new(_raw.File), "只有表头，没有数据。");
        }
    }

    private RowDraft Read(RawRow row, TableReading table)
    {
        var draft = new RowDraft(_raw.File, row.Line, _schema.Shape);
        if (IsShifted(row, draft)) return draft;
        foreach (var (column, index, known) in _columns) ReadCell(column, row[index], known, draft, table);
        return draft;
    }

    private void ReadCell(
        ColumnSchema column, RawCell cell, Dictionary<string, FieldReading> known, RowDraft draft, TableReading table)
    {
        if (cell.IsBlank)
        {
            if (column.Need == ColumnNeed.Required) table.Fail(draft, column.Name, null, $"没有填写。请填写{column.Meaning}。", _faults);
            return;
        }

        var read = Read(column, cell, known);
        if (read.IsWrong)
        {
            draft.MarkUnreadable(column.Name);
            table.Fail(draft, column.Name, cell.Text, read.Remark!, _faults);
            return;
        }

        draft.Set(column.Name, read.Value);
        if (read.Remark is not null) table.Remark(draft, column.Name, cell.Text, read, _faults);
    }

    private static FieldReading Read(ColumnSchema column, RawCell cell, Dictionary<string, FieldReading> known)
    {
        if (cell.Kind != RawCellKind.Text || cell.Number is not null || cell.Text.Length > LongestKnown)
            return FieldReader.Read(column, cell);
        if (known.TryGetValue(cell.Text, out var read)) return read;
        read = FieldReader.Read(column, cell);
        if (known.Count < MostKnown) known[cell.Text] = read;
        return read;
    }

    /// <summary>
    /// Reports cells that no header names. In CSV filled cells beyond the header mean an unquoted comma, so every cell after it stands
    /// in the wrong column and reading them would only add wrong complaints.
    /// </summary>
    private bool IsShifted(RawRow row, RowDraft draft)
    {
        var beyond = Enumerable.Range(_header.Width, Math.Max(0, row.Cells.Count - _header.Width))
            .Where(index => !row[index].IsBlank).ToList();
        if (_raw.ExtraCellsAreShifts && beyond.Count > 0)
        {
            draft.Sound = false;
            _faults.Error(new(_raw.File, row.Line, Value: row[beyond[0]].Text),
                $"这一行有 {beyond[^1] + 1} 格，表头只有 {_header.Width} 列，整行没有读取。内容里有逗号（如 12,345）时，请用英文双引号括起来或去掉逗号。");
            return true;
        }

        foreach (var index in _header.Unnamed.Concat(beyond).Where(index => !row[index].IsBlank && _unnamedReported.Add(index)))
        {
            _faults.Warn(new(_raw.File, row.Line, Value: row[index].Text), $"所在的第 {index + 1} 列没有列名，这一列已忽略。");
        }

        return false;
    }
}
