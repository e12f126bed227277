namespace ExcelBudget.OfficePackages.Xml;

/// <summary>What an <see cref="XmlCursor"/> stands on.</summary>
internal enum XmlNode
{
    /// <summary>Nothing read yet, or the end.</summary>
    None,

    /// <summary>A start tag; &lt;a/&gt; is a start and an end.</summary>
    Start,

    End,

    /// <summary>A piece of text or CDATA.</summary>
    Text,
}
