using System.Net;
using System.Text;
using System.Text.Json;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>What other programs ask the worker, at the machine itself.</summary>
public sealed class ApiTests(WebPlace place) : IClassFixture<WebPlace>
{
    [Fact]
    public async Task Workbook_SentAsBytes_HasTheFindingsOfTheVerbAndOfTheFolder_AndLeavesNothing()
    {
        var spoilt = place.Spoilt(place.Issued(0));
        using var client = place.Client();
        var before = place.Root.Files("").Where(file => !file.StartsWith("work/", StringComparison.Ordinal)).ToArray();
        var answer = await client.PostAsync("api/check?name=" + Uri.EscapeDataString("报送 一.xlsx"), new ByteArrayContent(spoilt));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var told = await answer.Content.ReadAsByteArrayAsync();
        place.Root.Files("").Where(file => !file.StartsWith("work/", StringComparison.Ordinal)).ShouldBe(before);
        place.Root.Files("work/uploads").ShouldBeEmpty();

        using var temp = new TempFolder();
        var file = temp.Write("报送 一.xlsx", spoilt);
        (await ProgramEntry.RunAsync(
            ["check", file, "--json", temp.In("a.json")], services => services.AddBudgetEngine(), TextWriter.Null, TextWriter.Null))
            .ShouldBe(1);
        Encoding.UTF8.GetString(told).ShouldBe(temp.Text("a.json"));
        // and the description of the API tells this shape, field for field
        var shape = JsonSerializer.Deserialize<CheckReply>(told, Strict)!;
        shape.Files[0].Findings.ShouldContain(finding => finding.Ties != null && finding.Related != null);

        var done = await WebPlace.HandInAsync(client, "报送 一.xlsx", spoilt, WebPlace.Departments[0].Department);
        done.GetProperty("verdict").GetString().ShouldBe("returned");
        var kept = await client.GetByteArrayAsync($"api/submissions/{done.GetProperty("submission").GetString()}/findings");
        Encoding.UTF8.GetString(kept).ShouldBe(Encoding.UTF8.GetString(told));
    }

    [Fact]
    public async Task Workbooks_OfManyClientsAtOnce_EachGetTheAnswerOfTheirOwn()
    {
        using var client = place.Client();
        byte[][] workbooks =
            [place.Issued(0), place.Spoilt(place.Issued(0)), place.Issued(1), place.Spoilt(place.Issued(1)), [1, 2, 3]];
        var alone = new List<string>();
        foreach (var workbook in workbooks) alone.Add(await CheckAsync(client, workbook));
        alone.Distinct().Count().ShouldBe(workbooks.Length);
        var crowd = await Task.WhenAll(Enumerable.Range(0, 25).Select(each => CheckAsync(client, workbooks[each % workbooks.Length])));
        for (var each = 0; each < crowd.Length; each++) crowd[each].ShouldBe(alone[each % workbooks.Length]);
    }

