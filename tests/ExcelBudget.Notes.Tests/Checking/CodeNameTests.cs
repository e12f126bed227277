using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>Codes that a note calls by their names alone: what the pack says of their change and section holds for them.</summary>
public sealed class CodeNameTests
{
    private const string Overall = "二、部门预算安排的总体情况";

    // 合计 1974.41, «last year» 基本支出 291.31: any two columns will do
    private static readonly NoteCheckDeclaration Declared = Hebei.Book.Pack.NoteCheck with
    {
        CodeColumns = [new NoteCodeColumn("T5", "3") { Last = "4", Within = ["overall"], QuotedIn = "overall" }],
    };

    [Theory]
    [InlineData("一般公共服务支出1974.41万元，比上年增加1683.10万元，主要原因是调资。", null)]
    [InlineData("一般公共服务支出类科目1974.41万元，占支出预算的96.72%，比上年增加1683.10万元，主要原因是调资。", null)]
    [InlineData("一般公共服务支出1974.41万元，比上年增加1683.01万元，主要原因是调资。", "NOTE-CHANGE")]
    [InlineData("一般公共服务支出1974.41万元，比上年减少1683.10万元，主要原因是压减。", "NOTE-DIRECTION")]
    [InlineData("一般公共服务支出1974.41万元，与上年持平。", "NOTE-LEVEL")]
    [InlineData("一般公共服务支出49.89万元。", "NOTE-FIGURE")]
    public void ChangeOfACodeByItsName_IsComparedWithItsRow(string sentence, string? rule)
    {
        var check = Checked.Through(
            new NoteChecker(Hebei.Book, Declared), PlainNote.Of(Overall, sentence), new BudgetFigures(Hebei.Book, HebeiNote.Clean));
        var told = check.Findings.Where(IsOfFigures).Select(finding => finding.Rule);
        if (rule is null) told.ShouldBeEmpty(Checked.Told(check));
        else told.ShouldContain(rule, Checked.Told(check));
    }

    /// <summary>A name that several codes have means no row for sure: nothing may be demanded of it.</summary>
    [Fact]
    public void SectionWithAnItemForEveryCode_AsksForNamesThatOneCodeHas()
    {
        var fields = new NoteLanguage(Hebei.Book, Declared).Fields;
        fields.ShouldContain(field => field.QuotedIn == "overall" && field.Last != null && field.Change != null);
        fields.Where(field => field.Item == "行政运行").ShouldAllBe(field => field.QuotedIn == null && field.Change == null);
    }

    /// <summary>A pack that declares a column itself says no more than its outline of whether a change needs a reason.</summary>
    [Fact]
    public void ColumnDeclaredByHand_WhoseOutlineGivesNoReason_AsksForNone()
    {
        using var folder = new TempFolder();
        PackInYuan.Write(folder.Path, PackInYuan.Yuan);
        File.AppendAllText(folder.In("hebei/note-check.yaml"), "\nfromNote: true\n");
        File.WriteAllText(folder.In("hebei/note.yaml"), """
            title: 说明
            parts:
            - codes: T5[项]
              parts:
              - p: "{code:name}{fig:T5[本行,3]}万元，{up:T5[本行,3];T5[本行,4]|比上年增加{fig:T5[本行,3]}万元}。"
            """);

        var columns = PackReader.Read(folder.In("hebei")).RuleBook.ShouldNotBeNull().Pack.NoteCheck.CodeColumns;

        columns.Where(column => column.LeavesReason).ShouldHaveSingleItem().Form.ShouldBe("T5");
    }

    private static bool IsOfFigures(Finding finding) =>
        finding.Rule is not ("NOTE-SECTION" or "NOTE-QUOTED" or "NOTE-UNIT-NAME" or "NOTE-TABLE-MISSING" or "NOTE-TERM");
}
