using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Packs.Tests.Reading;

public sealed class BrokenPackTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "pack-" + Guid.NewGuid().ToString("N"), "hebei");

    public BrokenPackTests()
    {
        var source = Repository.PathOf("templates", "hebei");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, File.ReadAllBytes(file));
        }
    }

    public static TheoryData<string, string, string, string> Slips => new()
    {
        { "forms/T3.yaml", "kind: codeName", "kind: codeNam", "codeNam" },
        { "forms/T3.yaml", "title: 基本支出", "titel: 基本支出", "titel" },
        { "forms/T9.yaml", "enter: [3, 4, 5]", "enter: [3, 4, 9]", "9" },
        { "rules.yaml", "severity: error", "severity: eror", "eror" },
        { "rules.yaml", "category: total_mismatch", "category: total_mismach", "total_mismach" },
        { "pack.yaml", "years: [2021, 2030]", "years: [2021]", "years" },
        { "pack.yaml", "增减幅度: 30 ", "增减幅度: 三成 ", "三成" },
        { "codes/functional.csv", ",2024,,", ",二〇二四,,", "年度" },
        { "pack.yaml", "file: codes/economic.csv", "file: codes/economics.csv", "找不到文件" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Pack_WithASlip_IsExplainedWithFileAndLine(string file, string right, string wrong, string named)
    {
        var line = Break(file, right, wrong);
        var faults = PackReader.Read(_folder).Faults;
        faults.ShouldContain(
            fault => (fault.File == file || fault.File == "codes/economics.csv")
            && fault.Problem.Contains(named, StringComparison.Ordinal) && (fault.Line == line || fault.Line == 0));
    }

    /// <summary>Names that no dataset has: they would read as nothing, without a word.</summary>
    [Theory]
    [InlineData("forms/T2.yaml", "field: amount_yuan, where: { source: [事业收入]",
        "field: amount_yuna, where: { source: [事业收入]", "amount_yuna")]
    [InlineData("forms/T2.yaml", "where: { source: [事业收入]", "where: { sauce: [事业收入]", "sauce")]
    [InlineData("forms/T2.yaml", "where: { source: [事业收入]", "where: { source: [事业收人]", "事业收人")]
    [InlineData("forms/T2.yaml", "table: revenue, field: amount_yuan, where: { source: [事业收入]",
        "table: revenues, field: amount_yuan, where: { source: [事业收入]", "revenues")]
    [InlineData("forms/T1.yaml", "预算年度：{year}", "预算年度：{yaer}", "{yaer}")]
    [InlineData("forms/procurement.yaml", "list: { table: procurement", "list: { table: procurment", "procurment")]
    public void NameThatNoDatasetHas_IsExplainedWithWhatThereIs(string file, string right, string wrong, string named)
    {
        Break(file, right, wrong);
        PackReader.Read(_folder).Faults.ShouldContain(fault => fault.File == file
            && fault.Problem.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title: 部门预算收支总表", "title: \"部门预算收支总表", "引号没有配对")]
    [InlineData("columnNumbers: true", "columnNumbers: true: false", "冒号用错了")]
    [InlineData("sheet: T1 收支总表", "sheet: T1 收支总表\ntitle: 两次", "同名的项目")]
    public void FileThatIsNoYaml_IsExplainedInChineseWithItsLine(string right, string wrong, string meaning)
    {
        Break("forms/T1.yaml", right, wrong);
        var fault = PackReader.Read(_folder).Faults.FirstOrDefault(fault => fault.File == "forms/T1.yaml");
        fault.ShouldNotBeNull().Problem.ShouldContain(meaning);
        fault.Line.ShouldBeGreaterThan(0);
        fault.Problem.ShouldNotContain("While");
    }

    /// <summary>Rows from data are known by their key: a second stretch of them would claim the same rows.</summary>
    [Fact]
    public void FormWithATreeOnEachSide_IsExplainedWithTheLineOfTheSecond()
    {
        Break("forms/T5.yaml", "rows:\n", """
            rows:
              - sides:
                  - columns: [1, 2]
                    rows:
                      - tree: { codes: functional, column: 1, key: function_code, levels: [项] }
                  - columns: [3, 4]
                    rows:
                      - tree: { codes: functional, column: 3, key: function_code, levels: [项] }

            """);
        var lines = File.ReadAllLines(Path.Combine(_folder, "forms", "T5.yaml"));
        var second = Array.FindIndex(lines, line => line.Contains("column: 3, key", StringComparison.Ordinal)) + 1;
        PackReader.Read(_folder).Faults.ShouldContain(fault => fault.File == "forms/T5.yaml" && fault.Line == second
            && fault.Problem.Contains("第二处", StringComparison.Ordinal));
    }

    [Fact]
    public void HiddenColumnWithAWidth_IsToldThatItHasNone()
    {
        Break("forms/T3.yaml", "kind: codeName", "kind: codeName, hidden: true");
        var fault = PackReader.Read(_folder).Faults.ShouldHaveSingleItem();
        fault.Problem.ShouldBe("隐藏的栏（hidden: true）没有宽度，请删去 width");
    }

    /// <summary>A province that only prescribes places, levels and weights reads texts by the words of the language.</summary>
    [Fact]
    public void IndicatorsWithoutWords_AreReadByTheUsualOnes()
    {
        var usual = PackReader.Read(_folder).RuleBook!.Pack.Indicators!.Words;
        usual.Soft.ShouldBe(["不断", "及时", "按时", "按期", "准时", "尽快", "尽早"]);
        usual.SatisfactionLevel.ShouldBe("满意度指标");
        var path = Path.Combine(_folder, "indicators.yaml");
        File.AppendAllText(path, "\nwords:\n  soft: [不断]\n");
        var reading = PackReader.Read(_folder);
        reading.Faults.ShouldBeEmpty();
        var words = reading.RuleBook!.Pack.Indicators!.Words;
        words.Soft.ShouldBe(["不断"]);
        (words with { Soft = usual.Soft }).ShouldBeEquivalentTo(usual);
    }

    /// <summary>What a form lacks for its columns is told in the line that asks for it, not in the form as a whole.</summary>
    [Fact]
    public void SlipsInFromAndWhere_AreToldWithTheirLine()
    {
        Break("forms/T5.yaml", "field: amount_yuan", "field: amount_yuna");
        var fault = PackReader.Read(_folder).Faults.First(fault => fault.File == "forms/T5.yaml");
        fault.Line.ShouldBe(Array.FindIndex(File.ReadAllLines(Path.Combine(_folder, "forms", "T5.yaml")),
            line => line.Contains("amount_yuna", StringComparison.Ordinal)) + 1);
        fault.Problem.ShouldContain("amount_yuna");
    }

    /// <summary>Rows are found by their codes: a 款 of the economic classification meets no 项, and the sum would be 0.</summary>
    [Fact]
    public void RowsOfAnotherClassification_AreRefusedAtTheirLine()
    {
        Break("rules.yaml", "check: \"T4[1,2] = T1[1,2]\"",
            "for: \"T6[款]\"\n  check: \"T6[本行,3] <= T5[本行,3]\"");
        var fault = PackReader.Read(_folder).Faults.First(fault => fault.Problem.Contains("没有一行对得上", StringComparison.Ordinal));
        fault.File.ShouldBe("rules.yaml");
        fault.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void RuleBookWithoutRelations_IsAPackWithoutRelations()
    {
        var path = Path.Combine(_folder, "rules.yaml");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, "relations:\n" + text[text.IndexOf("checks:", StringComparison.Ordinal)..]);
        var reading = PackReader.Read(_folder);
        reading.Faults.ShouldBeEmpty();
        reading.RuleBook!.Relations.ShouldBeEmpty();
    }

    /// <summary>A slip in a form and one in the rules are told in one run, and no rule is blamed for the form.</summary>
    [Fact]
    public void SlipsInAFormAndInTheRules_AreToldTogether()
    {
        Break("forms/T9.yaml", "enter: [3, 4, 5]", "enter: [3, 4, 9]");
        Break("rules.yaml", "T1[32,2] = SUM(T1[1:9,2])", "T1[32,2] = SUMM(T1[1:9,2])");
        var faults = PackReader.Read(_folder).Faults;
        faults.ShouldContain(fault => fault.File == "forms/T9.yaml");
        faults.Where(fault => fault.File == "rules.yaml").ShouldHaveSingleItem().Problem.ShouldContain("SUMM");
    }

    /// <summary>file, sound text, its slip, the piece named, and what is said to be right there.</summary>
    public static TheoryData<string, string, string, string, string> Misspellings => new()
    {
        { "rules.yaml", "T1[32,2] = SUM(T1[1:9,2])", "T1[32,2] = SUM(T1[1:9,2¦)", ")", "]" },
        { "rules.yaml", "T1[32,2] = SUM(T1[1:9,2])", "T1[32,2] = ¦SUMM(T1[1:9,2])", "SUMM", "SUM、ROUND" },
        { "rules.yaml", "T1[32,2] = SUM(T1[1:9,2])", "T1[¦本年收合计,2] = SUM(T1[1:9,2])", "本年收合计", "序号或编码" },
        { "rules.yaml", "T1[32,2] = SUM(T1[1:9,2])", "T1[32,¦22] = SUM(T1[1:9,2])", "22", "1、2、3、4" },
        { "rules.yaml", "T1[32,2] = SUM(T1[1:9,2])", "T1[32,2] = SUM(T1[1:9,2])¦", "（末尾）", ")" },
        { "rules.yaml", "T1[34,2] = T1[34,4]", "¦T11[34,2] = T1[34,4]", "T11", "T1、T2" },
        { "rules.yaml", "T1[34,2] = T1[34,4]", "T1[34,2] ¦< T1[34,4]", "<", "when" },
        { "rules.yaml", "for: \"T3[类,款]\"", "for: \"T3[类,¦目]\"", "目", "没有行" },
        { "rules.yaml", "columns: \"3:12\"", "columns: \"3:¦21\"", "21", "没有栏" },
        { "rules.yaml", "when: \"T1[33,4] = 0\"", "when: \"T1[33,4] = 0 ¦并且 T1[33,2] = 0\"", "并且", "多余" },
        { "rules.yaml", "when: \"T7[合计,3] ≠ 0\"", "when: \"T7[合计,3] ≠ ¦上限\"", "上限", "limits" },
        { "forms/T2.yaml", "SUM(本表[本行,5:11])", "SUM(本表[本行,5:¦111])", "111", "没有栏" },
    };

    [Theory]
    [MemberData(nameof(Misspellings))]
    public void Expression_ThatCannotBeUnderstood_IsExplainedWithFileLineAndColumn(
        string file, string right, string marked, string piece, string wanted)
    {
        var wrong = marked.Replace("¦", "", StringComparison.Ordinal);
        if (right + "¦" == marked) wrong = right[..^1];
        var line = Break(file, right, wrong);
        var written = File.ReadAllLines(Path.Combine(_folder, file))[line - 1];

        var fault = PackReader.Read(_folder).Faults.ShouldHaveSingleItem();

        var column = written.IndexOf(wrong, StringComparison.Ordinal)
            + Math.Min(marked.IndexOf('¦', StringComparison.Ordinal), wrong.Length) + 1;
        fault.ToString().ShouldStartWith($"{file}:{line}:{column}：");
        fault.Problem.ShouldContain($"个字符处“{piece}”：");
        fault.Problem.ShouldContain(wanted);
    }

    [Fact]
    public void Pack_WithBrokenYaml_IsExplainedWithItsLine()
    {
        File.AppendAllText(Path.Combine(_folder, "forms", "T2.yaml"), "\n  - { id: 13, title: [\n");
        PackReader.Read(_folder).Faults.ShouldContain(fault => fault.File == "forms/T2.yaml" && fault.Line > 0);
    }

    /// <summary>Names follow from the codes of a tree; a list has none.</summary>
    [Fact]
    public void ColumnOfNames_InAList_IsExplainedWithItsLine()
    {
        var line = Break("forms/procurement.yaml", "kind: text", "kind: codeName");
        PackReader.Read(_folder).Faults.ShouldContain(fault => fault.File == "forms/procurement.yaml" && fault.Line == line
            && fault.Problem.Contains("kind: codeName") && fault.Problem.Contains("kind: text"));
    }

    [Fact]
    public void ProblemOfTheProgram_WhereverItComesUp_IsToldAtAFileOfThePack()
    {
        var known = Should.Throw<InvalidOperationException>(
            () => PackPlace.In("forms/T3.yaml", int () => throw new InvalidOperationException("x")));
        PackPlace.Noted(known, "forms/T5.yaml", 7).ShouldBeFalse();
        PackReader.Unexpected(known, _folder).ToString().ShouldStartWith("forms/T3.yaml：程序");
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "forms", "T4.yaml"), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        PackReader.Unexpected(new InvalidOperationException("x"), _folder).ToString().ShouldStartWith("forms/T4.yaml：程序");
    }

    [Fact]
    public void Pack_WithTwoFaultsInTwoFiles_TellsBothInOneRun()
    {
        Break("forms/T3.yaml", "kind: codeName", "kind: codeNam");
        Break("rules.yaml", "severity: error", "severity: eror");
        PackReader.Read(_folder).Faults.Select(fault => fault.File).Distinct().Count().ShouldBeGreaterThan(1);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    /// <summary>Replaces the first occurrence and tells its line.</summary>
    private int Break(string file, string right, string wrong)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, $"{file} no longer contains «{right}»");
        File.WriteAllText(path, text[..at] + wrong + text[(at + right.Length)..]);
        return text[..at].Count(symbol => symbol == '\n') + 1;
    }
}
