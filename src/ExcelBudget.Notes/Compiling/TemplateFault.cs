namespace ExcelBudget.Notes.Compiling;

/// <summary>A fault in a Word template, for the clerk who rewords it.</summary>
/// <param name="Heading">The heading above the place; empty before the first.</param>
/// <param name="Tag">Tag of the content control; empty when the file as a whole is meant.</param>
/// <param name="Problem">What is wrong and what to do, in Chinese.</param>
public sealed record TemplateFault(string Heading, string Tag, string Problem)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{(Heading.Length > 0 ? $"“{Heading}”部分" : "模板")}{(Tag.Length > 0 ? $"的控件 {Tag}" : "")}：{Problem}";
}
