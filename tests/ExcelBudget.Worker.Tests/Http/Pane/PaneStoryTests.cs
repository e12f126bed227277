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

        tab.Troubles.ShouldBeEmpty();
        tab.Requests.Where(address => !address.StartsWith(place.Address.ToString(), StringComparison.Ordinal)
            && !address.StartsWith("blob:", StringComparison.Ordinal) && address != "about:blank").ShouldBeEmpty();
        tab.Requests.ShouldNotContain(address => address.EndsWith("/csp", StringComparison.Ordinal));
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
