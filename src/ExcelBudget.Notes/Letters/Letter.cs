namespace ExcelBudget.Notes.Letters;

/// <summary>通知。A letter of the bureau to a department, in the form of official letters.</summary>
/// <param name="Title">Title, centred: 关于……的通知.</param>
/// <param name="Addressee">主送单位, without the colon.</param>
/// <param name="Paragraphs">The text, a paragraph each.</param>
/// <param name="Issuer">落款。</param>
/// <param name="Date">成文日期。</param>
public sealed record Letter(string Title, string Addressee, IReadOnlyList<string> Paragraphs, string Issuer, DateOnly Date)
{
    /// <summary>A table after the text; null for none.</summary>
    public LetterTable? Table { get; init; }

    /// <summary>Paragraphs after the table.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>附注 below the date, as 联系人 and 联系电话; empty for none.</summary>
    public string Contact { get; init; } = "";
}

/// <summary>A table in a letter.</summary>
/// <param name="Columns">Headings and the share of the width each column takes; the shares need not add up to anything.</param>
/// <param name="Rows">The rows, each with a text per column.</param>
public sealed record LetterTable(IReadOnlyList<(string Heading, int Share)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
