using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Domain.Forms;

/// <summary>A stretch of a form's rows, as a pack declares it.</summary>
public abstract record RowGroup
{
    private RowGroup()
    {
    }

    /// <summary>Line of the form's file in which it is declared, from 1; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>The columns its rows fill; null for every column of the form.</summary>
    public IReadOnlySet<ColumnId>? Columns { get; init; }

    /// <summary>并列。Which stretch of lists that stand side by side it belongs to, from 1; 0 for rows across the form.</summary>
    public int Stretch { get; init; }

    /// <summary>Which of the lists of its stretch it belongs to, 0 for the leftmost.</summary>
    public int Side { get; init; }

    /// <summary>True for a column that its rows fill.</summary>
    public bool Covers(ColumnId column) => Columns is null || Columns.Contains(column);

    /// <summary>固定行。A row that is always printed.</summary>
    public sealed record Fixed : RowGroup
    {
        /// <summary>The row's key: its printed 序号, or a declared name.</summary>
        public required RowKey Key { get; init; }

        /// <summary>Printed labels by column.</summary>
        public IReadOnlyDictionary<ColumnId, string> Labels { get; init; } = new Dictionary<ColumnId, string>();

        /// <summary>The row under which this one stands, where labels repeat: «一般公共预算拨款» under «上年结转»; null for none.</summary>
        public RowKey? Under { get; init; }

        /// <summary>其中。True for a part of the row above: sums over a range of rows leave it out.</summary>
        public bool IsOfWhich { get; init; }

        /// <summary>科目编码 of a row that stands for a code, such as a 类 line of 收支总表; null otherwise.</summary>
        public string? Code { get; init; }

        /// <summary>Entered columns with the conditions that narrow the column's query.</summary>
        public IReadOnlyDictionary<ColumnId, IReadOnlyDictionary<string, IReadOnlyList<string>>> Entered { get; init; }
            = new Dictionary<ColumnId, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

        /// <summary>Computed columns of this row.</summary>
        public IReadOnlyDictionary<ColumnId, string> Computed { get; init; } = new Dictionary<ColumnId, string>();

        /// <summary>Formula of every figure column of this row that the column itself does not compute; null when there is none.</summary>
        public string? ComputedElsewhere { get; init; }

        /// <summary>Where entered texts of this row come from, by column; figures go by the column's own query.</summary>
        public IReadOnlyDictionary<ColumnId, FactQuery> EnteredTexts { get; init; } = new Dictionary<ColumnId, FactQuery>();

        /// <summary>Dataset table of this row's entered cells where it differs from the column's; null otherwise.</summary>
        public string? Table { get; init; }

        /// <summary>Columns that stay blank although the column computes them.</summary>
        public IReadOnlySet<ColumnId> Blank { get; init; } = new HashSet<ColumnId>();
    }

    /// <summary>科目树行。Rows by classification code: 类, 款, 项, in ascending order; only the lowest level is entered.</summary>
    /// <param name="CodeList">Code list in the pack.</param>
    /// <param name="Column">The column that prints the code.</param>
    /// <param name="KeyField">Dataset field that carries the code.</param>
    /// <param name="Levels">Names of the levels, highest first.</param>
    /// <param name="UpperCompute">Formula of the upper levels' figures that no column computes.</param>
    public sealed record Tree(string CodeList, ColumnId Column, string KeyField, IReadOnlyList<string> Levels, string UpperCompute)
        : RowGroup
    {
        /// <summary>Name of the level of units above codes.</summary>
        public const string UnitLevel = "单位";

        private static readonly string[] UsualLevels = ["类", "款", "项"];

        /// <summary>Depth in the code list of each printed level, 0 for 类: [2] for a form that prints 项 alone.</summary>
        public IReadOnlyList<int> Depths { get; init; } =
            [.. Levels.Select((level, place) => level == UnitLevel ? 0
                : Array.IndexOf(UsualLevels, level) is >= 0 and var usual ? Levels[0] == UnitLevel ? usual + 1 : usual
                : place)];

        /// <summary>Depth of a level by its usual name; -1 for another name.</summary>
        public static int UsualDepth(string level) => Array.IndexOf(UsualLevels, level);

        /// <summary>
        /// The form by whose id rules call these rows, where a form prints more than one tree; null where they are the form's own.
        /// </summary>
        public FormId? As { get; init; }

        /// <summary>Dataset fields whose values make the code, one behind the other: a unit's code, then a classification code.</summary>
        public IReadOnlyList<string> KeyFields { get; init; } = [KeyField];

        /// <summary>Where the names of units come from, by the first of the key fields; null where no units are printed.</summary>
        public FactQuery? UnitNames { get; init; }

        /// <summary>Dataset field that names the items below a code, such as projects; null where rows end with codes.</summary>
        public string? ItemField { get; init; }

        /// <summary>The columns that print the levels of the code, highest first; one column where it is not split.</summary>
        public IReadOnlyList<ColumnId> Pieces { get; init; } = [Column];

        /// <summary>What the cell of the code prints, with {code}, {name} and {ordinal:一、}; null for the code alone.</summary>
        public string? Text { get; init; }

        /// <summary>全角空格 in front of names for each printed level below the first.</summary>
        public int Indent { get; init; }

        /// <summary>How a row shows which code it is.</summary>
        public CodePrint Print => Pieces.Count > 1 ? CodePrint.Split
            : Text is null ? CodePrint.Cell
            : Text.Contains("{code}", StringComparison.Ordinal) ? CodePrint.Joined
            : CodePrint.Name;

        /// <summary>Depth in the code list of the lowest printed level, whose amounts are entered.</summary>
        public int LeafDepth => Depths[^1];

        /// <summary>Name of a level by its depth in the code list.</summary>
        public string LevelName(int depth) => Place(depth) is >= 0 and var place ? Levels[place] : "级";

        /// <summary>Place of a depth among the printed levels; -1 when the form does not print it.</summary>
        public int Place(int depth)
        {
            for (var place = 0; place < Depths.Count; place++)
            {
                if (Depths[place] == depth) return place;
            }

            return -1;
        }

        /// <summary>Depth of a code in the list; -1 for one of no printed level.</summary>
        public int DepthOf(string code, CodeList codes) => codes.LevelOf(code) is var depth && Place(depth) >= 0 ? depth : -1;

        /// <summary>The next printed depth below one; -1 below the lowest.</summary>
        public int Below(int depth) => Place(depth) is >= 0 and var place && place + 1 < Depths.Count ? Depths[place + 1] : -1;
    }

