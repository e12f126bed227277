using System.Text;
using ExcelBudget.Worker.Access;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Http.Browser;

/// <summary>People at the page, in a real browser.</summary>
[Trait("Category", "Slow")]
public sealed class PageStoryTests(WebPlace place, ITestOutputHelper output) : IClassFixture<WebPlace>, IAsyncLifetime, IDisposable
{
    // names a folder to keep pictures of the pages in
    private const string Pictures = "EXCELBUDGET_PICTURES";

    private readonly List<Tab> _tabs = [];
    private readonly TempFolder _temp = new();
    private Chromium? _browser;

    public async Task InitializeAsync() => _browser = await Chromium.StartAsync();

    public Task DisposeAsync() => _browser!.DisposeAsync().AsTask();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Workbook_IsDroppedCorrectedHandedInWaivedAndPublished_AndNothingLeavesTheMachine()
    {
        var (own, other) = (WebPlace.Departments[0].Unit, WebPlace.Departments[1].Unit);
        var clerk = await OpenAsync(null);
        var department = await OpenAsync(place.Token(AccessRole.Department, 0));
        var stranger = await OpenAsync(place.Token(AccessRole.Department, 1));
        var (right, wrong) = (_temp.Write("预算.xlsx", place.Issued(0)), _temp.Write("预算 错.xlsx", place.Spoilt(place.Issued(0))));

        // one wrong amount: the finding with its cell, and the sheet around it
        await department.GoAsync(At("check"));
        await department.ChooseAsync(wrong);
        var took = await department.UntilAsync("!!document.querySelector('.finding[data-cell] .here')");
        output.WriteLine($"finding with its cell drawn after {took.TotalSeconds:0.00} s");
        await LookAsync(department, "check");
        var cell = await department.TextAsync("document.querySelector('.findings.error .finding').dataset.cell");
        var api = await place.Client().PostAsync("api/check?name=a.xlsx", new ByteArrayContent(File.ReadAllBytes(wrong)));
        var findings = (await WebPlace.JsonOf(api)).GetProperty("files")[0].GetProperty("findings").EnumerateArray().ToArray();
        cell.ShouldBe(findings.First(finding => finding.GetProperty("severity").GetString() == "error").GetProperty("cell").GetString());
        var shown = await department.EvaluateAsync(
            "[...document.querySelectorAll('.finding')].map(each => each.dataset.rule + each.querySelector('p').textContent)");
        shown.EnumerateArray().Select(each => each.GetString()).Order(StringComparer.Ordinal).ShouldBe(
            findings.Select(each => each.GetProperty("rule").GetString() + each.GetProperty("message").GetString())
                .Order(StringComparer.Ordinal));

        // the corrected workbook: accepted, and the clerk sees it within a second
        await clerk.GoAsync(At(""));
        await department.ChooseAsync(right);
        await department.UntilAsync("document.querySelector('.verdict')?.dataset.verdict === 'accepted'");
        await department.ClickAsync("button[data-hand-in]");
        await department.UntilAsync("!!document.querySelector('.receipt .good')", 60);
        var late = await clerk.UntilAsync("document.querySelector('#counts a[href*=\"state=accepted\"] .figure').textContent !== '0'");
        output.WriteLine($"status page {late.TotalSeconds:0.00} s after the verdict");
        late.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        await department.GoAsync(At("units/" + own));
        var begins = await department.TextAsync(
            "fetch(document.querySelector('a[href$=\"/files/note\"]').href).then(answer => answer.text()).then(text => text.slice(0, 2))");
        begins.ShouldBe("PK");
        await LookAsync(department, "unit");
        await department.GoAsync(At(""));
        await LookAsync(department, "department");

        // another department sees none of it
        await stranger.GoAsync(At(""));
        (await stranger.TextAsync("document.body.innerHTML")).ShouldNotContain(own);
        await stranger.GoAsync(At("units/" + own));
        (await stranger.TextAsync("document.body.innerText")).ShouldContain("没有这样的单位");

        // the clerk waives an error and publishes
        await WebPlace.HandInAsync(place.Client(), "二.xlsx", place.Spoilt(place.Issued(1)), WebPlace.Departments[1].Department);
        await clerk.GoAsync(At("units/" + other));
        await clerk.UntilAsync("document.querySelector('#standing').innerText.includes('已退回')");
        await clerk.ClickAsync("[data-load$='/waivers']");
        await clerk.UntilAsync("!!document.querySelector('form.waive')");
        await LookAsync(clerk, "waive");
        await clerk.WriteAsync("form.waive [name=reason]", "县政府会议同意 <script>alert(1)</script>");
        await clerk.WriteAsync("form.waive [name=person]", "王局长");
        await clerk.ClickAsync("form.waive button");
        await clerk.UntilAsync("document.querySelector('#standing').innerText.includes('已通过')", 60);
        await clerk.WriteAsync("[data-post='/api/publications'] [name=place]", "https://www.example.gov.cn/ys");
        await clerk.WriteAsync("[data-post='/api/publications'] [name=person]", "孙丽");
        await clerk.ClickAsync("[data-post='/api/publications'] button");
        await clerk.UntilAsync("document.querySelector('#standing').innerText.includes('已公开')");
        (await clerk.TextAsync("document.querySelector('#clerk').innerText")).ShouldContain("<script>alert(1)</script>");

        await clerk.GoAsync(At(""));
        await LookAsync(clerk, "overview");
        await clerk.GoAsync(At("units"));
        await clerk.WriteAsync("input[type=search]", "yhxrdc");
        await clerk.UntilAsync("document.querySelectorAll('#units tbody tr').length === 1");
        await LookAsync(clerk, "units");
        await clerk.GoAsync(At("codes?q=xzyx"));
        await LookAsync(clerk, "codes");
        foreach (var tab in _tabs)
        {
            tab.Troubles.ShouldBeEmpty();
            tab.Requests.Where(address => !address.StartsWith(place.Address.ToString(), StringComparison.Ordinal)
                && address != "about:blank").ShouldBeEmpty();
            tab.Requests.ShouldNotContain(address => address.EndsWith("/csp", StringComparison.Ordinal));
        }
    }

