using System.Globalization;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>Every construct of the language, over one row and over many, comes out the same in our engine and in LibreOffice.</summary>
[Trait("Category", "Slow")]
public sealed class LanguageInExcelTests : IDisposable
{
    private static readonly (string? For, string? Columns, string? When, string Check)[] Relations =
    [
        (null, null, "T1[33,4] = 0 且 T1[1,2] > 0", "T1[34,2] = T1[34,4]"),
        (null, null, "T1[33,4] > 0 或 T1[1,2] < 0", "T1[34,2] = T1[34,4]"),
        (null, null, "(T1[33,4] > 0 或 T1[1,2] ≠ 0) 且 T1[2,2] ≤ 0", "T1[34,2] = T1[34,4] + 1"),
        (null, null, null, "MAX(T1[1,2], T1[2,2], T1[3,2]) = T1[34,2]"),
        (null, null, null, "ROUND(T1[1,2] / 3, 1) >= MIN(T1[1,2], 增减幅度)"),
        (null, null, null, "ABS(RATE(T3[合计,4], T3[合计,5])) <= 增减幅度"),
        ("T3[项]", null, "T3[本行,4] > 0 且 T3[本行,5] = 0", "T3[本行,3] = T3[本行,4]"),
        ("T3[项]", null, "T3[本行,4] > 0 或 T3[本行,5] > 300", "T3[本行,3] <= 300"),
        ("T3[类,款]", "4:5", "T3[本行,本栏] ≠ 0", "T3[本行,本栏] <= SUM(T3[下级,本栏]) - 1"),
        ("T3[项]", null, null, "MAX(T3[本行,4], T3[本行,5], 1) <= T3[本行,3]"),
        ("T3[项]", null, null, "MIN(T3[本行,4], T3[本行,5]) = 0"),
        ("T3[项]", null, null, "ROUND(T3[本行,3] / 7, 0) * 7 = T3[本行,3]"),
        ("T3[项]", null, null, "T3[本行,4] / T3[本行,5] <= 1"),
        ("T3[项]", null, null, "RATE(T3[本行,3], T3[本行,5]) = 0"),
        ("T3[全部]", null, "T3[本行,5] > 0", "T3[本行,3] = T3[本行,5]"),
        ("T4[类]", null, "T4[本行,5] > 0", "T4[本行,4] >= 100"),
        ("prior[全部]", null, "prior[本行,last] > 0", "ABS(prior[本行,change]) <= prior[本行,last]"),
        ("projects[全部]", null, null, "projects[本行,amount] <= T3[合计,5]"),
        ("projects[全部]", null, "projects[本行,amount] > 100", "projects[本行,amount] <= 600"),
        ("projects[全部]", null, "projects[本行,amount] > 700", "projects[本行,amount] <= 600"),
    ];

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("excelbudget-language-").FullName, "hebei");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void EveryConstruct_RecalculatedByLibreOffice_KeepsTheVerdictOfOurEngine()
    {
        var reading = PackReader.Read(Written());
        reading.Faults.ShouldBeEmpty();
        var workbook = new WorkbookFiller(reading.RuleBook!, TemplateParser.Parse(HebeiWorkbook.Template))
            .Fill(new BudgetFigures(reading.RuleBook!, Hebei.BudgetOf("clean")), new FillRequest("7F3A2C9D", IsBlank: false));

        var (ours, theirs) = (CheckSheetLine.Of(Calc.Opened(workbook)), CheckSheetLine.Of(Calc.Recalculated(workbook)));

        ours.Count.ShouldBeGreaterThanOrEqualTo(Relations.Length);
        theirs.Zip(ours).Where(pair => Said(pair.First) != Said(pair.Second))
            .Select(
                pair =>
                    $"{Relations[int.Parse(pair.First.Title.Split(' ')[1], CultureInfo.InvariantCulture)]}: {pair.First.Left} "
                        + $"{pair.First.Right} {pair.First.Scope} {pair.First.LeftCell} there, {pair.Second.Left} {pair.Second.Right} "
                        + $"{pair.Second.Scope} {pair.Second.LeftCell} here").ShouldBeEmpty();
        theirs.Count.ShouldBe(ours.Count);
        ours.Select(line => line.Verdict).Distinct()
            .ShouldBe(["通过", "不通过", "不适用", "未填"], ignoreOrder: true, "each verdict must have been tried");
    }

    /// <summary>
    /// A block of projects has lines without an amount, which count as rows of nothing on the sheet: which holding row is shown may
    /// differ.
    /// </summary>
    private static CheckSheetLine Said(CheckSheetLine line) =>
        line is { Verdict: "通过", Scope: "各行" } && line.Forms.Contains("项目", StringComparison.Ordinal)
            ? line with { Left = null, Gap = null, LeftCell = "" }
            : line;

    private string Written()
    {
        var source = Repository.PathOf("templates", "hebei");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, File.ReadAllBytes(file));
        }

        var rules = Relations.Select((relation, index) => $"""
            - id: L-{index}
              catalogue: IN-31
              kind: 表内
              category: total_mismatch
              severity: error
              title: 第 {index} 条
            {Line("for", relation.For)}{Line("columns", relation.Columns)}{Line("when", relation.When)}  check: "{relation.Check}"
              message: 不符。
              basis: 测试

            """);
        File.WriteAllText(Path.Combine(_folder, "rules.yaml"), "relations:\n" + string.Concat(rules));
        return _folder;
    }

    private static string Line(string key, string? text) => text is null ? "" : $"  {key}: \"{text}\"\n";
}
