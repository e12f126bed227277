namespace ExcelBudget.Worker.Answers;

/// <summary>Several texts in one, and back.</summary>
internal static class AnswerFields
{
    private const char Separator = ';';

    /// <summary>The texts in one; null is as good as empty.</summary>
    public static string Join(params IEnumerable<string?> texts) => string.Join(Separator, texts.Select(text => Escaped(text ?? "")));

    public static IReadOnlyList<string> Split(string joined) => [.. joined.Split(Separator).Select(Plain)];

    private static string Escaped(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);

    private static string Plain(string text) =>
        text.Replace("%3B", ";", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
