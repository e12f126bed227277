using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>续行。A text higher than a row may be goes on in the row below, and is read as one again.</summary>
public sealed class ContinuationRowTests
{
    private const string Sheet = "项目支出绩效目标公开表";

    private static readonly string[] Long =
    [
        Lines(30, "第{0}项：完成检查不少于{0}次。"),
        Lines(200, "{0}.按季度向县委办公室报告进展情况，覆盖全县十二个乡镇一百零九个行政村。"),
        string.Concat(Enumerable.Repeat("一个没有换行的长段落，写满了一整个单元格还没有写完；", 120)),
        Lines(10, "短行{0}") + "\n" + string.Concat(Enumerable.Repeat("long words with blanks between them ", 150)).Trim(),
        string.Concat(Enumerable.Repeat("👍好", 1500)),
    ];

    public static TheoryData<string> LongTexts => [.. Long];

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Text_HigherThanARow_ComesBackWholeAndIsShownWhole(string text)
    {
        var budget = With(Qinghai.Sample, text);
        var workbook = Qinghai.Fill(budget);
        var read = Qinghai.Read(workbook);
        ReadBack.Differences(budget, read.Budget).ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
        read.Findings.Where(finding => finding.Severity != Severity.Info).Select(finding => finding.Message).ShouldBeEmpty();

        var sheet = Calc.Opened(workbook).Sheet(Sheet)!;
        sheet.Cells.Count(cell => cell.Column == 1 && cell.Text == ContinuationRow.Mark).ShouldBeGreaterThan(0);
        var width = Qinghai.Book.Pack[new FormId("projects")].Columns[^1].Width;
        sheet.Cells.Where(cell => cell.Column == 5)
            .ShouldAllBe(cell => TextMetrics.Lines(cell.Text, width) * TextMetrics.LineHeight < 409);
    }

    [Fact]
    public void Text_ThatFitsARow_StaysInOne()
    {
        var sheet = Calc.Opened(Qinghai.Fill(Qinghai.Sample)).Sheet(Sheet)!;
        sheet.Cells.ShouldNotContain(cell => cell.Text == ContinuationRow.Mark);
    }

    [Theory]
    [InlineData("（续）")]
    [InlineData(" (续) ")]
    [InlineData("续")]
    public void Row_MarkedByHand_ContinuesTheTextAbove(string mark)
    {
        var desk = new Desk(Calc.Opened(Qinghai.Fill(Qinghai.Sample)));
        var row = desk.Sheet(Sheet).Cells.Where(cell => cell.Column == 5 && cell.Text.Length > 0).Max(cell => cell.Row) + 1;
        var typed = desk.Text(new Place(Sheet, $"A{row}"), mark).Text(new Place(Sheet, $"E{row}"), "四、补充指标");
        var read = new WorkbookReader([Qinghai.Book]).Read(typed.Book, out _)!;
        read.Budget[new FormId("projects")]!.Rows.Count.ShouldBe(Qinghai.Sample[new FormId("projects")]!.Rows.Count);
        read.Budget[new FormId("projects")]!.Rows[^1].Text("indicators").ShouldEndWith("\n四、补充指标");
        read.Accounts.Value.ShouldAllBe(account => account.Use != CellUse.Told || account.Reason.Length > 0);
    }

    /// <summary>A paragraph and a project's goal, in a form of texts and a form of blocks.</summary>
    [Theory]
    [InlineData("texts", "duties", "text")]
    [InlineData("projects", null, "goal")]
    public void TextOfAnyForm_HigherThanARow_ComesBackWholeAndIsShownWhole(string form, string? row, string column)
    {
        foreach (var text in Long)
        {
            var budget = With(Hebei.BudgetOf("full"), form, row, column, text);
            var workbook = HebeiWorkbook.Fill(budget);
            var read = ReadBack.Of(workbook);
            ReadBack.Differences(budget, read.Budget).ShouldBeEmpty();
            read.Changes.ShouldBeEmpty();
            read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
            var sheet = Calc.Opened(workbook).Sheet(Hebei.Book.Pack[new FormId(form)].Sheet)!;
            var width = form == "texts" ? Hebei.Book.Pack[new FormId(form)].Columns[0].Width
                : Hebei.Book.Pack[new FormId("indicators")].Columns.Skip(1).Sum(inner => inner.Width);
            sheet.Cells.Where(cell => cell.Kind == FlatCellKind.Text)
                .ShouldAllBe(cell => TextMetrics.Lines(cell.Text, width) * TextMetrics.LineHeight < 409);
        }
    }

    private static string Lines(int count, string line) =>
        string.Join('\n', Enumerable.Range(1, count).Select(number => line.Replace("{0}", $"{number}", StringComparison.Ordinal)));

    private static Budget With(Budget budget, string text) => With(budget, "projects", null, "indicators", text);

    /// <summary>A text in a row, or in the second row of its form.</summary>
    private static Budget With(Budget budget, string form, string? key, string column, string text)
    {
        var content = budget[new FormId(form)]!;
        FormRow Changed(FormRow row) =>
            new(row.Key, new Dictionary<ColumnId, CellValue>(row.Cells) { [new ColumnId(column)] = new CellValue.Text(text) });
        var rows = content.Rows.Select((row, index) => (key is null ? index == 1 : row.Key.Value == key) ? Changed(row) : row);
        return new(
            budget.Identity, budget.Forms.Select(other => other.Form == content.Form ? new FormContent(other.Form, [.. rows]) : other));
    }
}
