using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Outline;

/// <summary>What a paragraph of the note is; each has a style of its own in the Word template.</summary>
public enum ParagraphRole
{
    /// <summary>封面。</summary>
    Cover,

    /// <summary>情况说明的标题。</summary>
    Title,

    /// <summary>一、</summary>
    Heading1,

    /// <summary>（一）</summary>
    Heading2,

    /// <summary>1.</summary>
    Heading3,

    /// <summary>正文。</summary>
    Body,

    /// <summary>项目表标题: a heading of the third level over the table of one project.</summary>
    ProjectTitle,
}

/// <summary>A part of the note's outline.</summary>
public abstract record NotePart
{
    private NotePart()
    {
    }

    /// <summary>A paragraph with slots in braces; «\n» breaks a line.</summary>
    public sealed record Paragraph(ParagraphRole Role, string Text) : NotePart;

    /// <summary>目录。The headings of the first level with their pages, on a page of its own.</summary>
    /// <param name="Title">The words above it.</param>
    public sealed record Contents(string Title) : NotePart;

    /// <summary>表。A form with its title, second line and notes.</summary>
    /// <param name="Id">The form.</param>
    /// <param name="OwnPage">True for one of the nine tables: heading on a new page. False for a table within a section.</param>
    /// <param name="Landscape">True for a landscape page.</param>
    /// <param name="Small">True for 小五 instead of 五号.</param>
    public sealed record Form(FormId Id, bool OwnPage, bool Landscape, bool Small) : NotePart;

    /// <summary>The table of one project, inside a repeat.</summary>
    /// <param name="Id">The form of its rows (绩效指标).</param>
    /// <param name="Above">Columns of the project that stand above them, one to a line (绩效目标).</param>
    public sealed record ProjectTable(FormId Id, IReadOnlyList<string> Above) : NotePart;

    /// <summary>栏目文字。A text of the department, one paragraph for each of its lines.</summary>
    public sealed record Narrative(string Section) : NotePart;

    /// <summary>Parts under a tag: a condition that keeps them, or «projects», which repeats them.</summary>
    public sealed record Group(string Tag, IReadOnlyList<NotePart> Parts) : NotePart;
}
