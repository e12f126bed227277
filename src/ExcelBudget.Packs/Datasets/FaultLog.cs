using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Packs.Datasets;

/// <summary>Collects the faults of one run and words their places the same way everywhere.</summary>
internal sealed class FaultLog
{
    // enough to recognise the cell; a whole paragraph would hide what is wrong with it
    private const int LongestQuote = 40;

    private readonly List<DatasetFault> faults = [];

    /// <summary>The faults of whole files, of tables in the schema's order, then by line; within a line as found.</summary>
    /// <param name="fileOrder">File names in the order wanted; other files come first.</param>
    public IReadOnlyList<DatasetFault> InOrder(IReadOnlyList<string> fileOrder)
    {
        var rank = fileOrder.Select((file, index) => (file, index)).ToDictionary(entry => entry.file, entry => entry.index, StringComparer.Ordinal);
        return [.. faults.OrderBy(fault => rank.GetValueOrDefault(fault.File, -1)).ThenBy(fault => fault.Line ?? 0)];
    }

    /// <summary>A fault that leaves something out.</summary>
    public void Error(FaultPlace place, string text) => Add(Severity.Error, place, text);

    /// <summary>A fault that leaves nothing out.</summary>
    public void Warn(FaultPlace place, string text) => Add(Severity.Warning, place, text);

    private void Add(Severity severity, FaultPlace place, string text)
    {
        var line = place.Line is { } number ? $" 第 {number} 行" : "";
        var column = place.Column is null ? "" : $" {place.Header ?? place.Column}";
        var value = place.Value is null ? "" : $"“{Quoted(place.Value)}” ";
        faults.Add(new(severity, place.File, place.Line, place.Column, place.Value, $"{place.File}{line}{column}：{value}{text}"));
    }

    private static string Quoted(string value)
    {
        var oneLine = value.ReplaceLineEndings(" ");
        if (oneLine.Length <= LongestQuote) return oneLine;
        var end = char.IsHighSurrogate(oneLine[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return oneLine[..end] + "…";
    }
}

/// <summary>Where a fault is.</summary>
/// <param name="File">File or workbook and sheet.</param>
/// <param name="Line">Line or row, from 1; null for the whole file.</param>
/// <param name="Column">Fixed column name; null when no column is to blame.</param>
/// <param name="Value">The value as written; null when there is none to quote.</param>
/// <param name="Header">The header as the file writes it, when that differs from the column's name.</param>
internal readonly record struct FaultPlace(string File, int? Line = null, string? Column = null, string? Value = null, string? Header = null);
