using System.Net;
using System.Text;
using System.Text.Json;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Tests.Http;
using ExcelBudget.Worker.Tests.Http.Browser;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>
/// The install page in a real browser against the service of WPS as it was described, and the ribbon's shell against a strict WPS.
/// </summary>
[Trait("Category", "Slow")]
public sealed class InstallPageTests(WebPlace place) : IClassFixture<WebPlace>, IDisposable
{
    private const string Pictures = "EXCELBUDGET_PICTURES";

    private readonly HttpListener _service = new() { Prefixes = { "http://127.0.0.1:58890/" } };
    private readonly List<JsonElement> _list = [];

    public void Dispose() => _service.Close();

    [Fact]
    public async Task AddIn_IsInstalledAndTakenOut_AndTheShellOpensOnePane()
    {
        await using var browser = await Chromium.StartAsync();
        var tab = await browser.OpenAsync();
        await tab.GoAsync(At("addin/"));
        await tab.UntilAsync("document.querySelector('#wps-now').dataset.state === 'absent'");
        await LookAsync(tab, "addin");
        _service.Start();
        var serving = ServeAsync();
        await tab.ClickAsync("[data-do=again]");
        await tab.UntilAsync("document.querySelector('#wps-now').dataset.state === 'ready'");
        await tab.ClickAsync("[data-do=install]");
        await tab.UntilAsync("document.querySelector('#wps-now').dataset.state === 'installed'");
        _list.ShouldHaveSingleItem().GetProperty("url").GetString().ShouldBe(At("wps/").ToString());
        _list[0].GetProperty("addonType").GetString().ShouldBe("et");
        (await tab.TextAsync("document.querySelector('.hint').textContent")).ShouldContain("再退出、打开一次");
        await LookAsync(tab, "addin-installed");
        await tab.ClickAsync("[data-do=uninstall]");
        await tab.UntilAsync("document.querySelector('#wps-now').dataset.state === 'ready'");
        _list.ShouldBeEmpty();
        await tab.GoAsync(At("addin/upgrade"));
        await LookAsync(tab, "upgrade");
        await ShellAsync(tab);
        tab.Requests.ShouldAllBe(address => address.StartsWith(place.Address.ToString(), StringComparison.Ordinal)
            || address.StartsWith("http://127.0.0.1:58890/", StringComparison.Ordinal) || address == "about:blank");
        tab.Requests.ShouldNotContain(address => address.EndsWith("/csp", StringComparison.Ordinal));
        _service.Stop();
        await serving;
        // the worker is gone
        await tab.EvaluateAsync("""
            window.alert = (text) => { window.said = text; };
            window.ExcelBudgetWorker = () => 'http://127.0.0.1:1/';
            ExcelBudgetOnCheck({}), null
            """);
        await tab.UntilAsync("!!window.said && window.said.includes('没有启动')");
    }

    [Fact]
    public async Task WorkbookCheckedThroughThePane_IsToldInTheHistoryAndOnTheUnitsPage()
    {
        using var client = place.Client();
        var unit = WebPlace.Departments[0].Unit;
        var answer = await WebPlace.JsonOf(await client.PostAsync("api/pane/check?name=a.xlsx", new ByteArrayContent(place.Issued(0))));
        var mark = answer.GetProperty("mark");
        (mark.GetProperty("sheet").GetString(), mark.GetProperty("cell").GetString()).ShouldBe((CheckMark.Sheet, CheckMark.Cell));
        var text = mark.GetProperty("text").GetString()!;
        await WebPlace.HandInAsync(client, "校验过.xlsx", SelfCheckTests.Marked(place.Issued(0), text), WebPlace.Departments[0].Department);
        await WebPlace.HandInAsync(
            client, "又改.xlsx", SelfCheckTests.Marked(place.Spoilt(place.Issued(0)), text), WebPlace.Departments[0].Department);
        var history = await WebPlace.JsonOf(await client.GetAsync($"api/units/{unit}/history"));
        history.GetProperty("versions").EnumerateArray()
            .Select(each => each.GetProperty("selfCheck").GetProperty("changedSince").GetBoolean()).ShouldBe([false, true]);
        // the latest stands on the unit's page, the others on pages of their own
        (await client.GetStringAsync("units/" + unit)).ShouldContain("之后改动过");
        var first = history.GetProperty("versions")[0].GetProperty("id").GetString();
        (await client.GetStringAsync("submissions/" + first)).ShouldContain("之后未改动");
        (await client.GetStringAsync("api/status")).ShouldContain("\"changedSince\": true");
    }

