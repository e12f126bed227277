namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>One cell of a pasted table.</summary>
/// <param name="Start">Where its text begins; blanks around it are left out.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct PastedCell(int Start, int End, PastedKind Kind)
{
    /// <summary>The header that the cell itself prints before a colon (目标：≥98%); null without one.</summary>
    public string? Label { get; init; }

    /// <summary>The cell without the brackets that hold all of it: （2025年12月底前）.</summary>
    public PastedCell Inside(string text)
    {
        if (End - Start < 3 || text[Start] != '(' || text[End - 1] != ')') return this;
        return text.AsSpan(Start + 1, End - Start - 2).IndexOfAny('(', ')') >= 0 ? this : this with { Start = Start + 1, End = End - 1 };
    }

    /// <summary>True without text.</summary>
    public bool IsEmpty => Kind == PastedKind.Empty;
}

/// <summary>One line of a pasted table.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Cells">Its cells; empty ones keep their place where a sign divides the cells.</param>
internal sealed record PastedRow(int Start, int End, IReadOnlyList<PastedCell> Cells)
{
    /// <summary>
    /// True for a line that names levels and nothing else but a number before them: 1.3  时效指标：, or their weights between them.
    /// </summary>
    public bool IsOfLevels => Cells.Any(cell => cell.Kind == PastedKind.Level)
        && (AreWeighed || Cells.Skip(IsNumbered ? 1 : 0).All(cell => cell.Kind is PastedKind.Level or PastedKind.Empty));

    /// <summary>项目效果⇥20⇥经济效益: a level, its weight and the level below it.</summary>
    private bool AreWeighed => Cells.Where(cell => !cell.IsEmpty).ToArray() is [{ Kind: PastedKind.Level }, ..,
    { Kind: PastedKind.Level }] told
        && Array.TrueForAll(told, cell => cell.Kind is PastedKind.Level or PastedKind.Number or PastedKind.Code);

    private bool IsNumbered => Cells is [{ Kind: PastedKind.Number or PastedKind.Code }, { Kind: PastedKind.Level }, ..];

    /// <summary>This line and the next as one row, the last cell of the one and the first of the next as one cell.</summary>
    public PastedRow GoingOn(PastedRow next, CellKinds kinds)
    {
        var torn = kinds.Read(Cells[^1].Start, next.Cells[0].End);
        return new(Start, next.End, [.. Cells.Take(Cells.Count - 1), torn, .. next.Cells.Skip(1)]);
    }

    /// <summary>The only cell with text; null when there is none or more than one.</summary>
    public PastedCell? Only
    {
        get
        {
            PastedCell? only = null;
            foreach (var cell in Cells)
            {
                if (cell.IsEmpty) continue;
                if (only is not null) return null;
                only = cell;
            }

            return only;
        }
    }
}
