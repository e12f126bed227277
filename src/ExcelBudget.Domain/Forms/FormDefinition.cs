using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Forms;

/// <summary>表样。One form of a pack: what it prints, which cells are entered, which computed.</summary>
public sealed class FormDefinition
{
    private readonly Dictionary<ColumnId, int> _columnIndex;
    private readonly Dictionary<RowKey, RowGroup.Fixed> _fixed;

    /// <param name="id">The form's id.</param>
    /// <param name="columns">Leaf columns from left to right, the 序号 column included.</param>
    /// <param name="rows">Row groups from top to bottom.</param>
    public FormDefinition(FormId id, IReadOnlyList<FormColumn> columns, IReadOnlyList<RowGroup> rows)
    {
        Id = id;
        Columns = columns;
        (Rows, AllRows) = (rows, rows);
        _columnIndex = columns.Select((column, index) => (column.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        _fixed = rows.OfType<RowGroup.Fixed>().ToDictionary(row => row.Key);
        Tree = rows.OfType<RowGroup.Tree>().FirstOrDefault();
        Blocks = rows.OfType<RowGroup.Blocks>().FirstOrDefault();
        List = rows.OfType<RowGroup.List>().FirstOrDefault();
    }

    /// <summary>表号。</summary>
    public FormId Id { get; }

    /// <summary>File of the pack that declares it.</summary>
    public string File => $"forms/{PartOf ?? Id}.yaml";

    /// <summary>The form that prints its rows among others, on its sheet; null for a form that is printed by itself.</summary>
    public FormId? PartOf { get; init; }

    /// <summary>
    /// What it prints from top to bottom: its own rows, and those of parts, which rules know as forms of their own. Where a form has one
    /// tree or none, the same as <see cref="Rows"/>.
    /// </summary>
    public IReadOnlyList<RowGroup> AllRows { get; init; }

    /// <summary>The forms whose rows it prints among its own; none for most.</summary>
    public IEnumerable<FormDefinition> Parts => AllRows.OfType<RowGroup.Part>().Select(part => part.Form);

    /// <summary>表名 as printed.</summary>
    public required string Title { get; init; }

    /// <summary>Title with slots as it is printed, where that differs from 表名; null for 表名 itself.</summary>
    public string? PrintedTitle { get; init; }

    /// <summary>Other titles under which the form is known.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Sheet name in the workbook; forms of an inner kind share their block's sheet.</summary>
    public required string Sheet { get; init; }

    /// <summary>Cells of the second line with {unit}, {year}, {money}, {previousYearEnd} slots: left, middle, right.</summary>
    public IReadOnlyList<string> SecondLine { get; init; } = [];

    /// <summary>How the form prints money: unit, decimals, separators, zero.</summary>
    public AmountFormat Amounts { get; init; } = AmountFormat.TenThousandYuan;

    /// <summary>The unit in which money is shown.</summary>
    public MoneyUnit Money => Amounts.Unit;

    /// <summary>How it prints rates: two decimals, and zero as it prints an amount of zero.</summary>
    public AmountFormat Rates => new() { Zero = Amounts.Zero };

    /// <summary>
    /// True for a form that prints a zero where nothing is (0.00, —): a cell left empty and one with 0 are the same to it, so that a
    /// filled workbook holds zeros in them.
    /// </summary>
    public bool FillsZeros => Amounts.Zero != ZeroPrint.Blank;

    /// <summary>True when the last header row numbers the columns (栏次).</summary>
    public bool PrintsColumnNumbers { get; init; }

    /// <summary>Note under the form when it has no figure; null when none is needed.</summary>
    public string? EmptyNote { get; init; }

    /// <summary>Notes that always stand under the form.</summary>
    public IReadOnlyList<string> FootNotes { get; init; } = [];

    /// <summary>What the accountant is told above or beside the form; null when nothing.</summary>
    public string? Guidance { get; init; }

    /// <summary>True when the form's sheet is an upright page.</summary>
    public bool Portrait { get; init; }

    /// <summary>True when the form's sheet is printed on one page as long as it can be read there.</summary>
    public bool OnePage { get; init; }

    /// <summary>True when the form is published; false for working forms such as texts and last year's figures.</summary>
    public bool Published { get; init; } = true;

    /// <summary>Condition under which units print the form, in the rule book's language; null for every unit.</summary>
    public string? When { get; init; }

    /// <summary>The form without its hidden columns, as paper has it; itself where it hides none.</summary>
    public FormDefinition AsPrinted => Columns.All(column => !column.IsHidden) ? this
        : new FormDefinition(Id, [.. Columns.Where(column => !column.IsHidden)], Rows)
        {
            Title = Title,
            PrintedTitle = PrintedTitle,
            Aliases = Aliases,
            Sheet = Sheet,
            SecondLine = SecondLine,
            Amounts = Amounts,
            PrintsColumnNumbers = PrintsColumnNumbers,
            EmptyNote = EmptyNote,
            FootNotes = FootNotes,
            Guidance = Guidance,
            Portrait = Portrait,
            OnePage = OnePage,
            Published = Published,
            NumberLine = NumberLine,
            When = When,
            PartOf = PartOf,
            AllRows = [.. AllRows.Select(group => group is RowGroup.Part part ? part with { Form = part.Form.AsPrinted } : group)],
        };

    /// <summary>Leaf columns from left to right.</summary>
    public IReadOnlyList<FormColumn> Columns { get; }

    /// <summary>Row groups from top to bottom.</summary>
    public IReadOnlyList<RowGroup> Rows { get; }

    /// <summary>The code tree of the form; null when it has none.</summary>
    public RowGroup.Tree? Tree { get; }

    /// <summary>The blocks of the form; null when it has none.</summary>
    public RowGroup.Blocks? Blocks { get; }

    /// <summary>The list of the form; null when it has none.</summary>
    public RowGroup.List? List { get; }

    /// <summary>Line above the title at the left: 部门公开表1, 表1-1; null when none is printed.</summary>
    public string? NumberLine { get; init; }

    /// <summary>
    /// What the row of 栏次 prints below a column: its number; 栏次 below the 序号 column, or the first shown column without a number where
    /// the form has none; nothing below others.
    /// </summary>
    public string NumberOf(FormColumn column) => column.IsNumbered ? column.Id.Value
        : column == (Columns.FirstOrDefault(other => other.IsRowNumber)
            ?? Columns.FirstOrDefault(other => !other.IsNumbered && !other.IsHidden)) ? "栏次" : "";

    /// <summary>The number a cell of this form holds for a figure: money in the form's unit, everything else as it is.</summary>
    public decimal Number(Measure figure) => figure.Dimension == Dimension.Money ? Amounts.Number(figure.Value) : figure.Value;

    /// <summary>A figure as messages and JSON tell it: money with the form's unit and decimals, other figures with two decimals.</summary>
    public string Told(Measure figure) => figure.Dimension == Dimension.Money ? Amounts.Told(figure.Value) : Figures.Shown(figure.Value);

    /// <summary>A figure as a cell of a column prints it.</summary>
    public string Printed(FormColumn column, Measure figure) => column.Kind switch
    {
        CellKind.Amount => Amounts.Printed(figure.Value),
        CellKind.Percent when figure.Value == 0m && column.WithoutBase is null => Rates.Printed(0m),
        _ when figure.Value == 0m && column.WithoutBase is null => "",
        CellKind.Number => Figures.Plain(figure.Value),
        _ => Figures.Shown(figure.Value),
    };

    /// <summary>Half of the last digit a column prints, as its cells hold numbers: 0.005 for two decimals, whatever the unit.</summary>
    public decimal HalfPrintedDigit(FormColumn column) => Figures.HalfLastDigit(column.Kind == CellKind.Amount ? Amounts.Decimals : 2);

    /// <summary>The column of an id; null when the form has none.</summary>
    public FormColumn? Column(ColumnId id) => _columnIndex.TryGetValue(id, out var index) ? Columns[index] : null;

    /// <summary>Position of a column from the left, 0 for the first; -1 when the form has none.</summary>
    public int IndexOf(ColumnId id) => _columnIndex.GetValueOrDefault(id, -1);

    /// <summary>The fixed row of a key; null for other rows.</summary>
    public RowGroup.Fixed? FixedRow(RowKey key) => _fixed.GetValueOrDefault(key);

    /// <summary>Columns from <paramref name="first"/> to <paramref name="last"/> in printed order.</summary>
    public IEnumerable<FormColumn> Between(ColumnId first, ColumnId last) =>
        Columns.Skip(_columnIndex[first]).Take(_columnIndex[last] - _columnIndex[first] + 1);
}
