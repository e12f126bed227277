using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Worker.Engine;

/// <summary>删除了的项目。Rows left of a project whose own row was deleted since issue are told as that deed, and not as a wrong code.</summary>
/// <param name="pack">The pack.</param>
/// <param name="budget">The budget as it was read.</param>
/// <param name="changes">What was changed since issue, withheld values veiled.</param>
internal sealed class DeletedProjects(Pack pack, Budget budget, IReadOnlyList<Change> changes)
{
    /// <summary>The finding, told at the deleted row where it speaks of its project.</summary>
    public Finding Told(Finding finding)
    {
        if (finding.Kind != ListFindings.ProjectUnknown || finding.Actual?.ToString() is not { } code
            || pack.Forms.FirstOrDefault(form => IsGone(form, code)) is not { } list) return finding;
        var owned = finding.Place.Address is { } at ? pack.Form(at.Form)?.Title ?? "" : "";
        var name = list.Columns.Where(column => column.Kind == CellKind.Text && column.Id != list.List!.Key)
            .Select(column => Before(list, code, column.Id)).FirstOrDefault(text => text is { Length: > 0 }) ?? code;
        // an added row with this name has the project under another code
        if (changes.Any(change => change.Before.Length == 0 && change.After == name && change.Place.Address?.Form == list.Id))
            return finding;
        var place = new Place(list.Sheet, null, new CellAddress(list.Id, new RowKey(code), default));
        return ListFindings.ProjectDeleted.At(place, ("name", name), ("actual", code), ("form", owned),
            ("count", new FindingValue.Count(finding.Related.Count + 1))) with
        { Related = [finding.Place, .. finding.Related] };
    }

    private bool IsGone(FormDefinition form, string code) => form.List is { Owner: null } && budget[form.Id]?[new RowKey(code)] is null
        && changes.Any(change => change.Place.Address is { } at && at.Form == form.Id && at.Row.Value == code && change.Before.Length > 0);

    private string? Before(FormDefinition form, string code, ColumnId column) => changes.FirstOrDefault(change =>
        change.Place.Address == new CellAddress(form.Id, new RowKey(code), column))?.Before;
}
