using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Faults;

/// <summary>
/// Collects the faults of one run and words their places the same way everywhere. Rows may be cut on one thread and looked at on another.
/// </summary>
internal sealed class FaultLog
{
    // enough to recognise the cell; a whole paragraph would hide what is wrong with it
    private const int LongestQuote = 40;

    // enough to find the others; a column of thousands is mended as a column
    private const int MostLines = 5;

    private readonly Lock _adding = new();
    private readonly List<DatasetFault> _faults = [];
    private readonly Dictionary<(string File, string Column, int Kind), Alike> _alike = [];

    /// <summary>The faults of whole files, of tables in the schema's order, then by line; within a line as found.</summary>
    /// <param name="fileOrder">File names in the order wanted; other files come first.</param>
    public IReadOnlyList<DatasetFault> InOrder(IReadOnlyList<string> fileOrder)
    {
        var rank = fileOrder.Select((file, index) => (file, index))
            .ToDictionary(entry => entry.file, entry => entry.index, StringComparer.Ordinal);
        foreach (var group in _alike.Values.Where(group => group.Count > 0))
        {
            _faults[group.Index] = _faults[group.Index] with { Message = _faults[group.Index].Message + group.Sentence };
            group.Count = 0;
        }

        return [.. _faults.OrderBy(fault => rank.GetValueOrDefault(fault.File, -1)).ThenBy(fault => fault.Line ?? 0)];
    }

    /// <summary>A fault that leaves something out.</summary>
    public void Error(FaultPlace place, string text) => Add(Severity.Error, place, text);

    /// <summary>A fault that leaves nothing out.</summary>
    public void Warn(FaultPlace place, string text) => Add(Severity.Warning, place, text);

    /// <summary>A remark that many cells of a column may earn: told once, at the first of them, with the number of the others.</summary>
    /// <param name="place">The cell.</param>
    /// <param name="kind">Remarks of one kind are told together.</param>
    /// <param name="text">What is said of the first.</param>
    public void WarnOnce(FaultPlace place, int kind, string text)
    {
        var key = (place.File, place.Column ?? "", kind);
        using var only = _adding.EnterScope();
        if (!_alike.TryGetValue(key, out var group))
        {
            Warn(place, text);
            _alike[key] = new Alike(_faults.Count - 1);
            return;
        }

        group.Count++;
        if (group.Lines.Count < MostLines && place.Line is { } line && !group.Lines.Contains(line)) group.Lines.Add(line);
    }

    private void Add(Severity severity, FaultPlace place, string text)
    {
        var line = place.Line is { } number ? $" 第 {number} 行" : "";
        var column = place.Column is null ? "" : $" {place.Header ?? place.Column}{(place.Cell is null ? "" : $"（{place.Cell}）")}";
        var value = place.Value is null ? "" : $"“{Quoted(place.Value)}” ";
        using var only = _adding.EnterScope();
        _faults.Add(new(severity, place.File, place.Line, place.Column, place.Value, $"{place.File}{line}{column}：{value}{text}"));
    }

    private static string Quoted(string value) => TextCut.Beginning(value.ReplaceLineEndings(" "), LongestQuote);

    /// <summary>The remarks of one kind in one column, after the first.</summary>
    private sealed class Alike(int index)
    {
        public int Index { get; } = index;

        public int Count { get; set; }

        public List<int> Lines { get; } = [];

        public string Sentence => string.Create(CultureInfo.InvariantCulture,
            $"这一列另有 {Count} 格同样处理（第 {string.Join("、", Lines)} {(Count > Lines.Count ? "等" : "")}行）。");
    }
}
