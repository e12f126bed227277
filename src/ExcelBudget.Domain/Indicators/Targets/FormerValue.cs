namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>原值。What a target was before it was changed: 公证书差错率由0.5%调整为0.3%以内 names 公证书差错率.</summary>
internal static class FormerValue
{
    private static readonly string[] Verbs = [.. Vocabulary.Of("changes"), .. Vocabulary.Of("plainChanges")];

    /// <summary>The name without the former value and the verb behind it; the name itself where it holds none.</summary>
    public static string Without(string name)
    {
        if (name.AsSpan().IndexOfAny('由', '从') < 2) return name;
        if (!Array.Exists(Verbs, verb => name.EndsWith(verb, StringComparison.Ordinal))) return name;
        for (var at = name.Length - 2; at > 1; at--)
        {
            var isFormer = name[at] is '由' or '从' && (char.IsDigit(name[at + 1]) || name[at + 1] is '≥' or '≤');
            if (isFormer) return name[..at].TrimEnd('：', ':', '，', ',');
        }

        return name;
    }
}
