namespace ExcelBudget.Workbooks.Annotate;

/// <summary>批注。What is to be said at one cell of a workbook.</summary>
/// <param name="Sheet">Sheet name as on the tab; case does not matter. A sheet that does not exist gets no note.</param>
/// <param name="Cell">The cell, for example «D9»; of a range the first cell counts, of a merged area its top left one.</param>
/// <param name="Text">What to say; «\n» between lines. Characters that XML cannot hold are left out; beyond 32,000 characters it is
/// cut.</param>
/// <param name="Author">Who says it. Stands as the first line, and tells our notes from those of people at the next annotation.</param>
public sealed record CellNote(string Sheet, string Cell, string Text, string Author);
