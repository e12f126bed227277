using System.Runtime.CompilerServices;

// trees that are kept are compared with parsed ones, which no reading of a pack would show
[assembly: InternalsVisibleTo("ExcelBudget.Packs.Tests")]
