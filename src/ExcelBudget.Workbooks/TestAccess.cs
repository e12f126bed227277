using System.Runtime.CompilerServices;

// the cursor, the inflater and the number reader are tested on their own, where a whole workbook would hide what failed
[assembly: InternalsVisibleTo("ExcelBudget.Workbooks.Tests")]
