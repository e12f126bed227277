using System.IO.Compression;
using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>What workbooks laid out alike share is made once, and nothing of one workbook gets into the next.</summary>
public sealed class CheckPlanTests
{
    private static readonly string[] Filled = ["clean", "full", "library", "as-published"];

    [Fact]
    public void Workbook_FilledAfterOthersByTheSameFiller_IsWhatItIsAlone()
    {
        var shared = Filler();
        foreach (var sample in Filled.Concat(Filled))
        {
            Texts(Fill(shared, Hebei.BudgetOf(sample))).ShouldBe(Texts(Fill(Filler(), Hebei.BudgetOf(sample))), sample);
        }
    }

    [Fact]
    public void UnitsWithTheSameRows_ButOtherFigures_ShareAllOfTheHelperSheetButWhatTheirFixedRowsWereIssuedWith()
    {
        var (filler, budget) = (Filler(), Hebei.BudgetOf("clean"));
        var (one, other) = (Texts(Fill(filler, budget)), Texts(Fill(filler, Doubled(budget))));
        var part = one.Keys.Single(name => one[name].Contains("<v>校验计算</v>", StringComparison.Ordinal));
        var (mine, theirs) = (Rows(one[part]), Rows(other[part]));
        mine.Length.ShouldBe(theirs.Length);
        var different = Enumerable.Range(0, mine.Length).Where(row => mine[row] != theirs[row]).ToArray();
        different.ShouldNotBeEmpty();
        different.ShouldAllBe(row => !mine[row].Contains("<f", StringComparison.Ordinal));
    }

    [Fact]
    public void PackedStart_GoneOnWithInTwoWays_GivesTwoPartsThatUnpackWhole()
    {
        var (start, cuts) = (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<c r=\"A1\"/>甲", 500))), new[] { 11, 2_000 });
        var packed = PackedStart.Pack(start, CompressionLevel.Optimal, cuts);
        foreach (var rest in new[] { "", "<v>2.18</v>", new string('末', 3_000) })
        {
            var file = PackageWriter.Write([packed.With("part.xml", Encoding.UTF8.GetBytes(rest))]);
            using var archive = new ZipArchive(new MemoryStream(file));
            // reading to the end compares the checksum
            using var reader = new StreamReader(archive.GetEntry("part.xml")!.Open());
            reader.ReadToEnd().ShouldBe(Encoding.UTF8.GetString(start) + rest);
        }
    }

    [Fact]
    public void Utf8Text_BeyondItsFirstRoom_KeepsWhatWasWritten()
    {
        using var text = new Utf8Text();
        var expected = new StringBuilder();
        for (var index = -3; index < 30_000; index++)
        {
            text.Append(index).Append(';').Append("决算𠮷");
            expected.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index};决算𠮷");
        }

        Encoding.UTF8.GetString(text.Written).ShouldBe(expected.ToString());
        text.Clear();
        text.Append("新").Length.ShouldBe(3);
    }

    private static WorkbookFiller Filler() => new(Hebei.Book, TemplateParser.Parse(HebeiWorkbook.Template));

    private static byte[] Fill(WorkbookFiller filler, Budget budget) =>
        filler.Fill(new BudgetFigures(Hebei.Book, budget), new FillRequest("7F3A2C9D"));

    private static Budget Doubled(Budget budget) => new(budget.Identity, budget.Forms.Select(form =>
        new FormContent(form.Form, [.. form.Rows.Select(row => new FormRow(row.Key, row.Cells.ToDictionary(
            cell => cell.Key, cell => cell.Value is CellValue.Amount amount ? amount with { Yuan = amount.Yuan * 2 } : cell.Value)))])));

    private static string[] Rows(string part) => part.Split("<row");

    private static Dictionary<string, string> Texts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
