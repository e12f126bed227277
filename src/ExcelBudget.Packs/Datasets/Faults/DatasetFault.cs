using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Packs.Datasets.Faults;

/// <summary>数据问题。One thing wrong with a dataset, with everything a clerk needs to mend it.</summary>
/// <param name="Severity">Error: the row (or table) is left out. Warning: it was read all the same, as the message says.</param>
/// <param name="File">File name (<c>revenue.csv</c>) or workbook and sheet (<c>数据.xlsx›revenue</c>).</param>
/// <param name="Line">Physical line in the file or row of the sheet, from 1; null when the fault is the whole file's.</param>
/// <param name="Column">
/// The column's fixed name (<c>amount_yuan</c>), or the unknown header as written; null when no column is to blame.
/// </param>
/// <param name="Value">The offending value as it stands in the file; null when there is none.</param>
/// <param name="Message">A complete Chinese statement: place, value, what is wrong, what to do.</param>
public sealed record DatasetFault(Severity Severity, string File, int? Line, string? Column, string? Value, string Message)
{
    /// <summary>The sentence for the person who made the dataset: file, line, column, what to do.</summary>
    public override string ToString() => Message;
}
