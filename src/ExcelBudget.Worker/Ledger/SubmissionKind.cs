namespace ExcelBudget.Worker.Ledger;

/// <summary>What a dropped file is taken for, by its name.</summary>
internal enum SubmissionKind
{
    /// <summary>预算工作簿，and every file that is not named like a note.</summary>
    Workbook,

    /// <summary>情况说明。A text document.</summary>
    Note,
}

/// <summary>Tells notes from workbooks.</summary>
internal static class SubmissionKinds
{
    private static readonly HashSet<string> NoteExtensions =
        new(StringComparer.OrdinalIgnoreCase) { ".docx", ".docm", ".doc", ".dotx", ".wps", ".rtf", ".odt" };

    /// <summary>The kind of a file name; what can be read of it is found out later.</summary>
    public static SubmissionKind Of(string name) =>
        NoteExtensions.Contains(Path.GetExtension(name)) ? SubmissionKind.Note : SubmissionKind.Workbook;
}
