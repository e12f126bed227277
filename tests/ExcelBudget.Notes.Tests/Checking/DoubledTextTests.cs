using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>What a program doubled in saving is never published.</summary>
public sealed class DoubledTextTests
{
    private const string Duties = "（一）部门职责";
    private const string Line = "负责全县公共文化服务体系建设和文化市场管理工作。";

    [Theory]
    [InlineData(Line, Line)]
    [InlineData(Line + Line)]
    [InlineData(Line + Line + Line)]
    [InlineData("承担县委交办的其他事项。", Line, Line, Line)]
    public void Text_WrittenTwiceInARow_IsAnError(params string[] paragraphs) =>
        Found(paragraphs).ShouldContain(finding => finding.Severity == Severity.Error && finding.Category == Category.TextDuplicated);

    [Theory]
    [InlineData("同上。", "同上。")]
    [InlineData("好好学习好好学习")]
    [InlineData(Line, "承担县委交办的其他事项。")]
    [InlineData("完成率100%，完成率100%，达标率100%。")]
    public void Text_ThatIsShortOrOther_IsNone(params string[] paragraphs) => Found(paragraphs).ShouldBeEmpty();

    private static Finding[] Found(string[] paragraphs) =>
        [.. Checked.Sentence("clean", Duties, paragraphs).Where(finding => finding.Rule == NoteRuleIds.Doubled)];
}
