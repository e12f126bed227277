namespace ExcelBudget.Workbooks.Drafting;

/// <summary>表样草稿。One form as read from an official Excel form, before a person has looked at it.</summary>
public sealed class DraftForm
{
    /// <summary>Id of the form: the number printed above its title, else its place.</summary>
    public required string Id { get; set; }

    /// <summary>表名。</summary>
    public required string Title { get; init; }

    /// <summary>The title as it is printed, with slots, where that is more than the title; null otherwise.</summary>
    public string? PrintedTitle { get; init; }

    /// <summary>Row of the line above the title; 0 for none.</summary>
    public int NumberRow { get; init; }

    /// <summary>Name of the sheet in the pack.</summary>
    public required string Sheet { get; set; }

    /// <summary>Name of the sheet it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>Row of the title there.</summary>
    public int TitleRow { get; init; }

    /// <summary>Line above the title: 表1-1; null for none.</summary>
    public string? NumberLine { get; init; }

    /// <summary>Left, middle and right of the line below the title.</summary>
    public IReadOnlyList<string> SecondLine { get; init; } = [];

    /// <summary>Where the line below the title stands; 0 for none.</summary>
    public int SecondRow { get; init; }

    /// <summary>First and last row of the headings.</summary>
    public (int First, int Last) Header { get; set; }

    /// <summary>True when a row of 栏次 is printed.</summary>
    public bool HasColumnNumbers { get; set; }

    /// <summary>True for an upright page.</summary>
    public bool IsPortrait { get; set; }

    /// <summary>True for a form on one page.</summary>
    public bool IsOnePage { get; set; }

    /// <summary>The word for money: 元 or 万元; null where the form does not say.</summary>
    public string? Money { get; init; }

    /// <summary>Printed decimals, where it is not two; null otherwise.</summary>
    public int? Decimals { get; set; }

    /// <summary>True for 1,234.56.</summary>
    public bool HasSeparators { get; set; }

    /// <summary>Notes below the table.</summary>
    public IReadOnlyList<string> FootNotes { get; set; } = [];

    /// <summary>True where the note below the table says that there is nothing in it.</summary>
    public bool TellsEmptiness { get; set; }

    /// <summary>Columns from left to right.</summary>
    public IReadOnlyList<DraftColumn> Columns { get; set; } = [];

    /// <summary>First column of each of the lists that stand side by side; empty for a form with one.</summary>
    public IReadOnlyList<int> Sides { get; set; } = [];

    /// <summary>Rows that are always printed, in order.</summary>
    public List<DraftRow> Rows { get; } = [];

    /// <summary>Rows by code; null where the form has none.</summary>
    public DraftTree? Tree { get; set; }

    /// <summary>One row for each of something, such as projects; null where the form has none.</summary>
    public DraftList? List { get; set; }

    /// <summary>A block for each project; null where the form is a table.</summary>
    public DraftBlock? Block { get; set; }

    /// <summary>How many of the fixed rows (of its side) stand before the code rows or the list.</summary>
    public int RowsBeforeTree { get; set; }

    /// <summary>What a person should look at that stands at no line of its own.</summary>
    public List<string> Doubts { get; } = [];

    /// <summary>Formulas that the language of packs has no words for.</summary>
    public List<(DraftColumn Column, int Row, string Formula)> Unread { get; } = [];

    /// <summary>Columns of a side; all of them where there is one.</summary>
    public IEnumerable<DraftColumn> ColumnsOf(int side) => Sides.Count == 0 ? Columns : Columns.Where(column => SideOf(column) == side);

    /// <summary>Which of the lists a column belongs to.</summary>
    public int SideOf(DraftColumn column)
    {
        var place = Columns.ToList().IndexOf(column);
        return Math.Max(0, Sides.Count(first => first <= place) - 1);
    }
}

/// <summary>A column of a form as read.</summary>
public sealed class DraftColumn
{
    /// <summary>Sheet column from 1.</summary>
    public required int At { get; init; }

    /// <summary>Its id in the pack.</summary>
    public string Id { get; set; } = "";

    /// <summary>Headings from the outermost to its own.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Its kind, as forms/*.yaml writes it.</summary>
    public string Kind { get; set; } = "amount";

    /// <summary>True where the kind follows from no word of its headings.</summary>
    public bool IsKindGuessed { get; set; }

    /// <summary>Width in characters.</summary>
    public double Width { get; set; } = 14;