    /// <summary>The shell: WPS is there as a list of members that throws on any other; panes are numbered from 1.</summary>
    private async Task ShellAsync(Tab tab)
    {
        await tab.GoAsync(At("wps/index.html"));
        await tab.EvaluateAsync("""
            (() => {
              const strict = (name, members) => new Proxy(members, {
                get: (of, key) => { if (!(key in of)) throw new Error(name + '.' + String(key)); return of[key]; },
                set: (of, key, value) => { if (!(key in of)) throw new Error(name + '.' + String(key)); of[key] = value; return true; },
              });
              const kept = new Map();
              window.panes = []; window.kept = kept;
              window.Application = strict('Application', {
                PluginStorage: strict('PluginStorage', {
                  getItem: (key) => kept.get(key) ?? null,
                  setItem: (key, value) => {
                    if (!['string', 'number', 'boolean'].includes(typeof value)) throw new Error(typeof value);
                    kept.set(key, value);
                  },
                }),
                CreateTaskPane: (url, title) => {
                  const pane = strict('TaskPane', { ID: panes.length + 1, Visible: false, DockPosition: 0, Width: 0, url, title });
                  panes.push(pane); return pane;
                },
                GetTaskPane: (id) => { if (!panes[id - 1]) throw new Error('no pane ' + id); return panes[id - 1]; },
              });
            })()
            """);
        (await tab.TextAsync("ExcelBudgetImage({ Id: 'ExcelBudgetNext' })")).ShouldBe("icons/next.svg");
        var answers = "[ExcelBudgetOnLoad({}), ExcelBudgetEnabled({}), ExcelBudgetOnCheck({ Id: 'ExcelBudgetCheck' })]";
        (await tab.EvaluateAsync(answers + ".every(it => it === true)")).GetBoolean().ShouldBeTrue();
        await tab.UntilAsync("panes.length === 1 && panes[0].Visible");
        (await tab.TextAsync("panes[0].url")).ShouldBe(At("pane/wps.html?go=check").ToString());
        await tab.EvaluateAsync("panes[0].Visible = false, ExcelBudgetOnNext({}), null");
        await tab.UntilAsync("panes[0].Visible && kept.get('ExcelBudget.et.go') === 'next 1'");
        // WPS was started anew: the number of the pane is another add-in's, or none
        await tab.EvaluateAsync("kept.set('ExcelBudget.et.pane', 7), ExcelBudgetOnHandIn({}), null");
        await tab.UntilAsync("panes.length === 2 && kept.get('ExcelBudget.et.pane') === 2");
        tab.Troubles.ShouldBeEmpty();
    }

    /// <summary>The local service of WPS: POST only, bodies in base 64, «OK» or nothing.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _service.GetContextAsync();
                context.Request.HttpMethod.ShouldBe("POST");
                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                var said = Encoding.UTF8.GetBytes(Answer(context.Request.Url!.AbsolutePath, body));
                context.Response.Headers["Access-Control-Allow-Origin"] = "*";
                await context.Response.OutputStream.WriteAsync(said);
                context.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // the service was ended
        }
    }

    private string Answer(string path, string body)
    {
        switch (path)
        {
            case "/version":
                return "1.0.2";
            case "/publishlist":
                return JsonSerializer.Serialize(_list);
            case "/redirect/runParams":
                var asked = Order(body).GetProperty("url").GetString()!;
                return asked.EndsWith("/wps/ribbon.xml", StringComparison.Ordinal) ? "<customUI/>" : "";
            case "/deployaddons/runParams":
                var order = Order(body);
                _list.RemoveAll(each => each.GetProperty("url").GetString() == order.GetProperty("url").GetString());
                if (order.GetProperty("cmd").GetString() == "enable") _list.Add(order);
                return "OK";
            default:
                throw new InvalidOperationException(path);
        }
    }

    private static JsonElement Order(string body) => JsonDocument.Parse(Convert.FromBase64String(body)).RootElement;

    private static async Task LookAsync(Tab tab, string name)
    {
        var axe = await File.ReadAllTextAsync(Repository.PathOf("tests", "data", "axe", "axe.min.js"), Encoding.UTF8);
        foreach (var (width, dark) in new[] { (320, false), (320, true), (1280, false), (1280, true) })
        {
            await tab.ShowAsync(width, dark);
            (await tab.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32().ShouldBeLessThanOrEqualTo(width, name);
            if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
            {
                var picture = Path.Combine(folder, $"{name}-{width}-{(dark ? "dark" : "light")}.png");
                await File.WriteAllBytesAsync(picture, await tab.PictureAsync());
            }


            // what a colour may hide is the same at every width
            if (width == 320 || name == "addin-installed") continue;
            await tab.EvaluateAsync(axe);
            var faults = await tab.EvaluateAsync(
                "axe.run().then(told => told.violations.filter(each => ['serious', 'critical'].includes(each.impact))"
                    + ".map(each => each.id + ' ' + each.nodes[0].html))");
            faults.EnumerateArray().Select(each => each.GetString()).ShouldBeEmpty($"{name} {width} {dark}");
        }
    }

    private Uri At(string path) => new(place.Address, path);
}