    /// <summary>另一棵科目树。The place in a printed form where the rows of a tree stand that is known as a form of its own.</summary>
    /// <param name="Form">The form whose rows they are; its only row group is the tree.</param>
    public sealed record Part(FormDefinition Form) : RowGroup;

    /// <summary>
    /// 列表行。One row for each row of a dataset table. Keys are running numbers, unless a column names the row (a project by its code)
    /// or the row it belongs to (an indicator by its project's code).
    /// </summary>
    /// <param name="Table">Dataset table.</param>
    /// <param name="FreeRows">Rows left free for typing in a filled workbook.</param>
    public sealed record List(string Table, int FreeRows) : RowGroup
    {
        /// <summary>Rows left free in a blank workbook.</summary>
        public int BlankRows { get; init; } = 10;

        /// <summary>The column whose text is the row's key; null for running numbers.</summary>
        public ColumnId? Key { get; init; }

        /// <summary>The column that names the owner of the row; null when rows stand for themselves.</summary>
        public ColumnId? Owner { get; init; }
    }

    /// <summary>文字栏目。One entry for each section: a heading and paragraphs below it.</summary>
    /// <param name="Sections">The sections in printed order.</param>
    public sealed record Texts(IReadOnlyList<TextSection> Sections) : RowGroup;

    /// <summary>逐项表。One block for each row of the dataset table «projects», with the rows of another form inside.</summary>
    /// <param name="Lines">Lines of a block above its inner table.</param>
    /// <param name="Inner">The form whose rows stand inside the block.</param>
    /// <param name="Skeleton">First cells of the inner rows printed ready in an empty block; they are no data by themselves.</param>
    public sealed record Blocks(IReadOnlyList<BlockLine> Lines, FormId Inner, IReadOnlyList<IReadOnlyList<string>> Skeleton) : RowGroup;
}

/// <summary>栏目。A text the department writes for the note.</summary>
/// <param name="Id">Section id of narrative.csv.</param>
/// <param name="Title">Heading as the accountant sees it.</param>
/// <param name="Hint">What to write.</param>
public sealed record TextSection(string Id, string Title, string Hint);

/// <summary>A line of a block.</summary>
/// <param name="Cells">Cells from left to right.</param>
/// <param name="IsTitle">True for the block's title line.</param>
public sealed record BlockLine(IReadOnlyList<BlockCell> Cells, bool IsTitle);

/// <summary>A cell of a block line: a printed label, or a field of the block's form.</summary>
/// <param name="Label">Printed text with {number} and {column} slots; null for a field.</param>
/// <param name="Column">The column of the block's form; null for a label.</param>
/// <param name="Span">How many sheet columns it covers.</param>
public sealed record BlockCell(string? Label, ColumnId? Column, int Span)
{
    /// <summary>Sheet columns from the block's left edge.</summary>
    public int At { get; init; }

    /// <summary>How many lines of the block it covers, this one included.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>True for words that stand below each other.</summary>
    public bool IsVertical { get; init; }
}
