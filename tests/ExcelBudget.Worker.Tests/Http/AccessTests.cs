using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Verbs;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>Who may see and do what.</summary>
public sealed class AccessTests(WebPlace place) : IClassFixture<WebPlace>
{
    [Fact]
    public async Task Department_SeesAndHandsInOnlyItself()
    {
        using var own = place.Client(place.Token(AccessRole.Department, 0));
        using var other = place.Client(place.Token(AccessRole.Department, 1));
        var unit = WebPlace.Departments[0].Unit;
        // whatever it asks for, it hands in for itself
        var done = await WebPlace.HandInAsync(own, "本部门.xlsx", place.Spoilt(place.Issued(0)), WebPlace.Departments[1].Department);
        var id = done.GetProperty("submission").GetString();
        done.GetProperty("verdict").GetString().ShouldBe("returned");

        (await own.GetAsync($"api/units/{unit}/history")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await own.GetAsync($"api/submissions/{id}/findings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[]
        {
            $"api/units/{unit}/history", $"api/submissions/{id}/findings", $"api/submissions/{id}/files/archived",
            $"api/submissions/{id}/changes",
        }) (await other.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await other.GetStringAsync("api/status")).ShouldNotContain(unit);
        foreach (var path in new[] { "api/findings", "api/actions", "api/held", $"api/units/{unit}/waivers", "metrics" })
            (await own.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        (await own.PostAsync($"api/units/{unit}/waivers", new StringContent("{}", Encoding.UTF8, "application/json")))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Head_OfWhatIsNotOnesOwn_IsRefusedLikeTheFetch()
    {
        using var own = place.Client(place.Token(AccessRole.Department, 0));
        foreach (var (path, expected) in new[]
        {
            ("api/findings", HttpStatusCode.Forbidden), ($"api/units/{WebPlace.Departments[1].Unit}/history", HttpStatusCode.NotFound),
            ($"api/units/{WebPlace.Departments[0].Unit}/history", HttpStatusCode.OK),
        }) (await own.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))).StatusCode.ShouldBe(expected, path);
    }

    [Fact]
    public async Task Department_AnswersAQuestionBesideItsSheets_AndHandsTheAnswerIn_AndNoOtherDoes()
    {
        using var own = place.Client(place.Token(AccessRole.Department, 1));
        using var other = place.Client(place.Token(AccessRole.Department, 0));
        var done = await WebPlace.HandInAsync(own, "疑点.xlsx", place.Unexplained(place.Issued(1)));
        var id = done.GetProperty("submission").GetString();
        var page = await own.GetStringAsync("");
        page.ShouldContain("处疑点请答复");
        page.ShouldContain($"<a href=\"/pane/preview.html?submission={id}\">对着表格看问题</a>");
        (await other.GetStringAsync("")).ShouldNotContain(id!);
        foreach (var kind in new[] { "annotated", "archived" })
            (await other.GetAsync($"api/submissions/{id}/files/{kind}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, kind);

        // what the pane asks: the returned workbook, its look, an answer typed into it, and handing in
        var file = await own.GetAsync($"api/submissions/{id}/files/annotated");
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        var content = await file.Content.ReadAsByteArrayAsync();
        var look = (await WebPlace.JsonOf(await own.PostAsync("api/pane/check?cells=true&name=a.xlsx", new ByteArrayContent(content))))
            .GetProperty("look");
        var places = look.GetProperty("answers").EnumerateArray().ToArray();
        places.ShouldNotBeEmpty();
        var body = System.Text.Json.JsonSerializer.Serialize(new
        {
            name = "a.xlsx",
            content = Convert.ToBase64String(content),
            entries = places.Select(at => new
            {
                sheet = at.GetProperty("sheet").GetString(),
                cell = at.GetProperty("cell").GetString(),
                text = "已电话核实，情况属实。",
            }),
        });
        var answered = await WebPlace.JsonOf(
            await own.PostAsync("api/pane/enter", new StringContent(body, Encoding.UTF8, "application/json")));
        var again = await WebPlace.HandInAsync(own, "答复.xlsx", answered.GetProperty("content").GetBytesFromBase64());
        var answers = await own.GetStringAsync($"api/submissions/{again.GetProperty("submission").GetString()}/answers");
        answers.ShouldContain("已电话核实");
        (await own.GetStringAsync("")).ShouldNotContain("处疑点请答复");
    }

    [Fact]
    public async Task Reader_SeesTheStatusAndNothingElse()
    {
        using var reader = place.Client(place.Token(AccessRole.Reader));
        (await reader.GetAsync("api/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync($"api/units/{WebPlace.Departments[0].Unit}/history")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.PostAsync("api/check?name=a.xlsx", new ByteArrayContent([1]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.PostAsync("api/hand-in?name=a.xlsx", new ByteArrayContent([1]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Token_ThatIsWrongOrRevoked_OpensNothing()
    {
        var key = place.Token(AccessRole.Clerk);
        using var client = place.Client(key);
        (await client.GetAsync("api/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var wrong = place.Client(key + "x");
        (await wrong.GetAsync("api/status")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var number = place.Get<AccessLedger>().Find(key)!.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (await Tokens("revoke", number)).Code.ShouldBe(0);
        var answer = await client.GetAsync("api/status");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await WebPlace.JsonOf(answer)).GetProperty("title").GetString().ShouldBe("令牌不对，或已经撤销。");
        (await Tokens("revoke", number)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Browser_WithATokenThatWasRevoked_IsLedToTheLogin_AndHearsNoMoreEvents()
    {
        var key = place.Token(AccessRole.Department, 0);
        using var own = place.Client(key);
        using var events = new StreamReader(await own.GetStreamAsync("api/events"));
        (await events.ReadLineAsync())!.ShouldBe("event: hello");
        place.Get<AccessLedger>().Revoke(place.Get<AccessLedger>().Find(key)!.Number).ShouldBeTrue();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await events.ReadLineAsync(patience.Token) is not null)
        {
        }

        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var browser = new HttpClient(handler) { BaseAddress = place.Address };
        browser.DefaultRequestHeaders.Add("Cookie", "excelbudget_token=" + key);
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        var answer = await browser.GetAsync("units/" + WebPlace.Departments[0].Unit);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/login");
        (await browser.GetAsync("login")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("api/status")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Token_IsShownOnce_AndTheLedgerHoldsOnlyItsHash()
    {
        var (code, output) = await Tokens(
            "add", "--role", "department", "--department", WebPlace.Departments[0].Department, "--holder", "李会计");
        code.ShouldBe(0);
        var key = output.Split('\n').Single(line => line.StartsWith("ebt_", StringComparison.Ordinal)).Trim();
        using var client = place.Client(key);
        (await WebPlace.JsonOf(await client.GetAsync("api/me"))).GetProperty("name").GetString().ShouldBe("李会计");
        (await Tokens("list")).Output.ShouldContain("李会计");
        (await Tokens("list")).Output.ShouldNotContain(key);
        using (var ledger = new SqliteConnection($"Data Source={place.Root.In("work/ledger.db")};Pooling=False"))
        {
            ledger.Open();
            Dapper.SqlMapper.Execute(ledger, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Encoding.Latin1.GetString(File.ReadAllBytes(place.Root.In("work/ledger.db"))).ShouldNotContain(key);
        (await Tokens("add", "--role", "department", "--holder", "无部门")).Code.ShouldBe(2);
        (await Tokens("add", "--role", "department", "--department", "9999", "--holder", "别的部门")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Clerk_WithAToken_AnswersInHisOwnName()
    {
        using var clerk = place.Client(place.Token(AccessRole.Clerk));
        var (department, unit) = WebPlace.Departments[1];
        await WebPlace.HandInAsync(clerk, "令牌.xlsx", place.Spoilt(place.Issued(1), 2), department);
        var errors = (await WebPlace.JsonOf(await clerk.GetAsync($"api/units/{unit}/waivers"))).GetProperty("errors");
        var body = System.Text.Json.JsonSerializer.Serialize(
            new { finding = errors[0].GetProperty("finding").GetString(), reason = "同意", person = "别人" });
        (await clerk.PostAsync($"api/units/{unit}/waivers", new StringContent(body, Encoding.UTF8, "application/json")))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        place.Get<AccessLedger>().Actions(1).Single().Person.ShouldBe("持有人经办人");
    }

    [Fact]
    public async Task TooManyRequests_AreTurnedAway_AndTheOthersGoOn()
    {
        using var slow = new WebPlace();
        slow.Settings["Page:RequestsPerMinute"] = "60";
        await slow.InitializeAsync();
        try
        {
            using var many = slow.Client(slow.Token(AccessRole.Reader));
            var answers = new List<HttpStatusCode>();
            for (var request = 0; request < 100; request++) answers.Add((await many.GetAsync("api/me")).StatusCode);
            answers.ShouldContain(HttpStatusCode.TooManyRequests);
            answers.Count(code => code == HttpStatusCode.OK).ShouldBeInRange(60, 99);
            using var other = slow.Client(slow.Token(AccessRole.Reader));
            (await other.GetAsync("api/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await slow.DisposeAsync();
        }
    }

    [Fact]
    public async Task Network_IsOpenedOnlyWithACertificateAndATokenAndThenAsksForOne()
    {
        using var shut = new WebPlace();
        shut.Settings["Page:Network"] = "true";
        await shut.InitializeAsync();
        shut.IsServed.ShouldBeFalse();
        await shut.DisposeAsync();

        using var open = new WebPlace
        {
            Prepare = it =>
            {
                BureauCertificate.Make(it.Root.In("work/certificate"), ["budget.example"], TimeProvider.System.GetUtcNow());
                it.Get<AccessLedger>().Make(AccessRole.Clerk, "", "经办");
            },
        };
        open.Settings["Page:Network"] = "true";
        await open.InitializeAsync();
        try
        {
            using var authority = X509CertificateLoader.LoadCertificateFromFile(
                open.Root.In("work/certificate/" + BureauCertificate.AuthorityFile));
            using var handler = new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        RevocationMode = X509RevocationMode.NoCheck,
                        CustomTrustStore = { authority },
                    },
                },
            };
            using var client = new HttpClient(handler) { BaseAddress = open.Address };
            (await client.GetAsync("api/status")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            client.DefaultRequestHeaders.Authorization = new("Bearer", open.Token(AccessRole.Clerk));
            (await client.GetAsync("api/status")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await open.DisposeAsync();
        }
    }

    private async Task<(int Code, string Output)> Tokens(params string[] words)
    {
        using var output = new StringWriter();
        var code = await ProgramEntry.RunAsync(
            ["tokens", .. words, "--root", place.Root.Path], services => services.AddBudgetEngine(), output, TextWriter.Null);
        return (code, output.ToString());
    }
}
