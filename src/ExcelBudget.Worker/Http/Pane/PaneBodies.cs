using ExcelBudget.Workbooks.Looking;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>A workbook that is open on this machine.</summary>
/// <param name="Path">Absolute path of its file.</param>
/// <param name="Department">部门编码 it is handed in for; empty for a check.</param>
internal sealed record PathBody(string? Path, string? Department);

/// <summary>What is typed into a workbook.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Content">The file as it stands.</param>
/// <param name="Entries">What is typed.</param>
internal sealed record EntriesBody(string? Name, byte[]? Content, IReadOnlyList<CellEntry>? Entries);
