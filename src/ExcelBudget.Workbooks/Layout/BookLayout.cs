using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Layout;

/// <summary>Where every form of one workbook stands: its rows laid out over the template.</summary>
internal sealed class BookLayout : IWorkbookLayout
{
    private readonly Dictionary<FormId, FormLayout> _forms = [];
    private readonly Dictionary<FormId, FormLayout> _parts = [];
    private readonly Dictionary<string, RowMap> _maps = new(StringComparer.Ordinal);

    public BookLayout(Pack pack, WorkbookTemplate template, FormPlanner planner)
    {
        foreach (var form in Prototype.SheetForms(pack))
        {
            var area = template.Area(TemplateNames.Rows(form.Id));
            var sheet = template.Sheets.First(sheet => sheet.Name == area.Sheet);
            var rows = planner.Plan(form, column => sheet.WidthOf(area.FirstColumn + column));
            var prototypes = Prototype.Of(form).Count;
            if (area.LastRow - area.FirstRow != prototypes)
            {
                throw new TemplateException(
                    $"workbook.xlsx 的名称 {TemplateNames.Rows(form.Id)} 应有 {prototypes} 行样板行和 1 行空行，现有 {area.LastRow - area.FirstRow + 1} 行。"
                        + "请恢复样板行，或用 packs build 重新生成。");
            }

            _forms[form.Id] = new FormLayout(form, area, rows);
            foreach (var part in form.Parts) _parts[part.Id] = PartOf(part, area, rows);
            Add(area.Sheet, new RowMap(area.FirstRow, prototypes, [.. rows.Select(row => row.Prototype)]));
        }
    }

    /// <summary>What formulas know of where the forms stand: the same in workbooks laid out alike.</summary>
    public string Shape
    {
        get
        {
            var shape = new StringBuilder();
            foreach (var layout in _forms.Values.Concat(_parts.Values))
            {
                shape.Append(CultureInfo.InvariantCulture, $"{layout.Form.Id}:{layout.Region.First}-{layout.Region.Last}")
                    .Append(CultureInfo.InvariantCulture, $":{BlocksOf(layout.Form)}");
                foreach (var (row, at) in layout.FixedRows) shape.Append(CultureInfo.InvariantCulture, $",{row}={at}");
                shape.Append(';');
            }

            return shape.ToString();
        }
    }

    /// <summary>Which rows stand where, those of codes with their codes: the same in workbooks whose formulas read the same.</summary>
    public string Rows
    {
        get
        {
            var rows = new StringBuilder();
            foreach (var layout in _forms.Values)
            {
                foreach (var row in layout.Rows)
                {
                    rows.Append((char)row.Prototype);
                    if (row.Kind != PrototypeKind.Side) Tell(row);
                    else foreach (var part in row.Parts) Tell(part);
                }

                rows.Append(';');
            }

            return rows.ToString();

            void Tell(PlannedRow part)
            {
                if (part.Key is null) rows.Append('!');
                else if (part.Kind is PrototypeKind.Level or PrototypeKind.Fixed) rows.Append(part.Key.Value.Value).Append(',');
            }
        }
    }

    /// <summary>Row maps by sheet.</summary>
    public IReadOnlyDictionary<string, RowMap> Maps => _maps;

    /// <summary>The forms laid out.</summary>
    public IEnumerable<FormLayout> Forms => _forms.Values;

    public FormLayout this[FormId form] => _parts.TryGetValue(form, out var part) ? part : _forms[form];

    public string SheetOf(FormDefinition form) => this[form.Id].Area.Sheet;

    public (int First, int Last) RegionOf(FormDefinition form) => this[form.Id].Region;

    public int RowOf(FormDefinition form, RowKey key) => this[form.Id].RowOf(key);

    public int ColumnOf(FormDefinition form, ColumnId column)
    {
        var layout = this[form.Id];
        return form.Blocks is { } blocks ? layout.Area.FirstColumn + BlockField.Offset(blocks, column) : layout.Area.FirstColumn
            + form.IndexOf(column);
    }

    public (int Column, string Label)? LabelOf(FormDefinition form, ColumnId column) =>
        form.Blocks is { } blocks && BlockField.LabelBefore(blocks, column) is var (offset, label)
            ? (this[form.Id].Area.FirstColumn + offset, label)
            : null;

