using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Workbooks.Template;

/// <summary>What a prototype row of a template is repeated for.</summary>
internal enum PrototypeKind
{
    /// <summary>A row that the form prints for every unit.</summary>
    Fixed,

    /// <summary>A code-tree row of one level.</summary>
    Level,

    /// <summary>A code-tree row left free for typing.</summary>
    Free,

    /// <summary>A line of lists that stand side by side.</summary>
    Side,

    /// <summary>One row of a list, repeated as often as there are items.</summary>
    Item,

    /// <summary>Heading of a text.</summary>
    Heading,

    /// <summary>Paragraph of a text.</summary>
    Paragraph,

    /// <summary>A line of a block.</summary>
    BlockLine,

    /// <summary>Heading row of a block's inner table.</summary>
    InnerHeader,

    /// <summary>Row of a block's inner table.</summary>
    InnerRow,

    /// <summary>Blank row below a block.</summary>
    Spacer,
}

/// <summary>A prototype row: what stands in one row of a form's region in the template.</summary>
/// <param name="Kind">What it is repeated for.</param>
/// <param name="Fixed">The declared row of a fixed prototype.</param>
/// <param name="Level">Level of a code-tree prototype.</param>
/// <param name="Line">Line of a block prototype.</param>
internal sealed record Prototype(PrototypeKind Kind, RowGroup.Fixed? Fixed = null, int Level = -1, BlockLine? Line = null)
{
    /// <summary>The stretch whose lines a prototype of lists side by side is repeated for; 0 for others.</summary>
    public int Stretch { get; init; }

    /// <summary>The tree of a code-tree prototype; null for others.</summary>
    public RowGroup.Tree? Tree { get; init; }

    /// <summary>True for rows that people may insert and delete.</summary>
    public static bool IsOpen(PrototypeKind kind) => kind is PrototypeKind.Level or PrototypeKind.Free or PrototypeKind.Item
        or PrototypeKind.Paragraph or PrototypeKind.InnerRow;

    /// <summary>The prototype rows of a form from top to bottom; builder and filler both go by this list.</summary>
    public static IReadOnlyList<Prototype> Of(FormDefinition form) => [.. form.AllRows
        .Where((group, index) => group.Stretch == 0 || index == 0 || form.AllRows[index - 1].Stretch != group.Stretch).SelectMany(Of)];

    /// <summary>How many prototype rows a stretch of rows has.</summary>
    public static int CountOf(RowGroup group) => Of(group).Count();

    /// <summary>Forms that have a sheet of their own (inner forms stand in their block's sheet).</summary>
    public static IEnumerable<FormDefinition> SheetForms(Pack pack) =>
        pack.Forms.Where(form => form.PartOf is null && pack.Forms.All(other => other.Blocks?.Inner != form.Id));

    private static IEnumerable<Prototype> Of(RowGroup group) => group switch
    {
        { Stretch: > 0 and var stretch } => [new Prototype(PrototypeKind.Side) { Stretch = stretch }],
        RowGroup.Fixed row => [new Prototype(PrototypeKind.Fixed, row)],
        RowGroup.Tree tree =>
        [
            .. tree.Levels.Select((_, level) => new Prototype(PrototypeKind.Level, Level: level) { Tree = tree }),
            new Prototype(PrototypeKind.Free) { Tree = tree },
        ],
        RowGroup.Part part => Of(part.Form.Tree!),
        RowGroup.List => [new Prototype(PrototypeKind.Item)],
        RowGroup.Texts => [new Prototype(PrototypeKind.Heading), new Prototype(PrototypeKind.Paragraph)],
        RowGroup.Blocks blocks =>
        [
            .. blocks.Lines.Select(line => new Prototype(PrototypeKind.BlockLine, Line: line)),
            new Prototype(PrototypeKind.InnerHeader),
            new Prototype(PrototypeKind.InnerRow),
            new Prototype(PrototypeKind.Spacer),
        ],
        _ => throw new InvalidOperationException($"Unknown row group {group}"),
    };
}
