using System.Text;
using ExcelBudget.Domain.Indicators.Reading;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http.Api;
using ExcelBudget.Worker.IndicatorCells;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>任务窗格的接口。What the pane in Excel and WPS asks besides the API everybody has.</summary>
internal static class PaneEndpoints
{
    private const string Tag = "任务窗格";
    private const int MostEntries = 500;
    private const int LongestText = 400_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var pane = api.MapGroup("/pane");
        pane.MapGet("/hello", Hello).ForDepartments().Told(Tag, "窗格与服务打招呼：程序版本、我是谁、窗格口令");
        pane.MapPost("/check", CheckAsync).ForDepartments()
            .Told(Tag, "试检：report 与 check 相同，look 为填报区、答复格、指标规范；cells=true 时另有全部单元格的样子");
        pane.MapPost("/check-path", CheckPathAsync).ForDepartments().Told(Tag, "按路径试检本机上打开的工作簿；须有窗格口令，只限本机");
        pane.MapPost("/hand-in-path", HandInPathAsync).ForDepartments().Told(Tag, "按路径报送本机上打开的工作簿；须有窗格口令，只限本机");
        pane.MapPost("/enter", EnterAsync).ForDepartments().Told(Tag, "在工作簿的未锁定单元格中录入并重算，返回改后的工作簿；什么也不保存");
        pane.MapPost("/annotated", AnnotateAsync).ForDepartments()
            .Told(Tag, "批注：返回带“检查结果”表和答复栏的工作簿，与 check --annotated 相同；什么也不保存");
        pane.MapPost("/indicators", (Delegate)IndicatorsAsync).ForDepartments().Told(Tag, "把一段绩效指标文字读成逐条的指标，与 indicators 相同");
    }

    private static IResult Hello(Desk who, PaneToken token) => Results.Json(new
    {
        Program = "ExcelBudget",
        Version = typeof(PaneEndpoints).Assembly.GetName().Version?.ToString(3),
        Role = who.Visitor.Role.Code(),
        who.Visitor.Name,
        who.Visitor.Department,
        PaneToken = token.Value,
    });

    private static async Task<IResult> CheckAsync(
        HttpContext context, string? name, bool? cells, Uploads uploads, CheckDesk desk, Desk who, WebMeter meter)
    {
        var (file, problem) = await FileEndpoints.TakeAsync(context, uploads, name);
        return file is null ? problem! : await LookAsync(context, file, cells == true, desk, who, meter);
    }

    private static async Task<IResult> CheckPathAsync(
        HttpContext context, PathBody body, OpenWorkbook open, CheckDesk desk, Desk who, WebMeter meter)
    {
        var (file, problem) = await open.TakeAsync(context, body.Path);
        return file is null ? problem! : await LookAsync(context, file, withCells: false, desk, who, meter);
    }

    private static async Task<IResult> LookAsync(
        HttpContext context, Upload file, bool withCells, CheckDesk desk, Desk who, WebMeter meter)
    {
        using (file)
        {
            meter.Checks.Add(1);
            var seen = await desk.InTurnAsync(engine => See(desk, engine, file, withCells, who.Board.Now), context.RequestAborted);
            return seen is null ? Problems.Busy(context) : PaneAnswer.Of(seen, who);
        }
    }

    // one engine for both: it keeps what it has read
    private static SeenWorkbook See(CheckDesk desk, IBudgetEngine engine, Upload file, bool withCells, DateTimeOffset now)
    {
        var read = desk.Check(engine, file);
        var lineage = engine.Lineage(read.Workbook);
        return new SeenWorkbook(read, engine.Look(read.Workbook, read.Content, withCells))
        {
            Step = lineage?.Step ?? "",
            Mark = lineage?.Mark(read.Report, now),
        };
    }

    private static async Task<IResult> HandInPathAsync(
        HttpContext context, PathBody body, OpenWorkbook open, HandInDesk desk, Desk who, WebMeter meter)
    {
        if (FileEndpoints.Folder(who, body.Department, out var refused) is not { } folder) return refused!;
        var (file, problem) = await open.TakeAsync(context, body.Path);
        return file is null ? problem! : FileEndpoints.HandIn(file, folder, desk, who, meter);
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, EntriesBody body, Uploads uploads, CheckDesk desk, Desk who)
    {
        if (Uploads.Refusal(body.Name) is { } refusal) return Problems.Wrong(refusal);
        if (body.Content is not { Length: > 0 } content || body.Entries is not { Count: > 0 and <= MostEntries } entries
            || entries.Any(entry => entry is not { Sheet: not null, Cell: not null }))
            return Problems.Wrong($"请写明工作簿（content）和录入的内容（entries，最多 {MostEntries} 格）。");
        using var file = await TakeAsync(context, body.Name!, content, uploads);
        if (file is null) return Problems.TooLarge(uploads.MostBytes);
        var entered = await desk.InTurnAsync(engine =>
        {
            var read = desk.Check(engine, file);
            return engine.Enter(read.Workbook, read.Content, entries);
        }, context.RequestAborted);
        if (entered is null) return Problems.Busy(context);
        if (entered.Content is not { } changed) return Refused(entries, entered.Refusals);
        return await AgainAsync(context, body.Name!, changed, uploads, desk, who);
    }

    private static async Task<IResult> AnnotateAsync(HttpContext context, string? name, Uploads uploads, CheckDesk desk, Desk who)
    {
        var (file, problem) = await FileEndpoints.TakeAsync(context, uploads, name);
        if (file is null) return problem!;
        using (file)
        {
            var made = await desk.InTurnAsync(engine =>
            {
                var read = desk.Check(engine, file);
                return new EnteredWorkbook(engine.Annotate(read.Workbook, read.Content), []);
            }, context.RequestAborted);
            if (made is null) return Problems.Busy(context);
            return made.Content is { } annotated ? await AgainAsync(context, name!, annotated, uploads, desk, who)
                : Problems.Of(StatusCodes.Status409Conflict, "not_ours", "这本工作簿读不出来，不能加上答复栏。");
        }
    }

    /// <summary>A workbook that was changed here, checked and looked at again.</summary>
    private static async Task<IResult> AgainAsync(
        HttpContext context, string name, byte[] changed, Uploads uploads, CheckDesk desk, Desk who)
    {
        using var again = await TakeAsync(context, name, changed, uploads);
        if (again is null) return Problems.TooLarge(uploads.MostBytes);
        var seen = await desk.InTurnAsync(engine => See(desk, engine, again, withCells: true, who.Board.Now), context.RequestAborted);
        return seen is null ? Problems.Busy(context) : PaneAnswer.Of(seen with { Content = changed }, who);
    }

    private static Task<Upload?> TakeAsync(HttpContext context, string name, byte[] content, Uploads uploads) =>
        uploads.TakeAsync(new MemoryStream(content, writable: false), name, context.RequestAborted);

    private static IResult Refused(IReadOnlyList<CellEntry> entries, IReadOnlyList<EntryRefusal> refusals)
    {
        var at = Enumerable.Range(0, refusals.Count).FirstOrDefault(index => refusals[index] != EntryRefusal.None, -1);
        var place = at < 0 ? "" : $"{entries[at].Sheet} {entries[at].Cell}";
        var (code, words) = at < 0 ? ("not_ours", "这本工作簿不能在这里录入。") : refusals[at] switch
        {
            EntryRefusal.NoSheet => ("no_sheet", $"没有“{entries[at].Sheet}”这张表。"),
            EntryRefusal.BadCell => ("bad_cell", $"没有 {place} 这个单元格。"),
            EntryRefusal.Formula => ("formula", "不能录入公式。"),
            EntryRefusal.TooLong => ("too_long",
                $"{place} 的内容有 {entries[at].Text!.Length} 个字，一个单元格最多 {CellEntry.LongestText} 个字，请删减后再录入。"),
            _ => ("locked", $"{place} 是锁定的单元格，不能修改。"),
        };
        return Problems.Of(StatusCodes.Status409Conflict, code, words, "什么也没有改动。");
    }

    private static async Task<IResult> IndicatorsAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = new char[LongestText + 1];
        var length = await reader.ReadBlockAsync(text, context.RequestAborted);
        if (length > LongestText) return Problems.Wrong("文字太长，不像一个单元格的内容。");
        var reading = IndicatorText.Read(new string(text, 0, length));
        return Results.Bytes(IndicatorJson.Write(reading.Indicators), "application/json; charset=utf-8");
    }
}
