using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>What the task pane asks, of a worker that runs in this process.</summary>
public sealed class PaneApiTests(WebPlace place) : IClassFixture<WebPlace>, IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Check_ForThePane_IsThatOfTheApiWordForWord_ByBytesAndByPath()
    {
        using var client = await PaneAsync();
        var spoilt = place.Spoilt(place.Issued(0));
        var api = await client.PostAsync("api/check?name=" + Uri.EscapeDataString("甲 1.xlsx"), new ByteArrayContent(spoilt));
        var told = (await WebPlace.JsonOf(api)).ToString();
        var pane = await client.PostAsync("api/pane/check?name=" + Uri.EscapeDataString("甲 1.xlsx"), new ByteArrayContent(spoilt));
        var answer = await WebPlace.JsonOf(pane);
        answer.GetProperty("report").ToString().ShouldBe(told);
        var byPath = await WebPlace.JsonOf(await PathAsync(client, "check-path", _temp.Write("甲 1.xlsx", spoilt)));
        byPath.GetProperty("report").ToString().ShouldBe(told);
        byPath.GetProperty("look").ToString().ShouldBe(answer.GetProperty("look").ToString());
        place.Root.Files("work/uploads").ShouldBeEmpty();

        var step = answer.GetProperty("step");
        step.GetProperty("name").GetString().ShouldBe("一上");
        step.GetProperty("daysLeft").GetInt32().ShouldBeInRange(8, 9);
        var files = answer.GetProperty("report").GetProperty("files")[0];
        answer.GetProperty("look").GetProperty("keys").GetArrayLength().ShouldBe(files.GetProperty("findings").GetArrayLength());
        foreach (var finding in files.GetProperty("findings").EnumerateArray())
        {
            var word = answer.GetProperty("categories").GetProperty(finding.GetProperty("category").GetString()!).GetString();
            word!.ShouldNotContain('_');
        }
    }

    [Fact]
    public async Task Path_IsTakenFromThePanesOwnPageAlone()
    {
        using var client = await PaneAsync();
        var path = _temp.Write("甲.xlsx", place.Issued(0));
        (await PathAsync(client, "check-path", path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CodeAsync(client, path, token: "0123")).ShouldBe((HttpStatusCode.Forbidden, "urn:excelbudget:bad_pane_token"));
        (await CodeAsync(client, path, origin: null)).ShouldBe((HttpStatusCode.Forbidden, "urn:excelbudget:cross_origin"));
        foreach (var origin in new[] { "http://elsewhere.test", "null", place.Address.ToString() })
            (await CodeAsync(client, path, origin: origin)).ShouldBe((HttpStatusCode.Forbidden, "urn:excelbudget:cross_origin"));
    }

    [Fact]
    public async Task Path_OfAnythingButAWorkbookOnThisMachine_IsRefusedInChinese()
    {
        using var client = await PaneAsync();
        var text = _temp.Write("秘密.txt", Encoding.UTF8.GetBytes("x"));
        Directory.CreateDirectory(_temp.In("夹.xlsx"));
        foreach (var path in new[]
        {
            "", "甲.xlsx", "../甲.xlsx", text, _temp.In("没有.xlsx"), _temp.In("夹.xlsx"), "//server/share/a.xlsx", @"\\server\share\a.xlsx",
            @"\\?\C:\a.xlsx", "/etc/passwd", _temp.In("~$甲.xlsx"), "/" + new string('长', 1_100) + ".xlsx", "/tmp/a\0.xlsx",
        })
        {
            var answer = await PathAsync(client, "check-path", path);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
            var problem = await WebPlace.JsonOf(answer);
            problem.GetProperty("title").GetString()!.Count(each => each >= '一').ShouldBeGreaterThan(3);
            problem.ToString().ShouldNotContain("Exception");
        }

        // what is no workbook of ours is told as the verb tells it, and nothing of it comes back
        var fake = _temp.Write("假.xlsx", Encoding.UTF8.GetBytes("root:x:0:0"));
        var foreign = await WebPlace.JsonOf(await PathAsync(client, "check-path", fake));
        foreign.GetProperty("report").GetProperty("files")[0].GetProperty("verdict").GetString().ShouldBe("unreadable");
        foreign.TryGetProperty("look", out _).ShouldBeFalse();
        foreign.ToString().ShouldNotContain("root:x");
    }

    [Fact]
    public async Task Map_OfAWorkbook_NamesWhatIsFilledInAndWhatIndicatorsMayBe()
    {
        using var client = await PaneAsync();
        var look = (await CheckedAsync(client, place.Issued(0), cells: true)).GetProperty("look");
        var areas = look.GetProperty("areas").EnumerateArray().ToArray();
        var expenditure = areas.Single(area => area.GetProperty("form").GetString() == "T3").GetProperty("columns").EnumerateArray()
            .ToDictionary(column => column.GetProperty("id").GetString()!, column => column);
        expenditure["1"].GetProperty("kind").GetString().ShouldBe("code");
        expenditure["4"].GetProperty("entered").GetBoolean().ShouldBeTrue();
        expenditure["3"].GetProperty("entered").GetBoolean().ShouldBeFalse();
        areas.Count(area => area.GetProperty("form").GetString() == "indicators").ShouldBeGreaterThan(1);
        var choices = look.GetProperty("indicators");
        choices.GetProperty("levels")[0].GetProperty("level2").EnumerateArray().Select(level => level.GetString()).ShouldContain("数量指标");
        var book = look.GetProperty("book");
        book.GetProperty("sheets").EnumerateArray().Where(sheet => sheet.GetProperty("visible").GetInt32() > 0)
            .ShouldAllBe(sheet => sheet.GetProperty("cells").GetArrayLength() == 0);
        (await CheckedAsync(client, place.Issued(0))).GetProperty("look").TryGetProperty("book", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Entry_IntoAnOpenCell_ChangesWhatIsComputedFromIt_AndALockedCellRefusesAllOfIt()
    {
        using var client = await PaneAsync();
        var before = await CheckedAsync(client, place.Issued(0), cells: true);
        var (amount, total) = (Cell(before, "T3 支出总表", "E", row: 0), Cell(before, "T3 支出总表", "D", row: 0));
        var answer = await WebPlace.JsonOf(await EnterAsync(client, ("T3 支出总表", amount.At, 1_000m, null)));
        Cell(answer, "T3 支出总表", "D", row: 0).Number.ShouldBe(total.Number - amount.Number + 1_000m);
        var changed = answer.GetProperty("content").GetBytesFromBase64();
        RealChanges(changed).ShouldBe([("T3 支出总表", amount.At)]);

        foreach (var (entry, code) in new[]
        {
            (("T3 支出总表", total.At, (decimal?)1m, (string?)null), "locked"), (("T3 支出总表", amount.At, null, "=1+1"), "formula"),
            (("没有", "A1", 1m, null), "no_sheet"), (("T3 支出总表", "A0", 1m, null), "bad_cell"), (("T3 支出总表", "A2", null, "别的"), "locked"),
        })
        {
            var refused = await EnterAsync(client, ("T3 支出总表", amount.At, 5m, null), entry);
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict, code);
            (await WebPlace.JsonOf(refused)).GetProperty("type").GetString().ShouldBe("urn:excelbudget:" + code);
        }
    }

    [Fact]
    public async Task SheetForAnswers_IsAddedOnRequest_AndAnAnswerInItIsReadBack()
    {
        using var client = await PaneAsync();
        var asked = place.Unexplained(place.Issued(0));
        (await CheckedAsync(client, asked)).GetProperty("look").GetProperty("answers").GetArrayLength().ShouldBe(0);
        var added = await WebPlace.JsonOf(await client.PostAsync("api/pane/annotated?name=a.xlsx", new ByteArrayContent(asked)));
        var at = added.GetProperty("look").GetProperty("answers")[0];
        at.GetProperty("sheet").GetString().ShouldBe("检查结果");
        var key = at.GetProperty("key").GetString();
        added.GetProperty("look").GetProperty("keys").EnumerateArray().Select(each => each.GetString()).ShouldContain(key);
        var entered = await WebPlace.JsonOf(await client.PostAsJsonAsync("api/pane/enter", new
        {
            name = "a.xlsx",
            content = added.GetProperty("content").GetString(),
            entries = new[] { new { sheet = "检查结果", cell = at.GetProperty("cell").GetString(), text = "已核实。" } },
        }));
        entered.GetProperty("report").GetProperty("files")[0].GetProperty("findings").EnumerateArray()
            .Count(each => each.TryGetProperty("answer", out var answer) && answer.GetString() == "已核实。").ShouldBe(1);
        (await client.PostAsync("api/pane/annotated?name=a.xlsx", new ByteArrayContent([1, 2])))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task TextOfIndicators_IsReadAsTheVerbReadsIt()
    {
        using var client = await PaneAsync();
        var read = await WebPlace.JsonOf(await client.PostAsync(
            "api/pane/indicators", new StringContent("产出指标\n数量指标\n1.印发文件≥1200份\n质量指标\n1.合格率≥95%")));
        read.GetProperty("indicators").EnumerateArray().Select(each =>
            (each.GetProperty("level2").GetString(), each.GetProperty("operator").GetString(), each.GetProperty("value").GetString(),
            each.GetProperty("unit").GetString())).ShouldBe([("数量指标", "≥", "1200", "份"), ("质量指标", "≥", "95", "%")]);
    }

    [Fact]
    public async Task Pane_IsServedWithItsPolicy_AndOldExcelIsLedToHelp()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = place.Address };
        foreach (var (name, type) in new[]
        {
            ("", "text/html"), ("index.html", "text/html"), ("wps.html", "text/html"), ("preview.html", "text/html"),
            ("pane.js", "text/javascript"), ("pane.css", "text/css"),
        })
        {
            var answer = await client.GetAsync("pane/" + name);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        }

        foreach (var name in new[] { "office/office.js", "office/../appsettings.json", "office/%2e%2e/appsettings.json", "nothing.js" })
            (await client.GetAsync("pane/" + name)).StatusCode.ShouldBe(HttpStatusCode.NotFound, name);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko");
        (await client.GetAsync("pane/")).Headers.Location!.ToString().ShouldBe("/addin/upgrade");
    }

    [Fact]
    public async Task HandIn_ByPath_IsAFileInTheInboxOfTheDepartment()
    {
        using var client = await PaneAsync();
        var answer = await PathAsync(client, "hand-in-path", _temp.Write("乙.xlsx", place.Issued(1)), WebPlace.Departments[1].Department);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await WebPlace.JsonOf(answer)).GetProperty("path").GetString().ShouldStartWith("inbox/");
    }

    private static IEnumerable<(string?, string?)> RealChanges(byte[] content) =>
        Tests.Engine.RealEngine.Engine.Check("a.xlsx", content).Report.Changes.Select(change => (change.Place.Sheet, change.Place.Cell));

    private async Task<HttpClient> PaneAsync()
    {
        var client = place.Client();
        var hello = await WebPlace.JsonOf(await client.GetAsync("api/pane/hello"));
        client.DefaultRequestHeaders.Add("X-Pane-Token", hello.GetProperty("paneToken").GetString());
        client.DefaultRequestHeaders.Add("Origin", place.Address.ToString().TrimEnd('/'));
        return client;
    }

    private static async Task<JsonElement> CheckedAsync(HttpClient client, byte[] content, bool cells = false) => await WebPlace.JsonOf(
        await client.PostAsync("api/pane/check?name=a.xlsx" + (cells ? "&cells=true" : ""), new ByteArrayContent(content)));

    private static Task<HttpResponseMessage> PathAsync(HttpClient client, string call, string path, string department = "") =>
        client.PostAsJsonAsync("api/pane/" + call, new { path, department });

    private Task<HttpResponseMessage> EnterAsync(
        HttpClient client, params (string Sheet, string Cell, decimal? Number, string? Text)[] entries) =>
        client.PostAsJsonAsync("api/pane/enter", new
        {
            name = "a.xlsx",
            content = place.Issued(0),
            entries = entries.Select(entry => new { sheet = entry.Sheet, cell = entry.Cell, number = entry.Number, text = entry.Text }),
        });

    private async Task<(HttpStatusCode, string?)> CodeAsync(HttpClient pane, string path, string? token = "", string? origin = "")
    {
        using var client = place.Client();
        var own = pane.DefaultRequestHeaders;
        client.DefaultRequestHeaders.Add("X-Pane-Token", token is "" ? own.GetValues("X-Pane-Token").Single() : token);
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin is "" ? own.GetValues("Origin").Single() : origin);
        var answer = await PathAsync(client, "check-path", path);
        return (answer.StatusCode, (await WebPlace.JsonOf(answer)).GetProperty("type").GetString());
    }

    /// <summary>The n-th cell with a number of a column, in rows that stand for a code of seven digits.</summary>
    private static (string At, decimal Number) Cell(JsonElement answer, string sheet, string column, int row)
    {
        var cells = answer.GetProperty("look").GetProperty("book").GetProperty("sheets").EnumerateArray()
            .Single(each => each.GetProperty("name").GetString() == sheet).GetProperty("cells").EnumerateArray().ToArray();
        var leaf = cells.Where(cell => cell.GetProperty("text").GetString() is { Length: 7 } text && text.All(char.IsAsciiDigit))
            .Select(cell => cell.GetProperty("at").GetString()![1..]).ElementAt(row);
        var found = cells.Single(cell => cell.GetProperty("at").GetString() == column + leaf);
        return (column + leaf, decimal.Parse(found.GetProperty("number").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
    }
}
