using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>数据区。The rows of a sheet in which a form has its data, with or without content.</summary>
/// <param name="Form">The form.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="FirstRow">First row, from 1.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="Columns">The form's columns by sheet column, from 1.</param>
public sealed record FormArea(FormDefinition Form, string Sheet, int FirstRow, int LastRow, IReadOnlyDictionary<int, FormColumn> Columns);