    [Fact]
    public async Task Waiver_ThroughTheApi_LetsTheWorkbookPass_AndTheLedgerKnowsWhoDidWhat()
    {
        using var client = place.Client();
        var (department, unit) = WebPlace.Departments[1];
        await WebPlace.HandInAsync(client, "二.xlsx", place.Spoilt(place.Issued(1)), department);
        var errors = (await WebPlace.JsonOf(await client.GetAsync($"api/units/{unit}/waivers"))).GetProperty("errors");
        errors.GetArrayLength().ShouldBe(1);
        var body = new { finding = errors[0].GetProperty("finding").GetString(), reason = "县政府会议同意", person = (string?)null };
        (await Post(client, $"api/units/{unit}/waivers", body)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Publish(client, unit)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await Post(client, $"api/units/{unit}/waivers", body with { person = "王局长" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await WebPlace.UntilAsync(() => State(client, unit) == "accepted");
        (await Publish(client, unit)).StatusCode.ShouldBe(HttpStatusCode.OK);
        State(client, unit).ShouldBe("published");

        var actions = (await WebPlace.JsonOf(await client.GetAsync("api/actions"))).GetProperty("actions").EnumerateArray()
            .Select(action => (action.GetProperty("act").GetString(), action.GetProperty("person").GetString())).ToArray();
        actions.ShouldContain(("特批", "王局长"));
        actions.ShouldContain(("登记公开", "孙丽"));
        actions.ShouldContain(("报送", "本机"));
        using var output = new StringWriter();
        (await ProgramEntry.RunAsync(
            ["ledger", "verify", "--root", place.Root.Path], services => services.AddBudgetEngine(), output, output)).ShouldBe(0);
    }

    [Fact]
    public async Task History_OfAUnit_ShowsVersionsTheirFilesAndWhatChanged()
    {
        using var client = place.Client();
        var (department, unit) = WebPlace.Departments[0];
        var first = await WebPlace.HandInAsync(client, "三.xlsx", place.Spoilt(place.Issued(0), 2), department);
        var second = await WebPlace.HandInAsync(client, "三改.xlsx", place.Spoilt(place.Issued(0), 3), department);
        var versions = (await WebPlace.JsonOf(await client.GetAsync($"api/units/{unit}/history"))).GetProperty("versions")
            .EnumerateArray().ToArray();
        versions.Select(version => version.GetProperty("id").GetString()).ShouldContain(first.GetProperty("submission").GetString());
        var last = versions[^1];
        last.GetProperty("id").GetString().ShouldBe(second.GetProperty("submission").GetString());
        var (id, kinds) = (last.GetProperty("id").GetString(), last.GetProperty("files").EnumerateArray());
        foreach (var kind in kinds.Select(file => file.GetProperty("kind").GetString()).Append("archived"))
            (await client.GetAsync($"api/submissions/{id}/files/{kind}")).StatusCode.ShouldBe(HttpStatusCode.OK, kind);
        var changes = await WebPlace.JsonOf(await client.GetAsync($"api/submissions/{id}/changes"));
        // one amount was raised, and nothing else differs
        changes.GetProperty("cells").GetArrayLength().ShouldBe(1);
        changes.GetProperty("cells")[0].GetProperty("before").GetString().ShouldNotBe(
            changes.GetProperty("cells")[0].GetProperty("after").GetString());
        var same = await WebPlace.JsonOf(await client.GetAsync($"api/submissions/{id}/changes?from={id}"));
        same.GetProperty("cells").GetArrayLength().ShouldBe(0);
        (await client.GetAsync($"api/submissions/{id}/changes?from=x")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Issue_ThroughTheApi_RunsAsAJob_AndLeavesAloneWhatWasIssued()
    {
        using var client = place.Client();
        (await Post(client, "api/issues", new { step = "没有的环节" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Post(client, "api/issues", new { step = "公开", units = new[] { WebPlace.Departments[0].Unit } }))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await WebPlace.UntilAsync(() => Job(client).GetProperty("state").GetString() == "finished");
        Job(client).GetProperty("issued").GetInt32().ShouldBe(1);
        (await Post(client, "api/issues", new { step = "公开", units = new[] { WebPlace.Departments[0].Unit } }))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await WebPlace.UntilAsync(() => Job(client).GetProperty("state").GetString() == "finished");
        Job(client).GetProperty("issued").GetInt32().ShouldBe(0);
        (await client.DeleteAsync("api/issues/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Event_OfAReturn_IsToldWithinASecondOfItsVerdict()
    {
        using var client = place.Client();
        using var stream = new StreamReader(await client.GetStreamAsync("api/events"));
        (await stream.ReadLineAsync())!.ShouldBe("event: hello");
        var done = await WebPlace.HandInAsync(client, "事件.xlsx", place.Spoilt(place.Issued(0), 4), WebPlace.Departments[0].Department);
        using var second = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        while (true)
        {
            var line = await stream.ReadLineAsync(second.Token);
            if (line is null || !line.StartsWith("data: {", StringComparison.Ordinal)) continue;
            var told = JsonDocument.Parse(line["data: ".Length..]).RootElement;
            if (told.GetProperty("state").GetString() == nameof(SubmissionState.Archived)
                && told.GetProperty("unit").GetString() == done.GetProperty("unit").GetString()) return;
        }
    }

    [Theory]
    [InlineData("2010101", "2010101")]
    [InlineData("行政运", "2010101")]
    [InlineData("xzyx", "2010101")]
    [InlineData("rdsw", "20101")]
    public async Task Code_IsFound_ByNumberNameOrPinyinInitials(string typed, string code)
    {
        using var client = place.Client();
        var found = (await WebPlace.JsonOf(await client.GetAsync("api/codes?pack=hebei&q=" + Uri.EscapeDataString(typed))))
            .GetProperty("codes").EnumerateArray().Select(each => each.GetProperty("code").GetString());
        found.ShouldContain(code);
    }

    [Fact]
    public async Task Finding_OfOneRule_IsCountedOverTheCounty()
    {
        using var client = place.Client();
        await WebPlace.HandInAsync(client, "规则.xlsx", place.Spoilt(place.Issued(0), 5), WebPlace.Departments[0].Department);
        var rules = (await WebPlace.JsonOf(await client.GetAsync("api/findings"))).GetProperty("rules").EnumerateArray().ToArray();
        rules.ShouldContain(rule => rule.GetProperty("severity").GetString() == "error"
            && rule.GetProperty("units").EnumerateArray().Any(unit => unit.GetString() == WebPlace.Departments[0].Unit));
    }

    [Fact]
    public async Task Operator_FindsHealthMetricsAndADescriptionOfEveryCall()
    {
        using var client = place.Client();
        (await WebPlace.JsonOf(await client.GetAsync("health"))).GetProperty("status").GetString().ShouldBe("ok");
        (await client.GetStringAsync("metrics")).ShouldContain("excelbudget_units");
        var paths = (await WebPlace.JsonOf(await client.GetAsync("openapi/excelbudget.json"))).GetProperty("paths");
        paths.EnumerateObject().Select(path => path.Name).ShouldContain("/api/check");
        paths.EnumerateObject().Where(path => path.Name.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject())
            .ShouldAllBe(call => call.Value.GetProperty("summary").GetString()!.Length > 1);
    }

    [Fact]
    public async Task Description_OfTheApi_TellsOfEveryCallWhatItTakesGivesAndRefuses()
    {
        using var client = place.Client();
        var description = await WebPlace.JsonOf(await client.GetAsync("openapi/excelbudget.json"));
        description.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Single().Value.GetProperty("scheme")
            .GetString().ShouldBe("bearer");
        // what the task pane asks is between it and the program
        foreach (var path in description.GetProperty("paths").EnumerateObject().Where(path => !IsOfThePane(path.Name)))
        {
            foreach (var call in path.Value.EnumerateObject())
            {
                var name = $"{call.Name} {path.Name}";
                var answers = call.Value.GetProperty("responses");
                var good = answers.EnumerateObject().Where(answer => answer.Name[0] == '2').ToArray();
                good.ShouldHaveSingleItem(name);
                if (good[0].Name != "204") good[0].Value.GetProperty("content").EnumerateObject().ShouldNotBeEmpty(name);
                foreach (var status in new[] { "401", "403", "429" })
                    answers.GetProperty(status).GetProperty("content").TryGetProperty(Problem, out _).ShouldBeTrue(name);
                if (call.Name == "post")
                    call.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject().ShouldNotBeEmpty(name);
                if (!call.Value.TryGetProperty("parameters", out var parameters)) continue;
                foreach (var parameter in parameters.EnumerateArray())
                    parameter.TryGetProperty("description", out _).ShouldBeTrue($"{name} {parameter.GetProperty("name")}");
            }
        }
    }

    [Fact]
    public async Task Status_OfTheApi_HasTheShapeThatIsDescribed()
    {
        using var client = place.Client();
        var status = JsonSerializer.Deserialize<StatusReply>(await client.GetStringAsync("api/status"), Strict)!;
        status.Units.Count.ShouldBe(status.Totals.Sum(step => step.Units));
        status.Totals.ShouldAllBe(step => step.States.Values.Sum() == step.Units);
    }

    [Theory]
    [InlineData("PUT", "api/status", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "api/issues", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("GET", "api/nothing", HttpStatusCode.NotFound)]
    public async Task Call_ThatIsMadeWrongly_IsToldSoInChinese(string method, string path, HttpStatusCode expected)
    {
        using var client = place.Client();
        var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("a") });
        answer.StatusCode.ShouldBe(expected);
        var problem = await WebPlace.JsonOf(answer);
        problem.GetProperty("title").GetString()![0].ShouldBeGreaterThan('\u4e00');
        problem.GetProperty("request").GetString().ShouldBe(answer.Headers.GetValues("X-Request-Id").Single());
    }

    private static async Task<string> CheckAsync(HttpClient client, byte[] workbook)
    {
        using var answer = await client.PostAsync("api/check?name=a.xlsx", new ByteArrayContent(workbook));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static bool IsOfThePane(string path) =>
        path.StartsWith("/api/pane/", StringComparison.Ordinal) || path.StartsWith("/addin", StringComparison.Ordinal);

    private const string Problem = "application/problem+json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object body) =>
        client.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));

    private static Task<HttpResponseMessage> Publish(HttpClient client, string unit) => Post(
        client, "api/publications",
        new { step = "一上", units = new[] { unit }, place = "https://www.example.gov.cn/ys", person = "孙丽" });

    private static JsonElement Job(HttpClient client) => Ask(client, "api/issues").GetProperty("jobs")[0];

    private static string State(HttpClient client, string unit) =>
        Ask(client, $"api/status?step={Uri.EscapeDataString("一上")}&unit={unit}").GetProperty("units")[0]
            .GetProperty("state").GetString()!;

    private static JsonElement Ask(HttpClient client, string path) =>
        WebPlace.JsonOf(client.GetAsync(path).GetAwaiter().GetResult()).GetAwaiter().GetResult();
}
