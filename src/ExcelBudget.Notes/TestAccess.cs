using System.Runtime.CompilerServices;

// the reading of one sentence is tested on its own, where a whole note would hide what failed
[assembly: InternalsVisibleTo("ExcelBudget.Notes.Tests")]