    public int BlocksOf(FormDefinition form) => this[form.Id].Rows.Count(row => row.Kind == PrototypeKind.InnerHeader);

    /// <summary>Sheet row of a row of data or a fixed row; null when it is not laid out.</summary>
    public int? SheetRowOf(FormDefinition form, RowKey key) =>
        (_parts.GetValueOrDefault(form.Id) ?? _forms.GetValueOrDefault(form.Id))?.SheetRowOf(key);

    /// <summary>
    /// Where the rows of a part stand: from its first to the next fixed row of the form that prints it, which closes its region. Beside
    /// another list its lines may be filler.
    /// </summary>
    private static FormLayout PartOf(FormDefinition part, NamedArea area, IReadOnlyList<PlannedRow> rows)
    {
        PlannedRow? Own(PlannedRow line) => line.Own.FirstOrDefault(row => row.Part == part);
        var first = 0;
        while (Own(rows[first]) is null) first++;
        var last = first;
        bool IsFiller(PlannedRow line) => line.Kind == PrototypeKind.Side && line.Prototype == rows[first].Prototype
            && !line.Own.Any(row => row.Fixed?.Covers(part.Tree!.Column) == true);
        while (last < rows.Count && (Own(rows[last]) is not null || IsFiller(rows[last]))) last++;
        var own = rows.Skip(first).Take(last - first)
            .Select(line => Own(line) ?? new PlannedRow(line.Prototype, PrototypeKind.Side, null, null)).ToArray();
        return new FormLayout(part, area with { FirstRow = area.FirstRow + first, LastRow = area.FirstRow + last }, own);
    }

    /// <summary>Adds the rows of a sheet that no form stands on.</summary>
    public void Add(string sheet, RowMap map) => _maps[sheet] = map;
}

/// <summary>One form laid out.</summary>
/// <param name="Form">The form.</param>
/// <param name="Area">Its region in the template, the closing thin row included.</param>
/// <param name="Rows">Rows from the region's first on.</param>
internal sealed record FormLayout(FormDefinition Form, NamedArea Area, IReadOnlyList<PlannedRow> Rows)
{
    private readonly Dictionary<RowKey, int> _fixed = FixedOf(Rows, Area.FirstRow);

    private Dictionary<RowKey, int>? _places;

    /// <summary>Sheet rows of the fixed rows.</summary>
    public IReadOnlyDictionary<RowKey, int> FixedRows => _fixed;

    /// <summary>First row, and the thin row that closes the region.</summary>
    public (int First, int Last) Region => (Area.FirstRow, Area.FirstRow + Rows.Count);

    /// <summary>Sheet row of any row; null when it is not laid out.</summary>
    public int? SheetRowOf(RowKey key) => (_places ??= Places()).TryGetValue(key, out var row) ? row : null;

    private Dictionary<RowKey, int> Places()
    {
        var places = new Dictionary<RowKey, int>(Rows.Count);
        for (var index = 0; index < Rows.Count; index++)
        {
            var line = Rows[index];
            if (line.Kind != PrototypeKind.Side) Put(line);
            else foreach (var row in line.Parts) Put(row);

            void Put(PlannedRow row)
            {
                if (row.Key is { } key && HoldsFigures(row)) places.TryAdd(key, Area.FirstRow + index);
            }
        }

        return places;
    }

    private static Dictionary<RowKey, int> FixedOf(IReadOnlyList<PlannedRow> rows, int firstRow)
    {
        var places = new Dictionary<RowKey, int>();
        for (var index = 0; index < rows.Count; index++)
        {
            var line = rows[index];
            if (line.Kind == PrototypeKind.Fixed) places.Add(line.Key!.Value, firstRow + index);
            else if (line.Kind == PrototypeKind.Side)
            {
                foreach (var row in line.Parts)
                {
                    if (row.Kind == PrototypeKind.Fixed) places.Add(row.Key!.Value, firstRow + index);
                }
            }
        }

        return places;
    }

    /// <summary>In a block only the lines with its figures; in other forms every row.</summary>
    private bool HoldsFigures(PlannedRow row) =>
        row.Line is null || row.Line.Cells.Any(cell => cell.Column is { } column && Form.Column(column) is { IsFigure: true });

    /// <summary>Sheet row of a fixed row.</summary>
    public int RowOf(RowKey key) => _fixed[key];
}
