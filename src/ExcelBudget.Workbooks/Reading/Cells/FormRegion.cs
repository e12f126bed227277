using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>The rows of a sheet in which a form has its data.</summary>
/// <param name="Form">The form.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="FirstRow">First row.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="Columns">The form's columns by sheet column; empty where every row has its own.</param>
internal sealed record FormRegion(FormDefinition Form, FlatSheet Sheet, int FirstRow, int LastRow, IReadOnlyDictionary<int,
    FormColumn> Columns);
