using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Classified;

/// <summary>涉密项目。Which projects of a budget are classified, and which cells that withholds.</summary>
public sealed class ClassifiedProjects
{
    private const string Yes = "是";

    // asked by every check that looks at what is withheld
    private static readonly ConditionalWeakTable<Budget, ClassifiedProjects> Known = [];

    private readonly ClassifiedDeclaration _declared;
    private readonly Budget _budget;
    private readonly HashSet<RowKey> _projects;
    private readonly Dictionary<string, RowKey> _names = new(StringComparer.Ordinal);
    private List<(RowKey Project, CellAddress Cell)>? _withheld;

    private ClassifiedProjects(ClassifiedDeclaration declared, Budget budget, IEnumerable<RowKey> known)
    {
        _declared = declared;
        _budget = budget;
        var rows = budget[declared.Form]?.Rows ?? [];
        _projects = [.. rows.Where(IsMarked).Select(row => row.Key), .. known];
        // most budgets have none
        if (_projects.Count == 0) return;
        // a name that an open project bears too tells nothing
        var open = rows.Where(row => !_projects.Contains(row.Key)).SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => _projects.Contains(row.Key)))
        {
            foreach (var name in Names(row).Where(name => !open.Contains(name))) _names.TryAdd(name, row.Key);
        }
    }

    /// <summary>The classified projects of a budget; null when the pack says nothing of them.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="known">Projects known to be classified from elsewhere, where a form has no column for it.</param>
    public static ClassifiedProjects? Of(Pack pack, Budget budget, IEnumerable<RowKey>? known = null)
    {
        if (pack.Classified is not { } declared) return null;
        if (known is not null) return new ClassifiedProjects(declared, budget, known);
        if (Known.TryGetValue(budget, out var found) && ReferenceEquals(found._declared, declared)) return found;
        var projects = new ClassifiedProjects(declared, budget, []);
        Known.AddOrUpdate(budget, projects);
        return projects;
    }

    /// <summary>True when a cell belongs to a classified project, or a classified row of one, and may not be published.</summary>
    public bool Withholds(CellAddress cell)
    {
        if (cell.Form == _declared.Form) return _projects.Contains(cell.Row) && !_declared.Published.Contains(cell.Column);
        return _declared.Rows.FirstOrDefault(rows => rows.Form == cell.Form) is { } rows
            && _budget[cell.Form]?[cell.Row] is { } row && Owner(rows, row) is { } owner && !Published(rows, owner).Contains(cell.Column);
    }

    /// <summary>True for every cell of a classified project or row, also one that may be published.</summary>
    public bool Covers(CellAddress cell) => cell.Form == _declared.Form
        ? _projects.Contains(cell.Row)
        : _declared.Rows.FirstOrDefault(rows => rows.Form == cell.Form) is { } rows && _budget[cell.Form]?[cell.Row] is { } row
            && Owner(rows, row) is not null;

    /// <summary>True for a cell of a row that is marked for itself, in a project that is not classified.</summary>
    public bool IsOfMarkedRow(CellAddress cell) => cell.Form != _declared.Form && Withholds(cell) && !_projects.Contains(Owner(cell));

    /// <summary>True when a project that is not classified has rows that are marked for themselves.</summary>
    public bool HasMarkedRows(RowKey project) => !_projects.Contains(project) && _declared.Rows.Any(rows => rows.Names is null
        && (_budget[rows.Form]?.Rows ?? []).Any(row => RowKeys.IsInner(row.Key) && Owner(rows, row) == project));

    /// <summary>True for a text that says nothing but that something is classified.</summary>
    public bool IsWord(string text) => _declared.Words.Contains(text.Trim());

    /// <summary>Cells that hold what may not be published, by project, in printed order.</summary>
    /// <param name="unread">Cells that hold something which is not in the budget because it could not be read.</param>
    public IEnumerable<(RowKey Project, IReadOnlyList<CellAddress> Cells)> Breaches(IEnumerable<CellAddress> unread) => Withheld()
        .Concat(from cell in unread where Withholds(cell) select (Owner(cell), cell))
        .GroupBy(found => found.Item1, found => found.Item2)
        .Select(project => (project.Key, (IReadOnlyList<CellAddress>)[.. project.Distinct()]));

    /// <summary>The budget with everything withheld taken out: texts by the word for it, figures blank.</summary>
    public Budget Public()
    {
        var found = Withheld();
        if (found.Count == 0) return _budget;
        var withheld = found.Select(each => each.Cell).ToHashSet();
        var rows = withheld.Select(cell => (cell.Form, cell.Row)).ToHashSet();
        var forms = rows.Select(row => row.Form).ToHashSet();
        return new Budget(_budget.Identity, _budget.Forms.Select(form => !forms.Contains(form.Form) ? form : new FormContent(form.Form,
            [.. form.Rows.Select(row => !rows.Contains((form.Form, row.Key)) ? row
                : new FormRow(row.Key, Public(form.Form, row, withheld)))])));
    }

    private Dictionary<ColumnId, CellValue> Public(FormId form, FormRow row, HashSet<CellAddress> withheld)
    {
        var cells = new Dictionary<ColumnId, CellValue>();
        foreach (var (column, value) in row.Cells)
        {
            if (!withheld.Contains(new CellAddress(form, row.Key, column))) cells[column] = value;
            else if (value is CellValue.Text) cells[column] = new CellValue.Text(_declared.Words[0]);
        }

        return cells;
    }

    // asked for the public budget and for what must not stand in it
    private List<(RowKey Project, CellAddress Cell)> Withheld() => _withheld ??= FindWithheld();

    private List<(RowKey Project, CellAddress Cell)> FindWithheld()
    {
        var found = new List<(RowKey, CellAddress)>();
        foreach (var row in _projects.Count == 0 ? [] : _budget[_declared.Form]?.Rows ?? [])
        {
            if (_projects.Contains(row.Key)) AddFilled(found, row.Key, _declared.Form, row, _declared.Published);
        }

        foreach (var declared in _declared.Rows)
        {
            foreach (var row in _budget[declared.Form]?.Rows ?? [])
            {
                if (Owner(declared, row) is { } owner) AddFilled(found, owner, declared.Form, row, Published(declared, owner));
            }
        }

        return found;
    }

    private void AddFilled(
        List<(RowKey, CellAddress)> found, RowKey project, FormId form, FormRow row, IReadOnlySet<ColumnId> published)
    {
        foreach (var (column, value) in row.Cells)
        {
            if (!published.Contains(column) && column != _declared.Mark && !(value.AsText() is { } text && IsWord(text)))
                found.Add((project, new CellAddress(form, row.Key, column)));
        }
    }

    private IReadOnlySet<ColumnId> Published(ClassifiedRows rows, RowKey owner) =>
        _projects.Contains(owner) ? rows.Published : rows.Published.Union(rows.PublishedOfMarked).ToHashSet();

    private RowKey Owner(CellAddress cell) =>
        _declared.Rows.FirstOrDefault(rows => rows.Form == cell.Form) is { } rows && _budget[cell.Form]?[cell.Row] is { } row
            ? Owner(rows, row) ?? cell.Row
            : cell.Row;

    /// <summary>The project of a row that may not be told; null for a row that may.</summary>
    private RowKey? Owner(ClassifiedRows declared, FormRow row)
    {
        if (declared.Names is { } names)
            return _names.Count > 0 && _names.TryGetValue(row.Text(names.Value).Trim(), out var named) ? named : null;
        var isMarked = declared.Mark is { } mark && IsYes(row.Text(mark.Value));
        // most budgets have no such project
        if (!isMarked && _projects.Count == 0) return null;
        var owner = RowKeys.OwnerOf(row.Key);
        return isMarked || _projects.Contains(owner) ? owner : null;
    }

    private bool IsMarked(FormRow row) => _declared.Mark is { } mark
        ? IsYes(row.Text(mark.Value))
        : row.Cells.Any(cell => !_declared.Published.Contains(cell.Key) && cell.Value.AsText() is { } text && IsWord(text));

    private bool IsYes(string text) => text.Trim() == Yes || IsWord(text);

    private IEnumerable<string> Names(FormRow row) =>
        _declared.Published.Select(column => row.Text(column.Value).Trim()).Where(text => text.Length > 0 && !IsYes(text));
}
