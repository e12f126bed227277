using System.Reflection;

namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>Arrows between the rooms point one way: Worker → Workbooks, Notes, Packs → Rules → Domain.</summary>
public sealed class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ExcelBudget.Domain"] = [],
        ["ExcelBudget.Rules"] = ["ExcelBudget.Domain"],
        ["ExcelBudget.Packs"] = ["ExcelBudget.Rules", "ExcelBudget.Domain", "ExcelBudget.OfficePackages"],
        ["ExcelBudget.OfficePackages"] = ["ExcelBudget.Domain"],
        ["ExcelBudget.Workbooks"] = ["ExcelBudget.Rules", "ExcelBudget.Domain", "ExcelBudget.OfficePackages"],
        ["ExcelBudget.Notes"] = ["ExcelBudget.Rules", "ExcelBudget.Domain", "ExcelBudget.OfficePackages"],
    };

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_References_OnlyRoomsBelowIt(string room) =>
        References(room).Where(name => name.StartsWith("ExcelBudget.", StringComparison.Ordinal)).Except(Allowed[room]).ShouldBeEmpty();

    [Theory]
    [InlineData("EPPlus", "ExcelBudget.Workbooks")]
    [InlineData("DocumentFormat.OpenXml", "ExcelBudget.Notes")]
    public void Library_IsNamed_ByItsOneRoomOnly(string library, string room) =>
        Allowed.Keys.Append("excelbudget").Where(name => References(name).Contains(library)).ShouldBe([room]);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void RoomBelowTheWorker_KnowsNothing_OfDatabasesLogsOrHosts(string room) =>
        References(room)
            .ShouldNotContain(
            name => name.Contains("Sqlite", StringComparison.Ordinal) || name.StartsWith("Serilog", StringComparison.Ordinal)
            || name.Contains("Hosting", StringComparison.Ordinal));

    private static string[] References(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!)];
}
