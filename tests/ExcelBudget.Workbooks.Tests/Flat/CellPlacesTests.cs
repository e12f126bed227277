using System.Xml.Linq;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Flat;

public sealed class CellPlacesTests
{
    [Fact]
    public void Sheet_ThatLeavesOutPlaces_IsGivenThemInTheOrderOfItsCells()
    {
        var sheet = XElement.Parse(
            "<worksheet><sheetData><row><c/><c r=\"D1\"/><c/></row><row r=\"7\"><c r=\"B7\"/></row><row><c/></row></sheetData>"
            + "</worksheet>");
        CellPlaces.Name(sheet);
        sheet.Descendants("c").Select(cell => cell.Attribute("r")!.Value).ShouldBe(["A1", "D1", "E1", "B7", "A8"]);
        sheet.Descendants("row").Select(row => row.Attribute("r")!.Value).ShouldBe(["1", "7", "8"]);
    }

    [Fact]
    public void RowsThatFollowEachOther_LeaveOutTheirNumbers_AndComeBackTheSame()
    {
        var sheet = XElement.Parse(
            "<worksheet><sheetData><row r=\"1\" spans=\"1:2\"><c r=\"A1\"/></row><row r=\"2\"><c r=\"B2\"/></row>"
            + "<row r=\"5\"><c r=\"A5\"/></row><row r=\"6\"/></sheetData></worksheet>");
        CellPlaces.LeaveOutRows(sheet);
        sheet.Descendants("row").Select(row => row.Attribute("r")?.Value).ShouldBe([null, null, "5", null]);
        CellPlaces.Name(sheet);
        sheet.Descendants("row").Select(row => row.Attribute("r")!.Value).ShouldBe(["1", "2", "5", "6"]);
        sheet.Descendants("c").Select(cell => cell.Attribute("r")!.Value).ShouldBe(["A1", "B2", "A5"]);
    }
}
