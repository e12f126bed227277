using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Demo;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.County;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>
/// A workbook as it comes back to a department: one amount wrong, one target that is asked about, and the sheet for answers in it.
/// </summary>
/// <param name="Content">The file.</param>
/// <param name="Wrong">The wrong amount.</param>
/// <param name="Right">What the amount must be.</param>
/// <param name="Question">Message of the 疑点.</param>
internal sealed record ReturnedBook(byte[] Content, Place Wrong, string Right, string Question)
{
    /// <summary>Makes one of the workbook that was issued to the first department.</summary>
    public static ReturnedBook Of(WebPlace place)
    {
        var engine = new BudgetEngine(place.Get<PackStore>());
        var slip = Slip.In(place.Get<PackStore>().Find("hebei")!, place.Issued(0));
        var spoilt = WithQuestion(place, slip.Spoil(place.Issued(0)));
        var read = engine.Check("退回.xlsx", spoilt);
        var error = read.Report.Findings.Single(finding => finding.Severity == Severity.Error);
        (error.Place.Sheet, error.Place.Cell).ShouldBe((slip.Sheet, slip.Cell));
        var question = read.Report.Findings.First(finding => finding.Severity == Severity.Warning);
        return new(engine.Annotate(read, spoilt)!, error.Place, error.Expected!.ToString(), question.Message);
    }

    /// <summary>A satisfaction so low that it is asked about.</summary>
    private static byte[] WithQuestion(WebPlace place, byte[] workbook)
    {
        var opened = WorkbookGuard.Open(workbook).Package!;
        var read = new WorkbookReader([place.Get<PackStore>().Find("hebei")!.RuleBook]).Read(opened.Content, out _)!;
        var target = read.Budget.Forms.Single(form => form.Form.Value == "indicators").Rows.First(row =>
            row.Cells.GetValueOrDefault(new ColumnId("level2"))?.AsText() == "服务对象满意度指标");
        var at = read.Places[new CellAddress(new FormId("indicators"), target.Key, new ColumnId("target"))];
        return CellEntering.Enter(opened, [new CellEntry(at.Sheet!, at.Cell!, null, "≥50%")], out _)
            ?? throw new InvalidOperationException($"{at.Sheet} {at.Cell} is locked");
    }
}
