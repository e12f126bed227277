using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Template;

/// <summary>待补充。A gap of a note that a cell of a list would fill: the name of a project, the reason of a code.</summary>
/// <param name="What">What is missing, as the note marks it.</param>
/// <param name="Cell">The cell.</param>
public readonly record struct NoteGapPlace(string What, CellAddress Cell);
