using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>A project whose row was deleted is told as that, once, and not as wrong codes of the rows that are left of it.</summary>
public sealed class DeletedProjectTests
{
    private static readonly WorkbookReader Reader = new([RealEngine.Store.Find("qinghai")!.RuleBook]);

    public static TheoryData<string> Projects => ["1", "3", "5"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void DeletedRowOfAProject_WithIndicatorsLeft_IsToldOnceWithItsName(string code)
    {
        var read = Reader.Read(RealEngine.DeskOf("qinghai").Book, out _)!;
        var at = read.Places[new CellAddress("projects", code, "name")];
        var name = read.Budget[new CellAddress("projects", code, "name")]!.AsText()!;
        var row = int.Parse(at.Cell!.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);
        var finding = RealEngine.Check(RealEngine.DeskOf("qinghai").WithoutRow(at.Sheet!, row)).Findings
            .Where(finding => finding.Severity == Severity.Error).ShouldHaveSingleItem();
        finding.Kind.ShouldBe(ListFindings.ProjectDeleted);
        finding.Place.Sheet.ShouldBe(at.Sheet);
        finding.Message.ShouldContain($"删除了项目“{name}”");
        finding.Related.ShouldAllBe(place => place.Cell != null && place.Address!.Value.Form == new FormId("indicators"));
    }

    [Fact]
    public void CodeOfAProject_ChangedToAnother_IsNotCalledADeletedProject()
    {
        var read = Reader.Read(RealEngine.DeskOf("qinghai").Book, out _)!;
        var at = read.Places[new CellAddress("projects", "3", "code")];
        RealEngine.Check(RealEngine.DeskOf("qinghai").Text(at, "33")).Findings.Select(finding => finding.Kind)
            .ShouldNotContain(ListFindings.ProjectDeleted);
    }
}
