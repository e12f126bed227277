using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// What is said of a project does not depend on how its indicators are written down: in every layout the findings of collected projects
/// are those of the plain outline; one true fault put into a sound project is found in every layout.
/// </summary>
public sealed class PresentationCheckTests(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["developed", "held-out", "second", "third", "fourth", "fifth", "sixth", "seventh"];

    public static TheoryData<string> Layouts => [.. IndicatorPresentations.All];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Findings_InAnyLayout_AreTheSame(string layout)
    {
        var (projects, differing) = (0, new List<string>());
        foreach (var (cell, indicators) in Projects())
        {
            projects++;
            var plain = Said(cell, IndicatorPresentations.Write("提纲", indicators));
            var other = Said(cell, IndicatorPresentations.Write(layout, indicators));
            differing.AddRange(other.Except(plain).Select(said => $"{cell["project"]}: + {said}"));
            differing.AddRange(plain.Except(other).Select(said => $"{cell["project"]}: - {said}"));
        }

        output.WriteLine($"{layout}: {projects} projects, {differing.Count} findings differ");
        foreach (var line in differing) output.WriteLine("  " + line);
        projects.ShouldBeGreaterThan(100);
        differing.ShouldBeEmpty();
    }

    public static TheoryData<string> Spellings => ["目标全角", "目标逐句换行", "目标数字间有空格", "金额以元", "金额以万元", "效益在前"];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Findings_OfTheSameFactsSpeltOtherwise_AreTheSame(string spelling)
    {
        var (projects, differing) = (0, new List<string>());
        foreach (var (cell, indicators) in Projects())
        {
            projects++;
            var plain = Said(cell, IndicatorPresentations.Write("提纲", indicators));
            var other = spelling switch
            {
                "目标全角" => Said(With(cell, Full(cell["goal"])), IndicatorPresentations.Write("提纲", indicators)),
                "目标逐句换行" => Said(With(cell, cell["goal"].Replace("；", "；\n", StringComparison.Ordinal)
                    .Replace("。", "。\n", StringComparison.Ordinal)), IndicatorPresentations.Write("提纲", indicators)),
                "目标数字间有空格" => Said(With(cell, Spaced(cell["goal"])), IndicatorPresentations.Write("提纲", indicators)),
                "金额以元" => Said(cell, IndicatorPresentations.Write("提纲", [.. indicators.Select(InYuan)])),
                "金额以万元" => Said(cell, IndicatorPresentations.Write("提纲", [.. indicators.Select(InTenThousand)])),
                _ => Said(cell, IndicatorPresentations.Write("制表符重复标题",
                    [.. indicators.OrderBy(it => it.Level1 == "产出指标" ? 1 : 0)])),
            };
            differing.AddRange(other.Except(plain).Select(said => $"{cell["project"]}: + {said}"));
            differing.AddRange(plain.Except(other).Select(said => $"{cell["project"]}: - {said}"));
        }

        output.WriteLine($"{spelling}: {projects} projects, {differing.Count} findings differ");
        foreach (var line in differing) output.WriteLine("  " + line);
        differing.ShouldBeEmpty();
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> cell, string goal) =>
        new(cell) { ["goal"] = goal };

    private static string Full(string text) => string.Concat(text.Select(sign => sign switch
    {
        >= '0' and <= '9' => (char)(sign - '0' + '０'),
        '%' => '％',
        _ => sign,
    }));

    /// <summary>«补贴 600 名»: blanks between words and figures.</summary>
    private static string Spaced(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])", " ");

    private static ToldIndicator InYuan(ToldIndicator it) => it.Unit.StartsWith("万元", StringComparison.Ordinal)
        && decimal.TryParse(it.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        ? it with { Value = (number * 10_000m).ToString("0.##", CultureInfo.InvariantCulture), Unit = it.Unit[1..] } : it;

    /// <summary>Whole sums of some size: nobody writes 0.0022万元, and a price of 0.12万元 is told less exactly than one of 1200元.</summary>
    private static ToldIndicator InTenThousand(ToldIndicator it) => it.Unit == "元"
        && decimal.TryParse(it.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= 1000m
        ? it with { Value = (number / 10_000m).ToString("0.########", CultureInfo.InvariantCulture), Unit = "万" + it.Unit } : it;

    [Theory]
    [MemberData(nameof(Layouts))]
    public void FaultPutIntoASoundProject_InAnyLayout_IsFound(string layout)
    {
        var missed = new List<string>();
        foreach (var (name, category, goal, change) in Faults)
        {
            var indicators = Sound().Select(change).OfType<ToldIndicator>().ToArray();
            var cell = new Dictionary<string, string>
            {
                ["project"] = "1",
                ["name"] = "农村饮水管网改造",
                ["amount"] = "90",
                ["year"] = "2024",
                ["goal"] = goal,
            };
            var told = Said(cell, IndicatorPresentations.Write(layout, indicators));
            if (!told.Any(said => said.StartsWith(category, StringComparison.Ordinal))) missed.Add($"{name} ({category})");
        }

        missed.ShouldBeEmpty();
        var sound = new Dictionary<string, string>
        {
            ["project"] = "1",
            ["name"] = "农村饮水管网改造",
            ["amount"] = "90",
            ["year"] = "2024",
            ["goal"] = Goal,
        };
        Said(sound, IndicatorPresentations.Write(layout, Sound())).ShouldBeEmpty();
    }

    private const string Goal = "改造饮水管网18公里，每公里5万元，受益农户不少于1200户，培训管水员40人。";

    private static (string Name, string Category, string Goal, Func<ToldIndicator, ToldIndicator?> Change)[] Faults =>
    [
        ("单位万元写成元", "", Goal, it => it.Name == "每公里造价" ? it with { Unit = "元" } : it),
        ("缺百分号", "unit_mismatch", Goal, it => it.Name == "工程验收合格率" ? it with { Unit = "" } : it),
        ("没有指标值", "missing_target_value", Goal,
            it => it.Name == "受益农户满意度" ? it with { Sign = "", Value = "", Unit = "" } : it),
        ("下限低于目标", "goal_indicator_conflict", Goal, it => it.Name == "受益农户" ? it with { Value = "1000" } : it),
        ("数量与目标不同", "goal_indicator_conflict", Goal, it => it.Name == "培训管水员" ? it with { Value = "14" } : it),
        ("单价乘数量超过金额", "", Goal.Replace("5万元", "8万元", StringComparison.Ordinal),
            it => it.Name == "每公里造价" ? it with { Value = "8" } : it),
        ("分项合计不等于总数", "", Goal.Replace("18公里", "18公里，其中城关镇7公里、河口镇6公里、石桥乡4公里", StringComparison.Ordinal), it => it),
        ("费用放在数量之下", "misfiled_indicator", Goal, it => it.Name == "每公里造价" ? it with { Level2 = "数量指标" } : it),
        ("缺满意度", "missing_dimension", Goal, it => it.Level1 == "满意度指标" ? null : it),
        ("比率超过100%", "rate_over_100", Goal, it => it.Name == "工程验收合格率" ? it with { Value = "110" } : it),
        ("上年的时间", "stale_year", Goal, it => it.Name == "工程完工时间" ? it with { Value = "2023年10月底前" } : it),
    ];

    private static ToldIndicator[] Sound() =>
    [
        new("产出指标", "数量指标", "改造饮水管网", "≥", "18", "公里"),
        new("产出指标", "数量指标", "受益农户", "≥", "1200", "户"),
        new("产出指标", "数量指标", "培训管水员", "=", "40", "人"),
        new("产出指标", "质量指标", "工程验收合格率", "≥", "98", "%"),
        new("产出指标", "时效指标", "工程完工时间", "=", "2024年10月底前", ""),
        new("产出指标", "成本指标", "每公里造价", "≤", "5", "万元"),
        new("效益指标", "社会效益指标", "供水保证率", "≥", "95", "%"),
        new("满意度指标", "服务对象满意度指标", "受益农户满意度", "≥", "90", "%"),
    ];

    /// <summary>What is said, by category, indicator and what it names.</summary>
    private static HashSet<string> Said(IReadOnlyDictionary<string, string> cell, string text)
    {
        var row = Document.Row(new Dictionary<string, string>(cell) { ["text"] = text });
        var budget = new Budget(
            new BudgetIdentity("qinghai", "001", "某某县", int.Parse(cell["year"], CultureInfo.InvariantCulture)),
            [new FormContent(new FormId("projects"), [row]), new FormContent(new FormId("indicators"), [])]);
        return [.. Document.Check(ReviewReader.Of(new BudgetFigures(Document.Book, budget))).Where(found => found.Severity != "Info")
            .Select(found => $"{found.Category} {found.Rule} {found.Objection.At?.Indicator.Name.Replace('（', '(').Replace('）', ')')}")];
    }

    private static IEnumerable<(IReadOnlyDictionary<string, string> Cell, ToldIndicator[] Indicators)> Projects() =>
        from folder in Folders
        let cells = Csv.Read($"tests/data/indicators/collected-{folder}/cells.csv").ToDictionary(cell => cell["project"])
        from project in Csv.Read($"tests/data/indicators/collected-{folder}/key.csv").GroupBy(row => row["project"])
        let indicators = project.Select(ToldIndicator.Of).OfType<ToldIndicator>().ToArray()
        where indicators.Length == project.Count()
        select (cells[project.Key], indicators);
}
