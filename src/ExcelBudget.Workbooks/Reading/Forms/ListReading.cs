using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>
/// Says what counts in the cells that name a row's project and its levels: an own text, the text of the merged area around, or that of the
/// row above where only the first row of a group has it. Rows of a project that does not exist are told.
/// </summary>
/// <param name="form">A form with a list.</param>
/// <param name="inherits">Columns whose blank cells take the text of the row above within a project.</param>
/// <param name="owners">The projects there are; null for lists that belong to none.</param>
/// <param name="cells">Reads cells.</param>
/// <param name="log">Takes what is found.</param>
internal sealed class ListReading(FormDefinition form, IReadOnlyList<ColumnId> inherits, OwnerNames? owners, CellReading cells,
    ReadingLog log)
{
    private const int MostNamed = 8;

    private readonly ColumnId? _owner = form.List?.Owner;
    private readonly Dictionary<ColumnId, string> _above = [];
    private readonly List<Place> _inherited = [];
    private readonly Dictionary<string, List<Place>> _unknown = new(StringComparer.Ordinal);
    private string _project = "";

    /// <summary>The text of a column that names or groups rows: its own, that of the merged area, or that of the row above.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="header">Where columns stand.</param>
    /// <param name="row">The sheet row.</param>
    /// <param name="column">The column.</param>
    /// <param name="isTaken">True when the text comes from another cell.</param>
    public string Text(FlatSheet sheet, FormHeader header, int row, ColumnId column, out bool isTaken)
    {
        isTaken = false;
        if (!header.Columns.TryGetValue(column, out var at)) return "";
        var own = PlainText.Paragraphs(cells.Shown(sheet, row, at));
        if (own.Length > 0) return own;
        var merged = sheet.MergedTopLeft(row, at);
        isTaken = merged != new CellReference(row, at);
        if (isTaken && PlainText.Paragraphs(cells.Shown(sheet, merged.Row, merged.Column)) is { Length: > 0 } shown) return shown;
        isTaken = (column == _owner || inherits.Contains(column)) && _above.TryGetValue(column, out _);
        return isTaken ? _above[column] : "";
    }

    /// <summary>The project a row belongs to, as its key says it; the text itself when there is no such project.</summary>
    public string Owner(FlatSheet sheet, FormHeader header, int row)
    {
        if (_owner is not { } column) return "";
        var typed = Text(sheet, header, row, column, out var isTaken);
        var project = owners is null ? typed : owners.Find(typed) ?? typed;
        var place = PlaceOf(sheet, header, row, column);
        if (project != _project) _above.Clear();
        _project = project;
        if (typed.Length > 0) _above[column] = typed;
        if (owners is not null && (project.Length == 0 || !owners.Codes.Contains(project))) Unknown(typed, place);
        else if (isTaken) _inherited.Add(place);
        return project;
    }

    /// <summary>A cell of a grouping column that takes its text from elsewhere; null when it has its own, or nothing.</summary>
    public CellValue? Inherited(FlatSheet sheet, FormHeader header, int row, FormColumn column)
    {
        if (column.IsFigure || column.Id == _owner) return null;
        var text = Text(sheet, header, row, column.Id, out var isTaken);
        if (!isTaken) return null;
        // a form that merges cells is read as it was filled: nothing to tell
        if (!column.IsMerged) _inherited.Add(PlaceOf(sheet, header, row, column.Id));
        return new CellValue.Text(text);
    }

    /// <summary>Keeps a row's own levels for the rows below; a new level ends those under it.</summary>
    public void Remember(IReadOnlyDictionary<ColumnId, CellValue> row)
    {
        for (var level = 0; level < inherits.Count; level++)
        {
            if (row.GetValueOrDefault(inherits[level])?.AsText() is not { } own) continue;
            foreach (var lower in inherits.Skip(level)) _above.Remove(lower);
            _above[inherits[level]] = own;
        }
    }

    /// <summary>Tells what was taken from other cells, and which rows belong to no project.</summary>
    public void Report()
    {
        foreach (var (typed, places) in _unknown)
        {
            var known = owners!.Codes.Count > MostNamed
                ? string.Join("、", owners.Codes.Take(MostNamed)) + "等" : string.Join("、", owners.Codes);
            if (_unknown.Count == 1 && typed.Length > 0 && owners.Twice is [var twice] && log.Places.TryGetValue(twice, out var second))
            {
                log.Add(ListFindings.ProjectTwice.At(second, ("twice", twice.Row.Value), ("actual", twice.Row.Value), ("lost", typed),
                    ("expected", typed), ("form", form.Title), ("count", new FindingValue.Count(places.Count))) with
                { Related = places });
                continue;
            }

            var finding = typed.Length == 0
                ? ListFindings.ProjectBlank.At(places[0], ("column", Title), ("count", new FindingValue.Count(places.Count)),
                    ("known", known))
                : ListFindings.ProjectUnknown.At(places[0], ("actual", typed), ("form", form.Title),
                    ("count", new FindingValue.Count(places.Count)), ("known", known));
            log.Add(finding with { Related = [.. places.Skip(1)] });
        }

        if (_inherited.Count == 0) return;
        log.Add(ListFindings.Inherited.At(_inherited[0],
            ("count", new FindingValue.Count(_inherited.Count))) with
        { Related = [.. _inherited.Skip(1)] });
    }

    private string Title => form.Column(_owner!.Value)!.Title;

    private void Unknown(string typed, Place place)
    {
        if (!_unknown.TryGetValue(typed, out var places)) _unknown[typed] = places = [];
        places.Add(place);
    }

    private Place PlaceOf(FlatSheet sheet, FormHeader header, int row, ColumnId column) =>
        new(sheet.Name, header.Columns.TryGetValue(column, out var at)
            ? new CellReference(row, at).ToString() : null, new CellAddress(form.Id, default, column));
}
