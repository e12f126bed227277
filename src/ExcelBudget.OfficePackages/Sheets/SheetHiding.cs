namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Which rows and columns of a sheet an accountant cannot see.</summary>
/// <param name="Rows">Hidden rows, from 1.</param>
/// <param name="Columns">Hidden columns, from 1.</param>
public sealed record SheetHiding(IReadOnlySet<int> Rows, IReadOnlySet<int> Columns)
{
    /// <summary>Everything is shown.</summary>
    public static readonly SheetHiding None = new(new HashSet<int>(), new HashSet<int>());
}
