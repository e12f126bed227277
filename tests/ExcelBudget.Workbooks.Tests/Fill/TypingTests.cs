using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Tests.Agreement;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>What happens in a workbook while an accountant works in it, with LibreOffice as the program.</summary>
[Trait("Category", "Slow")]
public sealed class TypingTests
{
    private const string T3 = "部门预算支出总表";

    [Fact]
    public void RowInsertedBelowItsParent_TypedCodeAndAmount_RaisesEveryTotalAbove()
    {
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("clean")), T3, byCode: true);
        var row = form.RowOf("20131") + 1;
        var after = Typed(
            new Typing().On(form.Sheet.Name).InsertRow(row).Text(row, form.ColumnOf("1"), "2013150").Number(row, form.ColumnOf("5"), 10m));
        foreach (var label in new[] { "合计", "201", "20131" })
        {
            after[label, "5"]!.Number.ShouldBe(form[label, "5"]!.Number + 10m, label);
            after[label, "3"]!.Number.ShouldBe(form[label, "3"]!.Number + 10m, label);
        }

        after["20129", "3"]!.Number.ShouldBe(form["20129", "3"]!.Number);
    }

    [Fact]
    public void RowInsertedAtTheEnd_TypedCodeAndAmount_IsCountedInTheTotalAndInTheOtherForms()
    {
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("clean")), T3, byCode: true);
        var row = form.RowOf(form.Rows.Last()) + 1;
        var typing = new Typing().On(form.Sheet.Name).InsertRow(row).Text(row, form.ColumnOf("1"), "2210201")
            .Number(row, form.ColumnOf("4"), 7.5m);
        var book = Calc.Edited(HebeiWorkbook.Of("clean"), typing.ToString());
        new VisibleForm(book, T3, byCode: true)["合计", "3"]!.Number.ShouldBe(form["合计", "3"]!.Number + 7.5m);
        new VisibleForm(book, "部门预算收支总表", byCode: false)["20", "4"]!.Number.ShouldBe(7.5m);
        CheckSheetLine.Of(book)
            .ShouldContain(line => line.Forms == "T3" && line.Title.StartsWith("每行", StringComparison.Ordinal) && line.Verdict == "通过");
    }

    [Fact]
    public void TextThatTurnsSumsAboveItIntoErrors_IsNamedItself_AndNotTheSums()
    {
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("clean")), Hebei.Book.Pack[new FormId("T9")].Title, byCode: false);
        var cell = form["9", "3"]!;
        var book = Calc.Edited(
            HebeiWorkbook.Of("clean"), new Typing().On(form.Sheet.Name).Text(cell.Row, cell.Column, "约54.5").ToString());
        var line = CheckSheetLine.Of(book)
            .Single(line => line.Forms == "T9" && line.Title == "金额和数量里没有文字和错误值");
        (line.Verdict, line.LeftCell).ShouldBe(("不通过", $"T9!{cell.Reference}"));
        book.Sheet(form.Sheet.Name)![1, 1]!.Text.ShouldContain($"第一处在 {cell.Reference}");
    }

    [Theory]
    [InlineData("T5", "2080505", "4")]
    [InlineData("T3", "2013102", "5")]
    [InlineData("T1", "1", "2")]
    [InlineData("T9", "9", "3")]
    public void OneAmountRaised_InTheWorkbook_FailsTheChecksThatOurEngineFails(string form, string row, string column)
    {
        var definition = Hebei.Book.Pack[new FormId(form)];
        var visible = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("clean")), definition.Title, definition.Tree is not null);
        var cell = visible[row, column]!;
        var typed = Calc.Edited(
            HebeiWorkbook.Of("clean"), new Typing().On(visible.Sheet.Name).Number(cell.Row, cell.Column, cell.Number!.Value + 1m)
            .ToString());
        var raised = Edits.Raised(Hebei.BudgetOf("clean"), new CellAddress(form, row, column), 10_000m);
        // recalculated too: 校验 tells some cells by formula alone
        var filled = HebeiWorkbook.Fill(raised);
        var expected = Calc.Edited(filled, new Typing().On(visible.Sheet.Name).ToString());
        var (asTyped, asFilled) = (CheckSheetLine.Of(typed), CheckSheetLine.Of(expected));
        asTyped.Except(asFilled).Zip(asFilled.Except(asTyped)).ShouldBeEmpty();
        asTyped.ShouldBe(asFilled);
        CheckSheetLine.Of(typed).Any(line => line.Verdict == "不通过").ShouldBe(form != "T9");
        // above each form, as our engine wrote it and as the formulas tell it
        Above(typed).ShouldBe(Above(Calc.Opened(filled)));
        if (form == "T1") Above(typed).ShouldContain(line => line.StartsWith("T2", StringComparison.Ordinal) && line.Contains("第一处在 T1!"));
    }

    [Fact]
    public void BlankWorkbook_PublishedFiguresTypedIn_LeavesTailsAndNoFailure()
    {
        var blank = Calc.Opened(HebeiWorkbook.Of("blank"));
        var copied = Edits.CopiedFromThePublishedForms();
        var typing = new Typing();
        foreach (var content in copied.Forms.Where(content => content.Rows.Count > 0))
        {
            var form = Hebei.Book.Pack[content.Form];
            var visible = new VisibleForm(blank, form.Title, form.Tree is not null);
            typing.On(visible.Sheet.Name);
            var free = visible.HeaderRow + 2;
            foreach (var row in content.Rows)
            {
                var at = form.Tree is null ? visible.RowOf(row.Key.Value) : free++;
                if (form.Tree is not null) typing.Text(at, visible.ColumnOf("1"), row.Key.Value);
                foreach (var (column, value) in row.Cells)
                    typing.Number(at, visible.ColumnOf(column.Value), ((CellValue.Amount)value).Yuan / 10_000m);
            }
        }

        var lines = CheckSheetLine.Of(Calc.Edited(HebeiWorkbook.Of("blank"), typing.ToString()));
        // nobody typed the projects themselves, which is a 疑点
        lines.Where(line => line.Verdict is ("不通过" or "未检查") && EngineVerdicts.Lines[line.Number - 1]
            .Relation.Declaration.Severity == Severity.Error).ShouldBeEmpty();
        lines.ShouldContain(line => line.Verdict == "尾差");
        var filled = CheckSheetLine.Of(
            Calc.Edited(HebeiWorkbook.Fill(copied, isBlank: true), new Typing().On(blank.Sheets[0].Name).ToString()));
        lines.Except(filled).Zip(filled.Except(lines)).ShouldBeEmpty();
        lines.ShouldBe(filled);
    }

    [Fact]
    public void BlankWorkbook_CodeTyped_BringsItsName()
    {
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("blank")), T3, byCode: true);
        var row = form.HeaderRow + 5;
        var book = Calc.Edited(
            HebeiWorkbook.Of("blank"), new Typing().On(form.Sheet.Name).Text(row, form.ColumnOf("1"), "2080505").ToString());
        new VisibleForm(book, T3, byCode: true)["2080505", "2"]!.Text.ShouldBe("机关事业单位基本养老保险缴费支出");
    }

    [Fact]
    public void MoreRowsInserted_ThanTheChecksCanRead_AreToldAsUnchecked()
    {
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("clean")), T3, byCode: true);
        var row = form.RowOf(form.Rows.Last()) + 1;
        var (within, beyond) = (new Typing().On(form.Sheet.Name), new Typing().On(form.Sheet.Name));
        for (var more = 0; more < Rules.Excel.FormBlock.SpareRowsWhenFilled; more++) within.InsertRow(row);
        for (var more = 0; more <= Rules.Excel.FormBlock.SpareRowsWhenFilled; more++) beyond.InsertRow(row);
        var saved = LibreOffice.Edited(HebeiWorkbook.Of("clean"), [within.ToString(), beyond.ToString()]);
        var (still, told) = (CheckSheetLine.Of(Calc.Opened(saved[0])), CheckSheetLine.Of(Calc.Opened(saved[1])));
        still.ShouldAllBe(line => line.Verdict != "未检查");
        foreach (var (line, declared) in told.Zip(EngineVerdicts.Lines))
        {
            var reads = declared.Forms.Any(known => known.Id.Value == "T3");
            (line.Verdict == "未检查").ShouldBe(reads, line.ToString());
            if (reads) line.Scope.ShouldContain("插入的行超过 6 行");
        }
    }

    private static string[] Above(OfficePackages.Sheets.FlatWorkbook book) =>
        [.. Hebei.Book.Pack.Forms.Select(form => $"{form.Sheet}: {book.Sheet(form.Sheet)![1, 1]?.Text}")];

    private static VisibleForm Typed(Typing typing) => new(Calc.Edited(HebeiWorkbook.Of("clean"), typing.ToString()), T3, byCode: true);
}
