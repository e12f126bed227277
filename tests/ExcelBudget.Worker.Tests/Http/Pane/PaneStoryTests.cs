using System.Text.Json;
using ExcelBudget.Worker.Tests.Http.Browser;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>Somebody at the task pane, in a real browser against a real worker.</summary>
[Trait("Category", "Slow")]
public sealed class PaneStoryTests(WebPlace place, ITestOutputHelper output) : IClassFixture<WebPlace>, IAsyncLifetime, IDisposable
{
    private readonly TempFolder _temp = new();
    private Chromium? _browser;

    public async Task InitializeAsync() => _browser = await Chromium.StartAsync();

    public Task DisposeAsync() => _browser!.DisposeAsync().AsTask();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task ReturnedWorkbook_IsCorrectedAnsweredAndHandedInInThePreview_AndNothingLeavesTheMachine()
    {
        var book = ReturnedBook.Of(place);
        output.WriteLine($"{book.Wrong.Sheet} {book.Wrong.Cell} {book.Right} | {book.Question}");
        var tab = await _browser!.OpenAsync();
        await tab.GoAsync(new Uri(place.Address, "pane/preview.html"));
        await PaneLooks.SeeAsync(tab, "empty");
        await tab.ChooseAsync(_temp.Write("退回 <img src=x onerror=alert(1)>.xlsx".Replace('<', '＜'), book.Content));
        await tab.UntilAsync("!!document.querySelector('.finding.error')");
        await PaneLooks.SeeAsync(tab, "findings");
        var pane = new PaneScript(tab, book);
        await pane.SeeTheCauseAsync();
        await tab.UntilAsync($"document.querySelector('[data-here]')?.dataset.here === '{book.Wrong.Sheet}!{book.Wrong.Cell}'");
        await PaneLooks.SeeAsync(tab, "cell");
        await TypeAsync(tab, book.Right);
        await pane.CheckAgainAsync();
        await PaneLooks.SeeAsync(tab, "solved");
        await pane.AnswerAsync("问卷今年首次开展，按上级要求暂定五成。", () => PaneLooks.SeeAsync(tab, "confirm"));
        await pane.HandInAsync();
        await PaneLooks.SeeAsync(tab, "handed-in");
        place.Root.Files("accepted").ShouldNotBeEmpty();

        // a clerk looks at what came in, from the page of the unit
        var (_, unit) = WebPlace.Departments[0];
        await tab.GoAsync(new Uri(place.Address, "units/" + unit));
        await tab.UntilAsync("!!document.querySelector('#standing')");
        var history = await WebPlace.JsonOf(await place.Client().GetAsync($"api/units/{unit}/history"));
        var id = history.GetProperty("versions")[0].GetProperty("id").GetString();
        output.WriteLine(await place.Client().GetStringAsync($"api/submissions/{id}/findings"));
        (await tab.TextAsync("document.querySelector('#standing').innerText")).ShouldContain("已通过");
        await tab.GoAsync(new Uri(place.Address, "pane/preview.html?submission=" + id));
        await tab.UntilAsync("document.querySelector('.head')?.textContent.includes('" + unit + "')", 60);
        await tab.UntilAsync("document.querySelectorAll('.grid td').length > 50");

        tab.Troubles.ShouldBeEmpty();
        tab.Requests.Where(address => !address.StartsWith(place.Address.ToString(), StringComparison.Ordinal)
            && !address.StartsWith("blob:", StringComparison.Ordinal) && address != "about:blank").ShouldBeEmpty();
        tab.Requests.ShouldNotContain(address => address.EndsWith("/csp", StringComparison.Ordinal));
    }

    /// <summary>The same in programs that are none: strict fakes of Excel and WPS, with a real workbook and a real worker.</summary>
    [Theory]
    [InlineData("excel")]
    [InlineData("wps")]
    public async Task ReturnedWorkbook_IsCorrectedAnsweredAndHandedInInTheProgram(string program)
    {
        var book = ReturnedBook.Of(place);
        var path = _temp.Write($"退回 {program}.xlsx", book.Content);
        var tab = await _browser!.OpenAsync();
        await tab.BeginWithAsync(await FakeAsync(program, path, book.Content));
        using var pump = new CancellationTokenSource();
        var saving = program == "wps" ? SaveAsync(tab, path, pump.Token) : Task.CompletedTask;
        await tab.GoAsync(new Uri(place.Address, program == "wps" ? "pane/wps.html" : "pane/"));
        var pane = new PaneScript(tab, book);
        await pane.CheckAsync();
        await PaneLooks.SeeAsync(tab, program);
        await pane.SeeTheCauseAsync();
        await tab.UntilAsync($"fake.book.active.name + '!' + fake.book.selected === '{book.Wrong.Sheet}!{book.Wrong.Cell}'");
        await tab.EvaluateAsync($"fake.type('{book.Wrong.Sheet}', '{book.Wrong.Cell}', {book.Right})");
        await pane.CheckAgainAsync(saves: program == "wps");
        await pane.AnswerAsync("问卷今年首次开展，按上级要求暂定五成。");
        await pane.HandInAsync();
        await pump.CancelAsync();
        await saving;

        (await tab.TextAsync("fake.book.edits.map(edit => edit.sheet).join()")).ShouldBe(
            string.Join(',', "_excelbudget", book.Wrong.Sheet, "_excelbudget", "检查结果"));
        // office.js is not shipped, and its place stays empty here
        tab.Troubles.Where(trouble => !trouble.Contains("/pane/office/office.js", StringComparison.Ordinal)).ShouldBeEmpty();
        tab.Requests.ShouldAllBe(address =>
            address.StartsWith(place.Address.ToString(), StringComparison.Ordinal) || address == "about:blank");
    }

    private async Task<string> FakeAsync(string program, string path, byte[] content)
    {
        using var client = place.Client();
        var answer = await WebPlace.JsonOf(await client.PostAsync("api/pane/check?name=a.xlsx&cells=true", new ByteArrayContent(content)));
        var (name, file) = (Path.GetFileName(path), Convert.ToBase64String(content));
        var begin = JsonSerializer.Serialize(new { program, name, path, content = file });
        return await File.ReadAllTextAsync(Repository.PathOf("tests", "data", "pane", "fakes.js"))
            + $"\nstartFake(Object.assign({begin}, {{ look: {answer.GetProperty("look").GetProperty("book")} }}));";
    }

    /// <summary>Writes what the program saves, as a disk would.</summary>
    private static async Task SaveAsync(Tab tab, string path, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var file = await tab.EvaluateAsync("window.fake?.file ?? ''");
            if (file.ValueKind == JsonValueKind.String && file.GetString() is { Length: > 0 } content)
            {
                await File.WriteAllBytesAsync(path, Convert.FromBase64String(content), CancellationToken.None);
                await tab.EvaluateAsync("fake.file = '', fake.written()");
            }

            await Task.Delay(30, CancellationToken.None);
        }
    }

    /// <summary>Types into the selected cell of the grid, as keys would.</summary>
    private static async Task TypeAsync(Tab tab, string text)
    {
        await tab.EvaluateAsync(
            "document.querySelector('.place-of td.here').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))");
        await tab.UntilAsync("!!document.querySelector('.typing')");
        await tab.WriteAsync(".typing", text);
        await tab.EvaluateAsync(
            "document.querySelector('.typing').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))");
        await tab.UntilAsync($"document.querySelector('.bar .content')?.textContent.replace(/,/g, '') === '{text}'");
    }

}
