namespace ExcelBudget.Workbooks.Drafting;

/// <summary>表样草稿。One form as read from an official Excel form, before a person has looked at it.</summary>
public sealed class DraftForm
{
    /// <summary>Id of the form: the number printed above its title, else its place.</summary>
    public required string Id { get; set; }

    /// <summary>表名。</summary>
    public required string Title { get; init; }

    /// <summary>Name of the sheet.</summary>
    public required string Sheet { get; init; }

    /// <summary>Line above the title: 表1-1; null for none.</summary>
    public string? NumberLine { get; init; }

    /// <summary>Left, middle and right of the line below the title.</summary>
    public IReadOnlyList<string> SecondLine { get; init; } = [];

    /// <summary>True when a row of 栏次 is printed.</summary>
    public bool HasColumnNumbers { get; set; }

    /// <summary>True for an upright page.</summary>
    public bool IsPortrait { get; set; }

    /// <summary>The word for money: 元 or 万元; null where the form does not say.</summary>
    public string? Money { get; init; }

    /// <summary>Notes below the table.</summary>
    public IReadOnlyList<string> FootNotes { get; set; } = [];

    /// <summary>Columns from left to right.</summary>
    public IReadOnlyList<DraftColumn> Columns { get; set; } = [];

    /// <summary>Rows that are always printed, in order; those before and behind the code rows.</summary>
    public List<DraftRow> Rows { get; } = [];

    /// <summary>Rows by code; null where the form has none.</summary>
    public DraftTree? Tree { get; set; }

    /// <summary>How many of the fixed rows stand before the code rows.</summary>
    public int RowsBeforeTree { get; set; }
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

    /// <summary>Width in characters.</summary>
    public double Width { get; set; } = 14;

    /// <summary>Its formula; null where it has none.</summary>
    public string? Compute { get; set; }

    /// <summary>True where the formula is a guess and stands in no cell.</summary>
    public bool IsGuessed { get; set; }

    /// <summary>True for a part that sums leave out.</summary>
    public bool IsOfWhich { get; set; }

    /// <summary>Where its values may come from, as YAML; null where nothing can be said.</summary>
    public string? From { get; set; }

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

    /// <summary>Its id in the pack.</summary>
    public string Id { get; set; } = "";

    /// <summary>Printed labels by column.</summary>
    public Dictionary<DraftColumn, string> Labels { get; } = [];

    /// <summary>Row it stands under; null for none.</summary>
    public string? Under { get; set; }

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
    string CodeList, IReadOnlyList<DraftColumn> Pieces, IReadOnlyList<string> Levels, string? Text, bool AreLevelsGuessed);
