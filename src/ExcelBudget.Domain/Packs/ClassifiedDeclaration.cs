using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Packs;

/// <summary>涉密项目的公开范围。Which project is classified, and what of it may stand in a workbook that is published.</summary>
public sealed record ClassifiedDeclaration
{
    /// <summary>The form that lists the projects.</summary>
    public required FormId Form { get; init; }

    /// <summary>是否涉密. The column that marks a project; null where a word in a withheld column marks it.</summary>
    public ColumnId? Mark { get; init; }

    /// <summary>Columns that may be filled for a classified project. Everything else is withheld.</summary>
    public required IReadOnlySet<ColumnId> Published { get; init; }

    /// <summary>Forms whose rows belong to projects.</summary>
    public IReadOnlyList<ClassifiedRows> Rows { get; init; } = [];

    /// <summary>Words that may stand in a withheld cell, the one the program writes first.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}

/// <summary>Rows of another form that belong to projects.</summary>
/// <param name="Form">The form.</param>
/// <param name="Published">Columns that may be filled in a row of a classified project.</param>
public sealed record ClassifiedRows(FormId Form, IReadOnlySet<ColumnId> Published)
{
    /// <summary>是否涉密. The column that marks a single row; null when only projects are marked.</summary>
    public ColumnId? Mark { get; init; }

    /// <summary>Columns that may be filled besides in a row that is marked itself while its project is not, such as its name.</summary>
    public IReadOnlySet<ColumnId> PublishedOfMarked { get; init; } = new HashSet<ColumnId>();

    /// <summary>The column that names the project; null where the rows stand inside its block, or are owned by it.</summary>
    public ColumnId? Names { get; init; }
}
