using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>发放几次。按季度发放 beside 全年补贴发放次数 =12次: the goal's one rhythm of paying, and the indicator counts another's.</summary>
internal static partial class PaidHowOften
{
    private static readonly (string Said, decimal Times)[] Rhythms =
        [("一个月", 12m), ("一个季度", 4m), ("一季度", 4m), ("一季", 4m), ("一月", 12m), ("按月", 12m), ("每月", 12m), ("按季", 4m), ("每季", 4m), ("按半年",
            2m), ("每半年", 2m), ("按年", 1m)];

    /// <summary>
    /// The first indicator that counts otherwise, with the goal's own words; null where they agree or the goal has several rhythms.
    /// </summary>
    public static (ReviewedIndicator Line, string Told)? Of(ReviewedProject project)
    {
        var told = Pays().Matches(project.PlainGoal).ToArray();
        if (told.Length == 0) return null;
        var times = told.Select(match => Array.Find(Rhythms, rhythm => match.Groups["said"].Value.StartsWith(rhythm.Said,
            StringComparison.Ordinal)).Times).Distinct().ToArray();
        if (times is not [> 0m and var often]) return null;
        var clauses = project.PlainGoal.Split('。', '；', ';', '\n').Where(clause => Pays().IsMatch(clause)).ToArray();
        var line = ProjectFigures.Of(project).Lines.FirstOrDefault(line => line.Unit == "次" && line.Per.Count == 0
            && line.Number > 0m && line.Number != often && Counts().IsMatch(line.Line.Indicator.Name)
            // 节日慰问品发放次数 beside 按月发放零花钱, 打卡发放 beside 按季度拨付: another payment
            && (told[0].Value.EndsWith(Verb(line.Line.Indicator.Name), StringComparison.Ordinal) || told[0].Value.StartsWith('一'))
            // 春节、中秋前各慰问一次、发放慰问品: told how often by itself
            && !Others().IsMatch(project.PlainGoal)
            && Thing(line.Line.Indicator.Name) is var thing && (thing.Length == 0 || Array.Exists(clauses, clause =>
                clause.Contains(thing[..Math.Min(told[0].Value.StartsWith('一') ? LongestThing : 2, thing.Length)],
                    StringComparison.Ordinal)))
            // 发放次数 of two payments, or 4次 beside 每人每季度: only the other rhythms of a year
            && Array.Exists(Rhythms, rhythm => rhythm.Times == line.Number));
        return line is null ? null : (line.Line, told[0].Value);
    }

    private const int LongestThing = 4;

    private static string Verb(string name) => Counts().Match(name).Groups["verb"].Value;

    /// <summary>慰问品 of 全年慰问品发放次数.</summary>
    private static string Thing(string name) => name[..Counts().Match(name).Index].Replace("全年", "", StringComparison.Ordinal)
        .Replace("资金", "", StringComparison.Ordinal).Replace("打卡", "", StringComparison.Ordinal);

    [GeneratedRegex("各(?:慰问|走访|发放|补助)?一次|各1次")]
    private static partial Regex Others();

    /// <summary>按月打卡发放; 一个季度打一次卡.</summary>
    [GeneratedRegex("(?<said>按月|按季度?|每月|每季度?|按半年|每半年|按年)(?:末|初|底)?(?:打卡|足额|及时|按时|集中|统一|直接)?(?:发放|兑付|拨付|发)"
        + "|(?<said>一个月|一个季度|一季|一月)(?:打|发|兑付|拨)(?:放|付)?一次(?:卡|钱|款)?")]
    private static partial Regex Pays();

    [GeneratedRegex("(?<verb>发放|拨付|兑付)(?:次数|频次|批次)$")]
    private static partial Regex Counts();
}
