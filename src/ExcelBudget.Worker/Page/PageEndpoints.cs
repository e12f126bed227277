using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Api;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Page;

/// <summary>The addresses of the pages, and of the pieces that modules put into them.</summary>
internal static class PageEndpoints
{
    private static readonly TimeSpan StaysLoggedIn = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", (Desk who, ILedger ledger, Uploads uploads) =>
            who.Visitor.Role == AccessRole.Department && who.County is not null
                ? DepartmentPage.Show(who, uploads) : OverviewPage.Show(who, ledger)).ForAll();
        pages.MapGet("/units", (Desk who, string? q, string? step, string? state, bool? late) =>
            UnitsPage.Show(who, new UnitsQuery(q, step, state, late == true))).For(AccessRole.Clerk, AccessRole.Reader);
        pages.MapGet("/departments", (Desk who, string? q, string? step, bool? late) => DepartmentsPage.Show(who, q, step, late == true))
            .For(AccessRole.Clerk, AccessRole.Reader);
        pages.MapGet("/findings", (Desk who, string? step, string? severity, string? category) =>
            FindingsPage.Show(who, new FindingsQuery(step, severity, category))).ForClerks();
        pages.MapGet("/records", (Desk who, AccessLedger access, RunShelf runs) => RecordsPage.Show(who, access, runs)).ForClerks();
        pages.MapGet("/submissions/{id}", (Desk who, string id) => SubmissionPage.Show(who, id)).ForDepartments();
        pages.MapGet("/units/{code}", (Desk who, string code) => UnitPage.Show(who, code)).ForDepartments();
        pages.MapGet("/units/{code}/waivers", WaivableAsync).ForClerks();
        pages.MapGet("/submissions/{id}/changes", ChangesAsync).ForDepartments();
        pages.MapGet("/check", (Desk who, Uploads uploads) => CheckPage.Show(who, uploads)).ForDepartments();
        pages.MapPost("/check", CheckAsync).ForDepartments();
        pages.MapGet("/codes", (Desk who, string? q, PackStore packs) => CodesPage.Show(who, q, packs)).ForAll();
        pages.MapGet("/login", () => LoginPage.Show(wasWrong: false)).ForEverybody();
        pages.MapPost("/login", LogInAsync).ForEverybody();
        pages.MapPost("/logout", LogOut).ForEverybody();
        pages.MapGet("/assets/{name}", (string name, HttpContext context) => Assets.Send(name, context)).ForEverybody();
    }

    private static async Task<IResult> CheckAsync(
        HttpContext context, string? name, Uploads uploads, CheckDesk desk, NoteDesk notes, Desk who, WebMeter meter)
    {
        var (file, problem) = await FileEndpoints.TakeAsync(context, uploads, name);
        if (file is null) return problem!;
        using (file)
        {
            meter.Checks.Add(1);
            if (NoteDesk.IsNote(name))
            {
                var trial = await notes.CheckAsync(file, notes.Accepted(who), isKnown: false, context.RequestAborted);
                return trial is null ? Problems.Busy(context) : Layout.Piece(CheckPage.Result(trial.Report, who, trial.Remark));
            }

            var read = await desk.CheckAsync(file, context.RequestAborted);
            return read is null ? Problems.Busy(context) : Layout.Piece(CheckPage.Result(read.Report, who));
        }
    }

    private static async Task<IResult> WaivableAsync(
        string code, Desk who, CheckDesk desk, WorkerSettings settings, TimeProvider time, HttpContext context)
    {
        if (who.Unit(code) is null) return Problems.NotFound("单位");
        return Layout.Piece(UnitPage.Waivable(code, await desk.InTurnAsync(
            engine => DecisionEndpoints.Waivers(who, engine, settings, time).Last(code, out _), context.RequestAborted)));
    }

    private static async Task<IResult> ChangesAsync(string id, string? from, Desk who, CheckDesk desk, HttpContext context) =>
        who.Submission(id) is { UnitCode: not null, Kind: SubmissionKind.Workbook } own
            ? Layout.Piece(ChangeTable.Between(await UnitEndpoints.CompareAsync(who, desk, own, from, context.RequestAborted)))
            : Problems.NotFound("报送");

    private static async Task<IResult> LogInAsync(HttpContext context, AccessLedger tokens)
    {
        var token = (await context.Request.ReadFormAsync(context.RequestAborted))["token"].ToString().Trim();
        if (tokens.Find(token) is not { RevokedAt: null }) return LoginPage.Show(wasWrong: true);
        context.Response.Cookies.Append(Gate.Cookie, token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = StaysLoggedIn,
            IsEssential = true,
        });
        return Results.Redirect("/");
    }

    private static IResult LogOut(HttpContext context)
    {
        context.Response.Cookies.Delete(Gate.Cookie);
        return Results.Redirect("/login");
    }
}
