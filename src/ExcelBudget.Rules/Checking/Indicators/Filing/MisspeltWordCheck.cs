using System.Runtime.CompilerServices;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>
/// misspeltWord：固定用语写错字。满意渡, 社会效宜: a word of the form with one sign exchanged for one of the same sound or shape; and traditional signs
/// among simplified ones.
/// </summary>
internal sealed class MisspeltWordCheck : IIndicatorCheck
{
    /// <summary>Signs with which another word goes on: 满意渡口, 合格律师.</summary>
    private const string GoesOn = "达为不在指";

    private static readonly ConditionalWeakTable<IReadOnlyList<string>, Table> Tables = [];

    /// <inheritdoc />
    public string Name => "misspeltWord";

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var all = new List<Objection>();
        var table = Tables.GetValue(review.Standards.Words.Misspelt, static words => new Table(words));
        foreach (var project in review.Projects)
        {
            Misspelt(project, table, all);
            if (project.TraditionalWords is [var first, ..]) all.Add(Traditional(project, first));
        }

        return all;
    }

    private static void Misspelt(ReviewedProject project, Table table, List<Objection> all)
    {
        foreach (var line in project.Indicators)
        {
            if (Wrong(line.Indicator.Raw, table) is not { } wrong || IsTold(project, wrong, all)) continue;
            all.Add(Told(project, table, wrong) with { At = line });
        }

        if (Wrong(project.Goal, table) is { } inGoal) all.Add(Told(project, table, inGoal) with { Part = ProjectPart.Goal });
        if (Wrong(project.Text, table) is { } word && !IsTold(project, word, all)
            && !project.MalformedHeadings.Any(heading => heading.Contains(word, StringComparison.Ordinal)))
            all.Add(Told(project, table, word));
    }

    private static bool IsTold(ReviewedProject project, string wrong, List<Objection> all) =>
        all.Any(told => ReferenceEquals(told.Project, project) && told.Actual == wrong);

    private static Objection Told(ReviewedProject project, Table table, string wrong) =>
        new(project, Actual: wrong, Expected: table.Right[wrong], Match: "有错别字");

    private static Objection Traditional(ReviewedProject project, (string Written, string Simplified) word)
    {
        var line = project.Indicators.FirstOrDefault(line => line.Indicator.Raw.Contains(word.Simplified, StringComparison.Ordinal));
        return new Objection(project, line, line is null ? ProjectPart.Goal : ProjectPart.Indicators, word.Written, word.Simplified,
            "是繁体字，和其余文字不一致");
    }

    /// <summary>The first misspelling of a text that no other word goes on from.</summary>
    private static string? Wrong(string text, Table table)
    {
        if (!WordList.IsIn(text, table.Wrong)) return null;
        foreach (var wrong in table.Wrong)
        {
            var at = text.IndexOf(wrong, StringComparison.Ordinal);
            if (at < 0) continue;
            var end = at + wrong.Length;
            if (end == text.Length || text[end] is < '\u4E00' or > '\u9FFF' || GoesOn.Contains(text[end], StringComparison.Ordinal))
                return wrong;
        }

        return null;
    }

    /// <summary>What each misspelling stands for.</summary>
    private sealed class Table
    {
        public Table(IReadOnlyList<string> words)
        {
            foreach (var word in words)
            {
                var forms = word.Split('|');
                foreach (var wrong in forms.Skip(1)) Right[wrong] = forms[0];
            }

            Wrong = [.. Right.Keys];
        }

        public Dictionary<string, string> Right { get; } = new(StringComparer.Ordinal);

        public string[] Wrong { get; }
    }
}
