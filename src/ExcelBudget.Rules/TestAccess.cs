using System.Runtime.CompilerServices;

// single checks and the helper sheet are tested on their own, where a whole workbook would hide what failed
[assembly: InternalsVisibleTo("ExcelBudget.Rules.Tests")]
