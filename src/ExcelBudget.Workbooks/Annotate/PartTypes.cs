namespace ExcelBudget.Workbooks.Annotate;

/// <summary>Content types of the parts an annotation adds.</summary>
internal static class PartTypes
{
    public const string Worksheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    /// <summary>The comments of a sheet.</summary>
    public const string Comments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

    /// <summary>The styles of a workbook.</summary>
    public const string Styles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
}
