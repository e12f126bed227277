using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace ExcelBudget.Worker.Tests.Http.Browser;

/// <summary>A tab: opened, looked at, clicked, and listened to for whatever a page must not do.</summary>
internal sealed class Tab
{
    private readonly Chromium _browser;
    private readonly string _session;

    private Tab(Chromium browser, string session) => (_browser, _session) = (browser, session);

    /// <summary>Addresses of every request the tab made.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Errors of scripts, and what the policy refused.</summary>
    public ConcurrentQueue<string> Troubles { get; } = [];

    public static async Task<Tab> OpenAsync(Chromium browser, string session)
    {
        var tab = new Tab(browser, session);
        browser.Happened += tab.Take;
        foreach (var domain in new[] { "Page", "Runtime", "Network", "Log", "DOM" }) await tab.AskAsync(domain + ".enable");
        return tab;
    }

    /// <summary>Goes to an address and waits until its page stands.</summary>
    public async Task GoAsync(Uri address)
    {
        await AskAsync("Page.navigate", new { url = address.ToString() });
        var begins = Quoted(address.GetLeftPart(UriPartial.Authority));
        await UntilAsync($"document.readyState === 'complete' && location.href.startsWith({begins})");
    }

    /// <summary>Runs a script before every page that is opened from now on.</summary>
    public Task BeginWithAsync(string script) => AskAsync("Page.addScriptToEvaluateOnNewDocument", new { source = script });

    /// <summary>What an expression gives.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await AskAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        if (answer.TryGetProperty("exceptionDetails", out var fault)) throw new InvalidOperationException($"{expression}\n{fault}");
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    public async Task<string> TextAsync(string expression) => (await EvaluateAsync(expression)).GetString() ?? "";

    /// <summary>Waits until an expression is true.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> UntilAsync(string expression, int seconds = 30)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await IsTrueAsync(expression)) return watch.Elapsed;
            if (watch.Elapsed > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"{expression}\n{await TextAsync("document.body.innerText")}");
            await Task.Delay(20);
        }
    }

    /// <summary>Chooses a file in the only field for files, as dropping it would.</summary>
    public async Task ChooseAsync(string path)
    {
        var document = await AskAsync("DOM.getDocument");
        var found = await AskAsync("DOM.querySelector", new
        {
            nodeId = document.GetProperty("root").GetProperty("nodeId").GetInt32(),
            selector = "input[type=file]",
        });
        await AskAsync("DOM.setFileInputFiles", new { files = new[] { path }, nodeId = found.GetProperty("nodeId").GetInt32() });
    }

    /// <summary>Drags a file from outside over a place on the page and lets it fall.</summary>
    public async Task DropAsync(string selector, string path)
    {
        var box = $"document.querySelector({Quoted(selector)}).getBoundingClientRect()";
        var middle = await EvaluateAsync($"(box => [box.x + box.width / 2, box.y + box.height / 2])({box})");
        var (x, y) = (middle[0].GetDecimal(), middle[1].GetDecimal());
        var data = new { items = Array.Empty<object>(), files = new[] { path }, dragOperationsMask = 1 };
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
            await AskAsync("Input.dispatchDragEvent", new { type, x, y, data });
    }

    public Task ClickAsync(string selector) => EvaluateAsync($"document.querySelector({Quoted(selector)}).click()");

    /// <summary>Writes into a field.</summary>
    public Task WriteAsync(string selector, string text) => EvaluateAsync(
        $"(() => {{ const field = document.querySelector({Quoted(selector)}); field.value = {Quoted(text)}; "
            + "field.dispatchEvent(new Event('input', { bubbles: true })); })()");

    /// <summary>Presses a key: Tab or Enter.</summary>
    public async Task PressAsync(string key)
    {
        var code = key == "Tab" ? 9 : 13;
        var text = key == "Tab" ? "" : "\r";
        await AskAsync("Input.dispatchKeyEvent", new { type = "keyDown", key, code = key, windowsVirtualKeyCode = code, text });
        await AskAsync("Input.dispatchKeyEvent", new { type = "keyUp", key, code = key, windowsVirtualKeyCode = code });
    }

    /// <summary>Types where the cursor stands.</summary>
    public Task TypeAsync(string text) => AskAsync("Input.insertText", new { text });

    /// <summary>The page as it prints, as PDF.</summary>
    public async Task<byte[]> PrintAsync()
    {
        var answer = await AskAsync("Page.printToPDF", new { preferCSSPageSize = true, printBackground = false });
        return Convert.FromBase64String(answer.GetProperty("data").GetString()!);
    }

    /// <summary>Makes the window so wide, light or dark.</summary>
    public async Task ShowAsync(int width, bool dark)
    {
        await AskAsync("Emulation.setDeviceMetricsOverride", new { width, height = 900, deviceScaleFactor = 1, mobile = false });
        var scheme = new { name = "prefers-color-scheme", value = dark ? "dark" : "light" };
        await AskAsync("Emulation.setEmulatedMedia", new { features = new[] { scheme } });
        await Task.Delay(150);
    }

    /// <summary>Cuts the line to every worker, or mends it.</summary>
    public Task CutAsync(bool isCut) => AskAsync(
        "Network.emulateNetworkConditions", new { offline = isCut, latency = 0, downloadThroughput = -1, uploadThroughput = -1 });

    /// <summary>A picture of the whole page, as PNG.</summary>
    public async Task<byte[]> PictureAsync()
    {
        var answer = await AskAsync("Page.captureScreenshot", new { format = "png", captureBeyondViewport = true });
        return Convert.FromBase64String(answer.GetProperty("data").GetString()!);
    }

    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    private async Task<bool> IsTrueAsync(string expression)
    {
        try
        {
            return (await EvaluateAsync(expression)).ValueKind == JsonValueKind.True;
        }
        catch (InvalidOperationException)
        {
            // between two pages nothing can be asked
            return false;
        }
    }

    private static bool IsTrouble(JsonElement entry) => entry.GetProperty("source").GetString() is "security" or "javascript";

    private Task<JsonElement> AskAsync(string method, object? parameters = null) =>
        _browser.AskAsync(method, parameters ?? new { }, _session);

    private void Take(string session, string method, JsonElement parameters)
    {
        if (session != _session) return;
        if (method == "Network.requestWillBeSent") Requests.Enqueue(parameters.GetProperty("request").GetProperty("url").GetString()!);
        else if (method == "Runtime.exceptionThrown" || (method == "Log.entryAdded" && IsTrouble(parameters.GetProperty("entry"))))
            Troubles.Enqueue(parameters.ToString());
    }
}
