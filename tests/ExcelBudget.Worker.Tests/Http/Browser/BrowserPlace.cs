using System.Text;
using ExcelBudget.Worker.Access;

namespace ExcelBudget.Worker.Tests.Http.Browser;

/// <summary>The program itself with its page open, and one real browser for all who look at it.</summary>
public sealed class BrowserPlace : IAsyncLifetime, IDisposable
{
    // names a folder to keep pictures of the pages in, light and dark, narrow and wide, and as they print
    private const string Pictures = "EXCELBUDGET_PICTURES";

    private readonly string _axe = File.ReadAllText(Repository.PathOf("tests", "data", "axe", "axe.min.js"), Encoding.UTF8);
    private readonly List<Tab> _tabs = [];
    private Chromium? _browser;

    internal WebPlace Place { get; } = new() { IsProgram = true };

    internal TempFolder Temp { get; } = new();

    public async Task InitializeAsync()
    {
        await Place.InitializeAsync();
        _browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _browser!.DisposeAsync();
        await Place.DisposeAsync();
    }

    public void Dispose()
    {
        Place.Dispose();
        Temp.Dispose();
    }

    internal Uri At(string path) => new(Place.Address, path);

    /// <summary>A tab of somebody who logged in with a token; of whoever sits at the machine without one.</summary>
    internal async Task<Tab> OpenAsync(string? token = null)
    {
        var tab = await _browser!.OpenAsync();
        _tabs.Add(tab);
        if (token is null) return tab;
        await tab.GoAsync(At("login"));
        await tab.WriteAsync("[name=token]", token);
        await tab.ClickAsync("form.login button");
        await tab.UntilAsync("!!document.querySelector('nav')");
        return tab;
    }

    internal Task<Tab> OpenAsync(AccessRole role, int? department = null) => OpenAsync(Place.Token(role, department));

    /// <summary>
    /// No serious fault for those who hear the page or use its keys, narrow and light, wide and dark; nothing wider than its window; and
    /// pictures for eyes.
    /// </summary>
    internal async Task LookAsync(Tab tab, string name)
    {
        var folder = Environment.GetEnvironmentVariable(Pictures);
        foreach (var (width, dark) in new[] { (320, false), (320, true), (1280, false), (1280, true) })
        {
            // what a colour may hide is the same at every width
            var isJudged = dark == (width > 320);
            if (!isJudged && folder is null) continue;
            await tab.ShowAsync(width, dark);
            var state = $"{name}-{width}-{(dark ? "dark" : "light")}";
            (await WidthAsync(tab)).ShouldBeLessThanOrEqualTo(width, state);
            if (folder is not null) await KeepAsync(folder, state + ".png", await tab.PictureAsync());
            if (isJudged) await JudgeAsync(tab, state, dark);
        }

        await tab.ShowAsync(1920, dark: false);
        (await WidthAsync(tab)).ShouldBeLessThanOrEqualTo(1920, name);
        await tab.ShowAsync(1280, dark: false);
        if (folder is not null) await KeepAsync(folder, name + ".pdf", await tab.PrintAsync());
    }

    /// <summary>Nothing a page must not do was done in any tab: no script failed, no policy was broken, nothing left here.</summary>
    internal void NothingLeft()
    {
        foreach (var tab in _tabs)
        {
            tab.Troubles.ShouldBeEmpty();
            tab.Requests.Where(address => !address.StartsWith(Place.Address.ToString(), StringComparison.Ordinal)
                && address != "about:blank").ShouldBeEmpty();
            tab.Requests.ShouldNotContain(address => address.EndsWith("/csp", StringComparison.Ordinal));
        }
    }

    private async Task JudgeAsync(Tab tab, string name, bool isDark)
    {
        if ((await tab.TextAsync("typeof axe")) == "undefined") await tab.EvaluateAsync(_axe);
        // only colours are others in the dark
        var what = isDark ? "{ runOnly: ['color-contrast'] }" : "";
        var faults = await tab.EvaluateAsync(
            $"axe.run({what}).then(told => told.violations.filter(each => ['serious', 'critical'].includes(each.impact))"
                + ".map(each => each.id + ' ' + each.nodes[0].html))");
        faults.EnumerateArray().Select(each => each.GetString()).ShouldBeEmpty(name);
    }

    private static Task KeepAsync(string folder, string name, byte[] content) =>
        File.WriteAllBytesAsync(Path.Combine(folder, name), content);

    private static async Task<int> WidthAsync(Tab tab) =>
        (await tab.EvaluateAsync("document.documentElement.scrollWidth")).GetInt32();
}
