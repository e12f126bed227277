using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.Tests.Answers;
using Microsoft.Data.Sqlite;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>What the clerk does through the API, from the return of a workbook to the package that is published.</summary>
public sealed class ClerkApiTests(WebPlace place) : IClassFixture<WebPlace>
{
    private readonly (string Department, string Unit) _first = WebPlace.Departments[0];
    private readonly (string Department, string Unit) _second = WebPlace.Departments[1];

    [Fact]
    public async Task Question_IsAnsweredInTheWorkbook_AcceptedByTheClerk_AndGoesIntoThePackageOfItsDepartmentAlone()
    {
        using var clerk = place.Client();
        using var own = place.Client(place.Token(AccessRole.Department, 0));
        using var other = place.Client(place.Token(AccessRole.Department, 1));
        (await own.GetAsync("api/package.zip")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var asked = await WebPlace.HandInAsync(own, "疑点.xlsx", place.Unexplained(place.Issued(0)));
        asked.GetProperty("verdict").GetString().ShouldBe("accepted");
        var annotated = await own.GetByteArrayAsync($"api/submissions/{asked.GetProperty("submission")}/files/annotated");
        var done = await WebPlace.HandInAsync(own, "疑点 答复.xlsx", AnsweredFile.Answered(annotated, 0, "本单位无此项"));
        var answers = $"api/submissions/{done.GetProperty("submission")}/answers";

        var answer = Answers(await own.GetAsync(answers)).ShouldHaveSingleItem();
        answer.GetProperty("answer").GetString().ShouldBe("本单位无此项");
        answer.TryGetProperty("acceptedBy", out _).ShouldBeFalse();
        var finding = answer.GetProperty("finding").GetString();
        (await own.PostAsJsonAsync(answers, new { finding })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.PostAsJsonAsync(answers, new { finding })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await clerk.PostAsJsonAsync(answers, new { finding = "没有", person = "孙丽" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.PostAsJsonAsync(answers, new { finding, person = "孙丽" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await clerk.PostAsJsonAsync(answers, new { finding, person = "孙丽" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Answers(await own.GetAsync(answers)).Single().GetProperty("acceptedBy").GetString().ShouldBe("孙丽");
        (await other.GetAsync(answers)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        place.Get<AccessLedger>().Actions(1).Single().Act.ShouldBe("认可答复");

        // a note that was edited: on trial, then handed in
        var note = await own.GetByteArrayAsync($"api/submissions/{done.GetProperty("submission")}/files/note");
        foreach (var path in new[] { $"api/units/{_first.Unit}/note/check?name=a.docx", "api/note/check?name=a.docx" })
            Verdict(await own.PostAsync(path, new ByteArrayContent(note))).ShouldBe("accepted", path);
        Verdict(await own.PostAsync("api/note/check?name=a.docx", new ByteArrayContent([1, 2, 3]))).ShouldBe("unreadable");
        (await other.PostAsync($"api/units/{_first.Unit}/note/check?name=a.docx", new ByteArrayContent(note)))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // another department's note finds no workbook it may be compared with
        (await ReasonAsync(await other.PostAsync("api/note/check?name=a.docx", new ByteArrayContent(note)))).ShouldBe("no_workbook");

        // what is published: the very files that passed, with their check sums
        using var zip = new ZipArchive(new MemoryStream(await own.GetByteArrayAsync("api/package.zip")));
        var names = zip.Entries.Select(entry => entry.FullName).ToArray();
        names.Count(name => name.EndsWith(".docx", StringComparison.Ordinal)).ShouldBe(1);
        names.Count(name => name.EndsWith(".xlsx", StringComparison.Ordinal)).ShouldBe(1);
        var list = await new StreamReader(zip.GetEntry("清单.csv")!.Open()).ReadToEndAsync();
        list.ShouldContain(FileOperations.Hash(note));
        (await other.GetAsync("api/package.zip")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        place.Root.Files("work/uploads").ShouldBeEmpty();

        // tables for Excel: of the own units alone
        Rows(await own.GetByteArrayAsync("api/findings.xlsx"), "检查发现").ShouldContain(row => row.Contains("本单位无此项") && row.Contains("孙丽"));
        Rows(await other.GetByteArrayAsync("api/findings.xlsx"), "检查发现").ShouldNotContain(row => row.Contains(_first.Unit));
        Rows(await clerk.GetByteArrayAsync("api/submissions.xlsx"), "报送清单").Count(row => row.Contains(_first.Unit)).ShouldBe(2);
        Rows(await other.GetByteArrayAsync("api/submissions.xlsx"), "报送清单").ShouldNotContain(row => row.Contains(_first.Unit));
    }

    [Fact]
    public async Task FileInAnotherDepartmentsFolder_IsHeld_AndReleasedByTheClerkWithAReason()
    {
        using var clerk = place.Client();
        var held = await WebPlace.HandInAsync(clerk, "放错.xlsx", place.Spoilt(place.Issued(1)), _first.Department);
        held.GetProperty("hold").GetString().ShouldNotBeNull();
        var id = held.GetProperty("submission").GetString();
        Held(await clerk.GetAsync("api/held")).ShouldContain(id);
        var release = $"api/held/{id}/release";
        (await clerk.PostAsJsonAsync(release, new { person = "孙丽" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await clerk.PostAsJsonAsync(release, new { reason = "核实过", person = "孙丽" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await clerk.PostAsJsonAsync(release, new { reason = "核实过", person = "孙丽" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Held(await clerk.GetAsync("api/held")).ShouldNotContain(id);
        await WebPlace.UntilAsync(() => Ask(clerk, $"api/units/{_second.Unit}/history").GetProperty("versions").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Reminder_IsWrittenAndCounted_AndThatOfOneUnitLeavesTheListOfAllAlone()
    {
        using var clerk = place.Client();
        (await clerk.PostAsJsonAsync("api/reminders", new { step = "没有的环节" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var all = await WebPlace.JsonOf(await clerk.PostAsJsonAsync("api/reminders", new { step = "一上" }));
        var count = all.GetProperty("reminded").GetInt32();
        count.ShouldBeGreaterThan(0);
        var folder = all.GetProperty("folder").GetString();
        var list = File.ReadAllBytes(place.Root.In($"reminders/{folder}/催报名单.xlsx"));
        var one = await WebPlace.JsonOf(await clerk.PostAsJsonAsync("api/reminders", new { step = "一上", units = new[] { _second.Unit } }));
        one.GetProperty("reminded").GetInt32().ShouldBe(1);
        one.GetProperty("folder").GetString().ShouldNotBe(folder);
        File.ReadAllBytes(place.Root.In($"reminders/{folder}/催报名单.xlsx")).ShouldBe(list);
        place.Get<AccessLedger>().Actions(1).Single().Act.ShouldBe("催报");
        // whoever does not sit at the machine fetches list and letters
        var told = Ask(clerk, "api/runs").GetProperty("runs").EnumerateArray();
        var runs = told.Select(run => run.GetProperty("id").GetString()!).ToArray();
        runs.ShouldContain($"reminders/{folder}/催报名单.xlsx");
        foreach (var run in runs)
            (await clerk.GetAsync("api/runs/file?id=" + Uri.EscapeDataString(run))).StatusCode.ShouldBe(HttpStatusCode.OK, run);
        foreach (var trick in new[] { "../work/ledger.db", "reminders/../work/ledger.db", "work/ledger.db" })
            (await clerk.GetAsync("api/runs/file?id=" + Uri.EscapeDataString(trick))).StatusCode.ShouldBe(HttpStatusCode.NotFound, trick);
    }

    [Fact]
    public async Task Issue_IsStopped_AfterTheUnitsBeingWorkedOn()
    {
        using var clerk = place.Client();
        using var ledger = new SqliteConnection($"Data Source={place.Get<WorkerSettings>().LedgerFile};Pooling=False");
        ledger.Open();
        // no unit can be noted as issued while somebody else writes
        var writing = ledger.BeginTransaction(deferred: false);
        var start = clerk.PostAsJsonAsync("api/issues", new { step = "公开" });
        await WebPlace.UntilAsync(() => Ask(clerk, "api/issues").GetProperty("jobs").GetArrayLength() > 0);
        var job = Ask(clerk, "api/issues").GetProperty("jobs")[0];
        var stop = clerk.DeleteAsync($"api/issues/{job.GetProperty("id")}");
        await WebPlace.UntilAsync(() => Ask(clerk, "api/issues").GetProperty("jobs")[0].GetProperty("state").GetString() == "stopping");
        (await clerk.DeleteAsync("api/issues/99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        writing.Rollback();
        (await start).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await stop).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await WebPlace.UntilAsync(() => Ask(clerk, "api/issues").GetProperty("jobs")[0].GetProperty("state").GetString() == "stopped");

        // and goes on with the others when it is asked again
        (await clerk.PostAsJsonAsync("api/issues", new { step = "公开" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await WebPlace.UntilAsync(() => Ask(clerk, "api/issues").GetProperty("jobs")[0].GetProperty("state").GetString() == "finished");
        place.Get<ExcelBudget.Worker.County.Records.CountyLedger>().Issued(place.Year).Count(row => row.Step == "公开").ShouldBe(2);
    }

    private static IReadOnlyList<JsonElement> Answers(HttpResponseMessage answer) =>
        [.. WebPlace.JsonOf(answer).GetAwaiter().GetResult().GetProperty("answers").EnumerateArray()];

    private static IReadOnlyList<string?> Held(HttpResponseMessage answer) =>
    [
        .. WebPlace.JsonOf(answer).GetAwaiter().GetResult().GetProperty("held").EnumerateArray()
            .Select(file => file.GetProperty("id").GetString()),
    ];

    private static string? Verdict(HttpResponseMessage answer) =>
        WebPlace.JsonOf(answer).GetAwaiter().GetResult().GetProperty("files")[0].GetProperty("verdict").GetString();

    private static async Task<string?> ReasonAsync(HttpResponseMessage answer) =>
        (await WebPlace.JsonOf(answer)).GetProperty("files")[0].GetProperty("reason").GetString();

    private static JsonElement Ask(HttpClient client, string path) =>
        WebPlace.JsonOf(client.GetAsync(path).GetAwaiter().GetResult()).GetAwaiter().GetResult();

    private static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] workbook, string sheet)
    {
        using var package = new ExcelPackage(new MemoryStream(workbook));
        var cells = package.Workbook.Worksheets[sheet];
        return
        [
            .. Enumerable.Range(1, cells.Dimension.End.Row).Select(row => (IReadOnlyList<string>)
                [.. Enumerable.Range(1, cells.Dimension.End.Column).Select(column => cells.Cells[row, column].Text)]),
        ];
    }
}
