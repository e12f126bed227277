using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Http.Browser;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>What goes wrong around the pane: a clear sentence, and nothing executed, in a real browser.</summary>
[Trait("Category", "Slow")]
public sealed class PaneTroubleTests : IAsyncLifetime, IDisposable
{
    private readonly WebPlace _place = new();
    private readonly TempFolder _temp = new();
    private Chromium? _browser;

    public async Task InitializeAsync()
    {
        await _place.InitializeAsync();
        _browser = await Chromium.StartAsync();
    }

    public Task DisposeAsync() => _browser!.DisposeAsync().AsTask();

    public void Dispose()
    {
        _place.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Pane_WithHostileWords_WithCodesAndIndicators_WithAWrongToken_AndWithoutItsWorker()
    {
        var tab = await _browser!.OpenAsync();
        await tab.GoAsync(new Uri(_place.Address, "pane/preview.html"));
        await tab.ChooseAsync(_temp.Write("名称.xlsx", Hostile()));
        await tab.UntilAsync("!!document.querySelector('.finding')");
        (await tab.TextAsync("document.querySelector('.list').textContent")).ShouldContain("<img src=x onerror=");
        (await tab.TextAsync("document.querySelector('#book').textContent")).ShouldNotBeEmpty();
        (await tab.EvaluateAsync("document.querySelectorAll('img').length + (window.hacked ? 1 : 0)")).GetInt32().ShouldBe(0);
        await CodesAsync(tab);
        await IndicatorsAsync(tab);
        await tab.ClickAsync("#tab-check");
        await tab.ClickAsync("[data-do=add-answers]");
        await tab.UntilAsync("document.querySelectorAll('.answer textarea').length > 0");
        (await tab.TextAsync("document.querySelector('.sheets').textContent")).ShouldContain("检查结果");
        tab.Troubles.ShouldBeEmpty();
        await LineAsync(tab);

        // a token that was revoked: another one is asked for, and works
        await tab.EvaluateAsync("document.cookie = 'excelbudget_token=ebt_wrong; path=/'");
        await tab.GoAsync(new Uri(_place.Address, "pane/preview.html?again"));
        await tab.UntilAsync("document.querySelector('.lost h1')?.textContent.includes('令牌不对')");
        await PaneLooks.SeeAsync(tab, "token");
        await tab.WriteAsync("#token", _place.Token(AccessRole.Department, 0));
        await tab.ClickAsync(".lost button[type=submit]");
        await tab.UntilAsync("document.querySelector('.lost').hidden && !document.querySelector('.tabs').hidden");
        await tab.ChooseAsync(_temp.Write("好.xlsx", _place.Issued(0)));
        await tab.UntilAsync("!!document.querySelector('.verdict h1')");

        // the worker goes away in the middle: the workbook's own results stand in for it, told so
        await _place.DisposeAsync();
        await tab.ClickAsync("[data-do=check]");
        await tab.UntilAsync("document.querySelector('.lost h1')?.textContent.includes('部门预算校验服务没有连上')");
        await tab.UntilAsync("document.querySelector('.offline li') !== null");
        await PaneLooks.SeeAsync(tab, "no-worker");
        await tab.ClickAsync("[data-do=retry]");
        await tab.UntilAsync("document.querySelector('.notice.bad')?.dataset.code === 'no_worker'");
        tab.Requests.ShouldAllBe(address => address.StartsWith(_place.Address.ToString(), StringComparison.Ordinal)
            || address.StartsWith("blob:", StringComparison.Ordinal) || address == "about:blank");
    }

    /// <summary>The line breaks while an answer is being written: said, mended by a try, and the answer still stands there.</summary>
    private static async Task LineAsync(Tab tab)
    {
        await tab.WriteAsync(".answer textarea", "写了一半的答复");
        await tab.CutAsync(true);
        await tab.ClickAsync("[data-do=check]");
        await tab.UntilAsync("document.querySelector('.lost h1')?.textContent.includes('没有连上')");
        await tab.CutAsync(false);
        await tab.ClickAsync("[data-do=retry]");
        await tab.UntilAsync("document.querySelector('.lost').hidden && document.querySelector('.notice').hidden");
        await tab.ClickAsync("[data-do=check]");
        await tab.UntilAsync("document.querySelector('.work').hidden && document.querySelector('.notice').hidden");
        (await tab.TextAsync("document.querySelector('.answer textarea').value")).ShouldBe("写了一半的答复");
    }

    /// <summary>Looks a code up by pinyin and puts it where there is room: the name follows.</summary>
    private static async Task CodesAsync(Tab tab)
    {
        await tab.ClickAsync("#tab-codes");
        await tab.WriteAsync("#code-search", "xzyx");
        await tab.UntilAsync("[...document.querySelectorAll('.found li')].some(each => each.textContent.includes('行政运行'))");
        await PaneLooks.SeeAsync(tab, "codes");
        await tab.ClickAsync(".found li button");
        await tab.UntilAsync("document.querySelector('.notice.bad')?.dataset.code === 'no_code_cell'");
    }

    /// <summary>Reads a text of indicators into rows, and says where they would go.</summary>
    private static async Task IndicatorsAsync(Tab tab)
    {
        await tab.ClickAsync("#tab-indicators");
        await tab.WriteAsync("#ind-name", "培训人数");
        await tab.WriteAsync("#ind-value", "50");
        await tab.WriteAsync("#ind-unit", "%");
        (await tab.TextAsync("document.querySelector('.fault').textContent")).ShouldContain("一般用");
        await tab.WriteAsync("#ind-text", "产出指标\n数量指标\n1.印发文件≥1200份\n质量指标\n1.合格率≥95%");
        await tab.ClickAsync("[data-do=read]");
        await tab.UntilAsync("document.querySelectorAll('.read tbody tr').length === 2");
        await PaneLooks.SeeAsync(tab, "indicators");
        await tab.ClickAsync("[data-do=indicators]");
        await tab.UntilAsync("document.querySelector('.notice.bad')?.dataset.code === 'no_indicator_row'");
    }

    /// <summary>A project whose name is a script, and whose target is asked about.</summary>
    private byte[] Hostile()
    {
        var opened = WorkbookGuard.Open(_place.Issued(0)).Package!;
        var read = new WorkbookReader([_place.Get<PackStore>().Find("hebei")!.RuleBook]).Read(opened.Content, out _)!;
        var project = read.Budget.Forms.Single(form => form.Form.Value == "projects").Rows[0];
        CellEntry Entry(string column, string text)
        {
            var at = read.Places[new CellAddress(new FormId("projects"), project.Key, new ColumnId(column))];
            return new CellEntry(at.Sheet!, at.Cell!, null, text);
        }

        return CellEntering.Enter(
            opened, [Entry("name", "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"), Entry("goal", "无")], out _)
            ?? throw new InvalidOperationException("a cell is locked");
    }
}
