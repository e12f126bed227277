using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Engine.Round;

/// <summary>合并的单元格。Merging swallows every figure but the first: what is missing in such a cell follows from the merging.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<CellAddress, Finding> _swallowed = [];
    private readonly Dictionary<Finding, List<Finding>> _ties = new(ReferenceEqualityComparer.Instance);

    /// <param name="findings">What is told.</param>
    /// <param name="places">Where cells stand.</param>
    public MergedCells(IReadOnlyList<Finding> findings, IReadOnlyDictionary<CellAddress, Place> places)
    {
        var merges = findings.Where(finding => finding.Kind == SheetFindings.FigureMerged).ToArray();
        if (merges.Length == 0) return;
        var at = places.ToLookup(place => (place.Value.Sheet, place.Value.Cell), place => place.Key);
        foreach (var merge in merges)
        {
            foreach (var cell in merge.Related.SelectMany(place => at[(place.Sheet, place.Cell)])) _swallowed.TryAdd(cell, merge);
        }

        foreach (var finding in findings.Where(Explain))
        {
            var merge = _swallowed[finding.Place.Address!.Value];
            if (!_ties.TryGetValue(merge, out var ties)) _ties[merge] = ties = [];
            ties.AddRange(finding.Ties.Count > 0 ? finding.Ties : [finding]);
        }
    }

    /// <summary>True when a merging explains a finding.</summary>
    public bool Explain(Finding finding) =>
        finding is { Kind: null, Place.Address: { } cell } && _swallowed.ContainsKey(cell);

    /// <summary>The finding of a merging with what it explains under it.</summary>
    public Finding Told(Finding finding) => _ties.TryGetValue(finding, out var ties) ? finding with { Ties = ties } : finding;
}
