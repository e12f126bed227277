using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary><c>packs verify</c> tells what would come of a pack before anything is issued from it.</summary>
public sealed class PackVerifyTests : IDisposable
{
    private readonly PackFolder _pack = new("hebei");

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void Packs_OfTheTree_HaveNothingWrong()
    {
        _pack.Commands.Verify("hebei").ShouldBe(ExitCode.Clean, _pack.Said.ToString());
        _pack.Said.ToString().ShouldContain("hebei：没有问题");
    }

    [Fact]
    public void NoteTemplate_ThatLostItsSlots_IsRefusedByVerifyAndByTheNote()
    {
        _pack.Put("note.docx", WithoutControls(_pack.Bytes("note.docx"), _ => true));
        _pack.Commands.Verify("hebei").ShouldBe(ExitCode.ErrorsFound);
        _pack.Said.ToString().ShouldContain("note.docx 有误");
        _pack.Said.ToString().ShouldContain("数据位置（内容控件）");
        Should.Throw<TemplateException>(() => _pack.Store.Find("hebei")!.Note()).Message.ShouldContain("packs build");
    }

    [Fact]
    public void WorkbookOfAPack_WhoseNoteTemplateIsBroken_IsNotCheckedAndTheDepartmentIsNotBlamed()
    {
        _pack.Put("note.docx", WithoutControls(_pack.Bytes("note.docx"), _ => true));
        var report = new BudgetEngine(_pack.Store).Check("报送.xlsx", RealEngine.File("clean")).Report;
        var reason = report.Reason.ShouldNotBeNull();
        reason.Problem.ShouldContain("表样包 hebei 有误");
        reason.Problem.ShouldContain("note.docx 有误");
        reason.Remedy.ShouldContain("packs verify hebei");
    }

    [Theory]
    [InlineData("year")]
    [InlineData("zero:T1[34,2]")]
    [InlineData("fig:T1[34,2]")]
    [InlineData("table:T3")]
    [InlineData("text:duties")]
    public void NoteTemplate_ThatLostOneKindOfSlot_IsRefused(string tag)
    {
        _pack.Put("note.docx", WithoutControls(_pack.Bytes("note.docx"), found => found == tag));
        Should.Throw<TemplateException>(() => _pack.Store.Find("hebei")!.Note()).Message.ShouldContain(tag.Split(':')[0]);
    }

    [Fact]
    public void NoteTemplate_WithASentenceRewordedInWord_IsTaken()
    {
        using var stream = new MemoryStream();
        stream.Write(_pack.Bytes("note.docx"));
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var words = word.MainDocumentPart!.Document.Descendants<Text>()
                .First(text => text.Text.Contains("按照预算管理有关规定", StringComparison.Ordinal));
            words.Text = "按照有关规定，";
        }

        _pack.Put("note.docx", stream.ToArray());
        _pack.Commands.Verify("hebei").ShouldBe(ExitCode.Clean, _pack.Said.ToString());
    }

    [Theory]
    [InlineData(
        "forms/T5.yaml", "  - { id: 5, title: 项目支出",
        "  - { id: 6, title: 其中：购买服务, kind: amount, width: 14 }\n  - { id: 5, title: 项目支出")]
    [InlineData("forms/T9.yaml", "title: 合计", "title: 总计")]
    [InlineData("forms/T1.yaml", "labels: { 3: 十、卫生健康支出 }", "labels: { 3: 十、卫生支出 }")]
    public void WorkbookTemplate_OlderThanItsForms_FillsNothing(string file, string before, string after)
    {
        _pack.Edit(file, before, after);
        Should.Throw<TemplateException>(() => _pack.Store.Find("hebei")!.Filler()).Message.ShouldContain("packs build hebei");
        _pack.Commands.Verify("hebei").ShouldBe(ExitCode.ErrorsFound);
        _pack.Commands.Build("hebei", force: false).ShouldBe(ExitCode.Clean, _pack.Said.ToString());
        _pack.Store.Find("hebei")!.Filler();
    }

    [Fact]
    public void Sample_ThatIsNotAccepted_IsNamedWithItsUnitAndCell()
    {
        var file = _pack.In("sample/clean/expenditure.csv");
        var lines = File.ReadAllLines(file);
        var last = Array.FindLastIndex(lines, line => line.StartsWith("2023,", StringComparison.Ordinal));
        File.WriteAllLines(file, lines.Where((_, index) => index != last));
        _pack.Commands.Verify("hebei").ShouldBe(ExitCode.ErrorsFound);
        _pack.Said.ToString().ShouldContain("hebei/sample/clean：201");
        _pack.Said.ToString().ShouldContain("通不过检查");
    }

    /// <summary>As LibreOffice does: what stood in the controls stays, the controls are gone.</summary>
    private static byte[] WithoutControls(byte[] docx, Func<string, bool> isLost)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            foreach (var control in word.MainDocumentPart!.Document.Descendants<SdtElement>().Reverse().ToArray())
            {
                if (!isLost(control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!)) continue;
                var content = control.ChildElements[^1];
                foreach (var child in content.ChildElements.ToArray())
                {
                    child.Remove();
                    control.InsertBeforeSelf(child);
                }

                control.Remove();
            }
        }

        return stream.ToArray();
    }
}