    private Uri At(string path) => new(place.Address, path);

    /// <summary>A tab of somebody who logged in with a token; of whoever sits at the machine without one.</summary>
    private async Task<Tab> OpenAsync(string? token)
    {
        var tab = await _browser!.OpenAsync();
        _tabs.Add(tab);
        if (token is null) return tab;
        await tab.GoAsync(At("login"));
        await LookAsync(tab, "login");
        await tab.WriteAsync("[name=token]", token);
        await tab.ClickAsync("form.login button");
        await tab.UntilAsync("!!document.querySelector('nav')");
        return tab;
    }

    /// <summary>
    /// No serious fault for those who hear the page or use its keys, nothing wider than a telephone, and pictures for eyes.
    /// </summary>
    private static async Task LookAsync(Tab tab, string name)
    {
        var axe = await File.ReadAllTextAsync(Repository.PathOf("tests", "data", "axe", "axe.min.js"), Encoding.UTF8);
        foreach (var (width, dark) in new[] { (320, false), (320, true), (1280, false), (1280, true) })
        {
            await tab.ShowAsync(width, dark);
            (await WidthAsync(tab)).ShouldBeLessThanOrEqualTo(width, $"{name} {width}");
            await KeepAsync(tab, $"{name}-{width}-{(dark ? "dark" : "light")}.png");
            // what a colour may hide is the same at every width
            if (width == 320 && dark) continue;
            await tab.EvaluateAsync(axe);
            var faults = await tab.EvaluateAsync(
                "axe.run().then(told => told.violations.filter(each => ['serious', 'critical'].includes(each.impact))"
                    + ".map(each => each.id + ' ' + each.nodes[0].html))");
            faults.EnumerateArray().Select(each => each.GetString()).ShouldBeEmpty($"{name} {width} {(dark ? "dark" : "light")}");
        }

        await tab.ShowAsync(1920, dark: false);
        (await WidthAsync(tab)).ShouldBeLessThanOrEqualTo(1920, name);
        await tab.ShowAsync(1280, dark: false);
    }

    private static async Task KeepAsync(Tab tab, string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await tab.PictureAsync());
    }

    private static async Task<int> WidthAsync(Tab tab) => (await tab.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32();
}
