using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tests;

/// <summary>The pages of a note as they are printed.</summary>
[Trait("Category", "Slow")]
public sealed class NotePageTests
{
    private static readonly string[] Samples = ["clean", "full", "library", "blank"];

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Printed = new(() => Samples
        .Zip(LibreOffice.Pages([.. Samples.Select(sample => HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx)], "docx"))
        .ToDictionary(pair => pair.First, pair => pair.Second));

    public static TheoryData<string> All => [.. Samples];

    [Theory]
    [MemberData(nameof(All))]
    public void Note_BeginsWithACoverAndItsContentsOnOnePageEach(string sample)
    {
        var pages = Pages(sample);
        var budget = HebeiNote.BudgetOf(sample).Identity;
        Words(pages[0]).ShouldBe($"{budget.UnitName}{budget.Year}年部门预算公开");
        Words(pages[1]).ShouldStartWith("目录");
        Words(pages[2]).ShouldStartWith("第一部分");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Tables_StandInTheSecondPartEachOnPagesOfItsOwn(string sample)
    {
        var first = Pages(sample).Select(page => Words(page.Split('\n').First(line => line.Trim().Length > 0))).ToList();
        var part = first.IndexOf("第二部分");
        part.ShouldBeGreaterThan(first.IndexOf("第一部分"));
        foreach (var form in new[] { "T1", "T4", "T5", "T6", "T7", "T8", "T9" })
        {
            var title = Hebei.Book.Pack[new FormId(form)].Title;
            var at = first.IndexOf(title);
            at.ShouldBeGreaterThan(part, title);
            // the page after it is another form's: this one has one page
            if (at + 1 < first.Count) Hebei.Book.Pack.Forms.Select(other => other.Title).ShouldContain(first[at + 1]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Levels_OfIndicators_AreNotTorn(string sample)
    {
        var broken = Pages(sample).SelectMany(page => page.Split('\n')).Select(line => line.Trim())
            .Where(line => line.StartsWith("满意度指", StringComparison.Ordinal) && !line.StartsWith("满意度指标", StringComparison.Ordinal));
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void ProjectTable_NamesCodeAndAmount()
    {
        var project = HebeiNote.Full[new FormId("projects")]!.Rows[0];
        var page = Pages("full").First(page => page.Contains(project.Text("code"), StringComparison.Ordinal));
        page.ShouldContain("项目编码");
        page.ShouldContain("预算金额（万元）");
    }

    private static IReadOnlyList<string> Pages(string sample) => Printed.Value[sample];

    private static string Words(string page) => string.Concat(page.Where(symbol => !char.IsWhiteSpace(symbol)));
}
