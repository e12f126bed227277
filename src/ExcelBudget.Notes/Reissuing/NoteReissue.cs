using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>
/// 重新生成的情况说明。A note that the department edited, with the figures of another state of the workbook: linked figures, direction
/// words, rates, tables and untouched texts are new; the department's own words, their order and look are as they were.
/// </summary>
/// <param name="Docx">The Word file.</param>
/// <param name="Remarks">What a person has to look at, in the note's order; empty when nothing.</param>
public sealed record NoteReissue(byte[] Docx, IReadOnlyList<ReissueRemark> Remarks);

/// <summary>A place of the note that a person has to look at.</summary>
/// <param name="Heading">The heading above it; empty before the first.</param>
/// <param name="Paragraph">Number of the paragraph among those with words outside tables, from 1; 0 when the note as a whole is
/// meant.</param>
/// <param name="Words">The words at the place; empty when the note lacks them.</param>
/// <param name="Problem">What is wrong and what to do, in Chinese.</param>
public sealed record ReissueRemark(string Heading, int Paragraph, string Words, string Problem)
{
    private const int LongestQuote = 40;

    /// <inheritdoc />
    public override string ToString() =>
        $"{(Heading.Length > 0 ? $"“{Heading}”部分" : "情况说明")}{(Paragraph > 0 ? $"（第 {Paragraph} 段）" : "")}"
            + $"{(Words.Length > 0 ? $"“{Quoted}”" : "")}：{Problem}";

    private string Quoted => TextCut.Beginning(Words, LongestQuote);
}
