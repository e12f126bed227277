using System.ComponentModel;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Publishing;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http.Exports;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>What is taken out: tables for Excel, and the package of what is published.</summary>
internal static class ExportEndpoints
{
    private const string Tag = "导出";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/status.xlsx", Status).ForAll().Told(Tag, "进度表（Excel）").Gives(MediaTypes.Workbook);
        api.MapGet("/findings.xlsx", Findings).ForDepartments().Told(Tag, "检查发现表（Excel）：最近一次报送的每处发现和答复；部门只有自己的单位")
            .Gives(MediaTypes.Workbook);
        api.MapGet("/submissions.xlsx", Submissions).ForDepartments().Told(Tag, "报送清单（Excel）：全年收到的每一份；部门只有自己的单位")
            .Gives(MediaTypes.Workbook);
        api.MapGet("/package.zip", Package).ForDepartments()
            .Told(Tag, "公开包（zip）：一个环节里已通过的单位的情况说明和工作簿，附清单和校验值；部门只有自己的单位").Gives("application/zip")
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static IResult Status(
        Desk who, [Description(Ask.Step)] string[]? step, [Description(Ask.Department)] string[]? department,
        [Description(Ask.Unit)] string[]? unit, [Description(Ask.State)] string[]? state, [Description(Ask.Late)] bool late = false) =>
        who.County is not { } county ? Problems.NoCounty() : Results.Bytes(
            new StatusBook(county, Ask.Of(who, step, department, unit, state, late), who.Board.Now).Write(),
            MediaTypes.Workbook, "进度表.xlsx");

    private static IResult Findings(
        Desk who, [Description(Ask.Step)] string[]? step, [Description(Ask.Department)] string[]? department,
        [Description(Ask.Unit)] string[]? unit) => who.County is not { } county ? Problems.NoCounty() : Results.Bytes(
            FindingsBook.Write(county, Ask.Of(who, step, department, unit, null, false), who.Shelf, who.Answers), MediaTypes.Workbook,
            "检查发现.xlsx");

    private static IResult Submissions(
        Desk who, [Description(Ask.Step)] string[]? step, [Description(Ask.Department)] string[]? department,
        [Description(Ask.Unit)] string[]? unit)
    {
        if (who.County is not { } county) return Problems.NoCounty();
        var units = Ask.Of(who, null, department, unit, null, false).Select(status => status.Unit.Code).ToHashSet(StringComparer.Ordinal);
        var returns = who.Board.Ledger.HandedIn(county.Year)
            .Where(file => file.Verdict is not null && units.Contains(file.UnitCode))
            .Where(file => step is not { Length: > 0 } || step.Contains(file.Step)).ToArray();
        return Results.Bytes(SubmissionsBook.Write(county, returns), MediaTypes.Workbook, "报送清单.xlsx");
    }

    private static IResult Package(
        Desk who, Uploads uploads, [Description("环节；不写为正在办理的环节")] string? step,
        [Description(Ask.Department)] string[]? department, [Description(Ask.Unit)] string[]? unit)
    {
        if (who.County is not { } county) return Problems.NoCounty();
        if ((step is { Length: > 0 } ? county.Step(step) : who.Board.Step) is not { } known) return Problems.NotFound("环节");
        var desk = new PackageDesk(who.Shelf, who.Board.Ledger.HandedIn(county.Year));
        var units = Ask.Of(who, [known.Name], department, unit, null, false).Select(desk.Of).OfType<PackagedUnit>().ToArray();
        if (units.Length == 0)
            return Problems.Of(StatusCodes.Status409Conflict, "not_accepted", "还没有已通过的单位，没有可以公开的文件。");
        if (who.Visitor.Role == AccessRole.Clerk) who.Note("导出公开包", known.Name, $"{units.Length} 个单位");
        // a county's package is larger than memory should be; the file is gone when it is sent
        var file = uploads.Aside();
        PublishPackage.Write(file, units);
        file.Position = 0;
        return Results.File(file, "application/zip", $"公开包 {county.Year} {known.Folder}.zip");
    }
}
