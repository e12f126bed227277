using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>What a real department published with two decimals: its rounding tails are no errors.</summary>
public sealed class PublishedFiguresTests
{
    [Fact]
    public void PublishedFigures_TypedIntoABlankWorkbook_LeaveTailsAndNoError()
    {
        var report = RealEngine.Check(Typed(form => form.Tree is not null));
        // the texts are not typed: they are asked for, and nothing else is
        report.Findings.Where(finding => finding.Severity == Severity.Error && finding.Rule != "NOTE-GAP")
            .Select(finding => finding.Message).ShouldBeEmpty();
        var tails = report.Findings.Where(finding => finding.Category == Category.RoundingTail).ToArray();
        tails.ShouldNotBeEmpty();
        tails.ShouldAllBe(tail => tail.Severity == Severity.Info);
        report.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void UpperLevels_TypedIntoABlankWorkbook_OverwriteNoFormula() =>
        RealEngine.Check(Typed(form => form.Tree is not null))
            .Findings.ShouldNotContain(finding => finding.Category == Category.FormulaOverwritten);

    [Fact]
    public void BlankWorkbook_HandedInAsItIs_IsReturned()
    {
        var report = RealEngine.Check(RealEngine.Desk("blank"));
        report.Verdict.ShouldBe(Verdict.Returned);
        report.Findings.ShouldContain(finding => finding.Rule == "BUDGET-EMPTY");
    }

    [Theory]
    [InlineData("208")]
    [InlineData("303")]
    public void TailOfOneHundredth_IsNeverAnError(string row) =>
        RealEngine.Check(Typed(_ => true)).Findings
            .Where(finding => finding.Severity == Severity.Error && finding.Related.Append(finding.Place)
                .Any(place => place.Address?.Row.Value == row)).ShouldBeEmpty();

    /// <summary>A blank workbook with the published figures typed in: leaf amounts everywhere, 类 and 款 amounts where asked for.</summary>
    private static Desk Typed(Func<FormDefinition, bool> typesUpperLevels)
    {
        var desk = RealEngine.Desk("blank");
        foreach (var values in PrintedValue.All().Where(value => value.Form.StartsWith('T')).GroupBy(value => value.Form))
        {
            var form = RealEngine.Book.Pack[new FormId(values.Key)];
            var visible = new VisibleForm(desk.Book, form.Title, form.Tree is not null);
            var free = visible.HeaderRow + 2;
            foreach (var row in values.GroupBy(value => value.Row))
            {
                var declared = form.FixedRow(new RowKey(row.Key));
                var at = declared is not null ? visible.RowOf(row.Key) : free++;
                if (declared is null) desk = desk.Text(Cell(visible, at, "1"), row.Key);
                foreach (var value in row.Where(value => IsTyped(form, declared, value, typesUpperLevels(form))))
                    desk = desk.Number(Cell(visible, at, value.Column), decimal.Parse(value.Text, CultureInfo.InvariantCulture));
            }
        }

        return desk;
    }

    private static bool IsTyped(FormDefinition form, RowGroup.Fixed? declared, PrintedValue value, bool typesUpperLevels)
    {
        var column = form.Column(new ColumnId(value.Column))!;
        if (declared is not null) return CellSpec.Of(column, declared).Role == CellRole.Entered;
        return CellSpec.Of(column, form.Tree!, typesUpperLevels || RealEngine.Book.Codes(form)!.IsLeaf(value.Row))
            .Role == CellRole.Entered;
    }

    private static Place Cell(VisibleForm form, int row, string column) =>
        new(form.Sheet.Name, new CellReference(row, form.ColumnOf(column)).ToString());
}
