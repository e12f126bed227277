using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ExcelBudget.Worker.Tests.Http.Browser;

/// <summary>The machine's own Chromium, driven over its debugging protocol: no driver, no download.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly TempFolder _profile;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _sending = new(1);
    private int _last;

    private Chromium(Process process, TempFolder profile) => (_process, _profile) = (process, profile);

    /// <summary>Told of every event: session, method, parameters.</summary>
    public event Action<string, string, JsonElement>? Happened;

    /// <summary>Starts it.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var profile = new TempFolder();
        var start = new ProcessStartInfo(
            "chromium",
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--user-data-dir=" + profile.Path,
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "about:blank",
            ])
        {
            RedirectStandardError = true,
        };
        var browser = new Chromium(Process.Start(start)!, profile);
        const string Begins = "DevTools listening on ";
        while (await browser._process.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Begins, StringComparison.Ordinal)) continue;
            _ = browser._process.StandardError.ReadToEndAsync();
            await browser._socket.ConnectAsync(new Uri(line[Begins.Length..]), CancellationToken.None);
            _ = Task.Run(browser.ListenAsync);
            return browser;
        }

        throw new InvalidOperationException("chromium did not start");
    }

    /// <summary>A tab with cookies of its own.</summary>
    public async Task<Tab> OpenAsync()
    {
        var context = await AskAsync("Target.createBrowserContext", new { });
        var target = await AskAsync("Target.createTarget", new
        {
            url = "about:blank",
            browserContextId = context.GetProperty("browserContextId").GetString(),
        });
        var targetId = target.GetProperty("targetId").GetString();
        var attached = await AskAsync("Target.attachToTarget", new { targetId, flatten = true });
        return await Tab.OpenAsync(this, attached.GetProperty("sessionId").GetString()!);
    }

    /// <summary>Asks the browser, or one of its tabs.</summary>
    public async Task<JsonElement> AskAsync(string method, object parameters, string? session = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var text = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
            ["sessionId"] = session,
        }.Where(pair => pair.Value is not null).ToDictionary());
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _socket.Dispose();
        _sending.Dispose();
        _profile.Dispose();
    }

    private async Task ListenAsync()
    {
        var part = new byte[1 << 16];
        using var whole = new MemoryStream();
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(part.AsMemory(), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close) return;
                whole.Write(part, 0, read.Count);
                if (!read.EndOfMessage) continue;
                Take(JsonDocument.Parse(whole.ToArray()).RootElement);
                whole.SetLength(0);
            }
        }
        catch (Exception end) when (end is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // the browser was ended
        }
    }

    private void Take(JsonElement message)
    {
        if (message.TryGetProperty("id", out var id) && _asked.TryRemove(id.GetInt32(), out var asked))
        {
            if (message.TryGetProperty("error", out var error)) asked.SetException(new InvalidOperationException(error.ToString()));
            else asked.SetResult(message.GetProperty("result"));
        }
        else if (message.TryGetProperty("method", out var method))
        {
            var session = message.TryGetProperty("sessionId", out var of) ? of.GetString()! : "";
            Happened?.Invoke(session, method.GetString()!, message.GetProperty("params"));
        }
    }
}
