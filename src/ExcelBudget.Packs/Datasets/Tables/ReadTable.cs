using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>A table as it was read, for checks that only its owner can make.</summary>
public sealed class ReadTable
{
    private readonly TableReading _reading;

    internal ReadTable(TableReading reading)
    {
        _reading = reading;
        RowDraft[] rows = [.. reading.Rows];
        Rows = reading.Header.Complete ? [.. rows.Where(row => row.Sound).Select(row => row.Finished())] : [];
    }

    /// <summary>What the table should be.</summary>
    public TableSchema Schema => _reading.Schema;

    /// <summary>How messages name it: file, or workbook and sheet.</summary>
    public string File => _reading.File;

    /// <summary>True when the file or sheet is there and could be opened.</summary>
    public bool IsPresent => _reading.Present;

    /// <summary>The sound rows; none when a required column is missing.</summary>
    public IReadOnlyList<DatasetRow> Rows { get; }

    /// <summary>A fault at a cell of this table, worded like those of reading: file or sheet, row, heading, cell, value.</summary>
    /// <param name="row">A row of this table.</param>
    /// <param name="column">Name of the column to blame.</param>
    /// <param name="text">What is wrong and what to do, in Chinese.</param>
    /// <param name="severity">Error by default.</param>
    public DatasetFault Fault(DatasetRow row, string column, string text, Severity severity = Severity.Error)
    {
        var log = new FaultLog();
        var place = _reading.Place(row.Line, column, row.Text(column));
        if (severity == Severity.Error) log.Error(place, text);
        else log.Warn(place, text);
        return log.InOrder([])[0];
    }
}
