namespace ExcelBudget.Domain.Forms;

/// <summary>栏。One column of a form, a leaf of its header tree.</summary>
public sealed record FormColumn
{
    /// <summary>栏次 as printed, or a declared name.</summary>
    public required ColumnId Id { get; init; }

    /// <summary>Line of the form's file in which it is declared, from 1; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>Column heading as printed.</summary>
    public required string Title { get; init; }

    /// <summary>What its cells hold.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>Headings above this column's own, outermost first.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Code list of a code column; null otherwise.</summary>
    public string? CodeList { get; init; }

    /// <summary>计算公式 of every row in the rule book's language; null when the column is entered.</summary>
    public string? Compute { get; init; }

    /// <summary>Where its values come from in the dataset; null when they do not.</summary>
    public FactQuery? From { get; init; }

    /// <summary>Allowed values; empty when free.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Allowed values that depend on another column of the row; null when they do not.</summary>
    public DependentChoices? ChoicesBy { get; init; }

    /// <summary>True when other values than the choices may be typed.</summary>
    public bool IsChoiceFree { get; init; }

    /// <summary>True when equal neighbours below each other are printed as one merged cell.</summary>
    public bool IsMerged { get; init; }

    /// <summary>What the accountant is told when the cell is selected; null for the kind's own words.</summary>
    public string? Prompt { get; init; }

    /// <summary>
    /// What a rate prints that has no base (RATE against 0): a word, or nothing; null where the column has no such case.
    /// </summary>
    public string? WithoutBase { get; init; }

    /// <summary>Width in characters of the default font.</summary>
    public double Width { get; init; } = 12;

    /// <summary>其中。True for a part of what stands beside it: sums over a range of columns leave it out.</summary>
    public bool IsOfWhich { get; init; }

    /// <summary>
    /// 隐藏栏。True for a column that the sheet holds and nobody sees: what tells rows apart where the form prints names alone.
    /// </summary>
    public bool IsHidden { get; init; }

    /// <summary>对照。Where its text follows from the code of its row; null for other columns.</summary>
    public ColumnMap? Map { get; init; }

    /// <summary>True for the printed 序号 column, which belongs to no 栏次 and holds no data.</summary>
    public bool IsRowNumber { get; init; }

    /// <summary>
    /// True when its id is what the row of 栏次 prints: digits and signs (5, 6-1), or the marks 甲 to 癸 and A to Z of text columns.
    /// A name (支出项目) is for the pack alone.
    /// </summary>
    public bool IsNumbered => !IsRowNumber && (HasNoLetter(Id.Value)
        || (Id.Value.Length == 1
            && (char.IsAsciiLetterUpper(Id.Value[0]) || "甲乙丙丁戊己庚辛壬癸".Contains(Id.Value[0], StringComparison.Ordinal))));

    /// <summary>True for money, numbers and rates.</summary>
    public bool IsFigure => Kind is CellKind.Amount or CellKind.Number or CellKind.Percent;

    private static bool HasNoLetter(string id)
    {
        foreach (var sign in id)
        {
            if (char.IsLetter(sign)) return false;
        }

        return true;
    }
}
