namespace ExcelBudget.Notes.Template;

/// <summary>What a mark of a draft says.</summary>
internal enum DraftMarkKind
{
    /// <summary>That something without words stands here.</summary>
    Nothing,

    Paragraph,

    /// <summary>Id of the style of the paragraph under way.</summary>
    Style,

    ParagraphEnd,

    /// <summary>Words of the paragraph under way.</summary>
    Words,

    Control,

    /// <summary>The tag of the control under way, or a part of it.</summary>
    Tag,

    ControlEnd,

    /// <summary>The next table.</summary>
    Table,
}

/// <summary>A piece of what a note says, without its look.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Its words as a reader of the XML would have them.</param>
internal readonly record struct DraftMark(DraftMarkKind Kind, string Words = "");
