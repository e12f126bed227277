using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>
/// Which project a row means by what stands in its project cell: the code, the code as a number (3.0, ３, 03), or the project's name
/// where only one has it.
/// </summary>
internal sealed class OwnerNames
{
    private readonly HashSet<string> _codes;
    private readonly ILookup<string, string> _byNumber;
    private readonly ILookup<string, string> _byName;

    private OwnerNames(FormDefinition form, IReadOnlyList<FormRow> projects, string name)
    {
        Twice = [.. projects.Where(project => project.Key.Repeat > 0)
            .Select(project => new CellAddress(form.Id, project.Key, form.List?.Key ?? form.Columns[0].Id))];
        _codes = [.. projects.Select(project => project.Key.Value)];
        _byNumber = _codes.ToLookup(Number, StringComparer.Ordinal);
        _byName = projects.Where(project => project.Key.Repeat == 0).ToLookup(project => PlainText.Label(project.Text(name)), project =>
            project.Key.Value, StringComparer.Ordinal);
    }

    /// <summary>The code cells of projects whose code an earlier project has.</summary>
    public IReadOnlyList<CellAddress> Twice { get; }

    /// <summary>The projects there are, by code.</summary>
    public IReadOnlyCollection<string> Codes => _codes;

    /// <summary>The projects that rows of a form may belong to; null when the form has no owners or they were not read.</summary>
    public static OwnerNames? Of(Pack pack, FormDefinition form, IReadOnlyDictionary<FormId, FormContent> contents) =>
        form.List?.Owner is not null && pack.Indicators?.Places is { } places && places.Indicators == form.Id.Value
            && contents.TryGetValue(new FormId(places.Projects), out var projects)
            ? new OwnerNames(
                pack[projects.Form], [.. projects.Rows.Where(row => pack[projects.Form].FixedRow(row.Key) is null)], places.Name)
            : null;

    /// <summary>The code of the project meant; null when there is no such project or several.</summary>
    public string? Find(string typed)
    {
        if (_codes.Contains(typed)) return typed;
        var plain = CodeReader.Clean(typed);
        if (_codes.Contains(plain)) return plain;
        if (_byNumber[Number(plain)].ToArray() is [var same] && plain.Length > 0) return same;
        return _byName[PlainText.Label(typed)].ToArray() is [var named] && named.Length > 0 ? named : null;
    }

    private static string Number(string code) => CodeReader.Clean(code).TrimStart('0');
}
