namespace ExcelBudget.Worker.Http;

/// <summary>What a file is told to be when it is downloaded. One of a stranger is never told to be a page.</summary>
internal static class MediaTypes
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Json = "application/json";
    public const string Text = "text/plain";
    public const string Any = "application/octet-stream";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xlsx"] = Workbook,
        [".docx"] = Document,
        [".json"] = Json + "; charset=utf-8",
        [".txt"] = Text + "; charset=utf-8",
    };

    /// <summary>The type of a file's name.</summary>
    public static string Of(string path) => Known.GetValueOrDefault(Path.GetExtension(path), Any);
}