    /// <summary>Its formula; null where it has none.</summary>
    public string? Compute { get; set; }

    /// <summary>True where the formula is a guess and stands in no cell.</summary>
    public bool IsGuessed { get; set; }

    /// <summary>What a rate prints where there is nothing to compare with; null for 0.</summary>
    public string? WithoutBase { get; set; }

    /// <summary>True for a part that sums leave out.</summary>
    public bool IsOfWhich { get; set; }

    /// <summary>True for a column whose equal neighbours are merged.</summary>
    public bool IsMerged { get; set; }

    /// <summary>Where its values may come from, as YAML; null where nothing can be said.</summary>
    public string? From { get; set; }

    /// <summary>«government, show: 1-3» for a code that follows from another; null otherwise.</summary>
    public string? Map { get; set; }

    /// <summary>True for a column that the official form does not print: what tells units apart where it prints names alone.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Heading of the column itself.</summary>
    public string Title => Path[^1];

    /// <summary>True for money and rates.</summary>
    public bool IsFigure => Kind is "amount" or "percent" or "number";
}

/// <summary>A fixed row as read.</summary>
public sealed class DraftRow
{
    /// <summary>Sheet row.</summary>
    public required int At { get; init; }

    /// <summary>Which of the lists side by side it belongs to; -1 for a row across the form.</summary>
    public int Side { get; init; } = -1;

    /// <summary>Its id in the pack.</summary>
    public string Id { get; set; } = "";

    /// <summary>Printed labels by column.</summary>
    public Dictionary<DraftColumn, string> Labels { get; } = [];

    /// <summary>Rank of its label: 1 for 一、, 4 for （1）, and half a rank below the row above for an indent or 其中; 0 for a total.</summary>
    public double Rank { get; set; }

    /// <summary>Row it stands under; null for none.</summary>
    public DraftRow? Under { get; set; }

    /// <summary>True for a part that sums leave out.</summary>
    public bool IsOfWhich { get; set; }

    /// <summary>Code that its label names; null for none.</summary>
    public string? Code { get; set; }

    /// <summary>Formulas by column, and whether each is a guess.</summary>
    public Dictionary<DraftColumn, (string Formula, bool IsGuessed)> Compute { get; } = [];

    /// <summary>Entered columns with what narrows them, as YAML; empty where nothing can be said.</summary>
    public Dictionary<DraftColumn, string> Enter { get; } = [];
}

/// <summary>Rows by code as read.</summary>
/// <param name="CodeList">functional or economic.</param>
/// <param name="Pieces">The columns that print the code.</param>
/// <param name="Levels">Printed levels.</param>
/// <param name="Text">«[{code}]{name}»; null where the code stands for itself.</param>
/// <param name="AreLevelsGuessed">True where no row shows which levels are printed.</param>
public sealed record DraftTree(
    string CodeList, IReadOnlyList<DraftColumn> Pieces, IReadOnlyList<string> Levels, string? Text, bool AreLevelsGuessed)
{
    /// <summary>The list side by side that it belongs to; -1 for a tree across the form.</summary>
    public int Side { get; init; } = -1;

    /// <summary>Sheet rows that show codes.</summary>
    public IReadOnlyList<(int Row, int Level)> Shown { get; init; } = [];

    /// <summary>True for names below that are set in.</summary>
    public bool IsIndented { get; init; }
}

/// <summary>Rows of a dataset table, one below the other.</summary>
/// <param name="Table">The table.</param>
public sealed record DraftList(string Table);

/// <summary>项目支出绩效目标表。A block for each project.</summary>
/// <param name="Lines">Its lines above the indicators.</param>
/// <param name="Inner">Columns of the indicators.</param>
/// <param name="Skeleton">Levels that are printed ready.</param>
public sealed record DraftBlock(
    IReadOnlyList<IReadOnlyList<DraftBlockCell>> Lines, IReadOnlyList<DraftColumn> Inner, IReadOnlyList<IReadOnlyList<string>> Skeleton);

/// <summary>A cell of a block.</summary>
/// <param name="Label">Printed words; null for a field.</param>
/// <param name="Column">The field; null for words.</param>
/// <param name="Span">Columns that it covers.</param>
/// <param name="Rows">Lines that it covers.</param>
/// <param name="IsVertical">True for words below each other.</param>
public sealed record DraftBlockCell(string? Label, DraftColumn? Column, int Span, int Rows, bool IsVertical);
