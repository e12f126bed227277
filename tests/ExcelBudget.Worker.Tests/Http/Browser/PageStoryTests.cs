using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Tests.Answers;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Http.Browser;

/// <summary>People at the page of the running program, in a real browser.</summary>
[Trait("Category", "Slow")]
public sealed class PageStoryTests(BrowserPlace at, ITestOutputHelper output) : IClassFixture<BrowserPlace>
{
    private readonly WebPlace _place = at.Place;

    [Fact]
    public async Task Workbook_IsDroppedCorrectedHandedInWaivedAndPublished_AndNothingLeavesTheMachine()
    {
        var (own, other) = (WebPlace.Departments[0].Unit, WebPlace.Departments[1].Unit);
        var clerk = await at.OpenAsync();
        await clerk.GoAsync(at.At(""));
        await at.LookAsync(clerk, "overview-begin");
        var department = await at.OpenAsync(AccessRole.Department, 0);
        await at.LookAsync(department, "department-begin");
        var (right, wrong) = (Put("预算.xlsx", _place.Issued(0)), Put("预算 错.xlsx", _place.Spoilt(_place.Issued(0))));

        // one wrong amount: the finding with its cell, and the sheet around it
        await department.GoAsync(at.At("check"));
        await at.LookAsync(department, "check-begin");
        await department.DropAsync(".drop", wrong);
        var took = await department.UntilAsync("!!document.querySelector('.finding[data-cell] .here')");
        output.WriteLine($"finding with its cell drawn after {took.TotalSeconds:0.00} s");
        await at.LookAsync(department, "check");
        await ShowsWhatTheApiSaysAsync(department, wrong);

        // the corrected workbook: accepted, and the clerk sees it within a second
        await department.ChooseAsync(right);
        await department.UntilAsync("document.querySelector('.verdict')?.dataset.verdict === 'accepted'");
        await department.ClickAsync("button[data-hand-in]");
        await department.UntilAsync("!!document.querySelector('.receipt .good')", 60);
        var late = await clerk.UntilAsync("document.querySelector('#counts a[href*=\"state=accepted\"] .figure').textContent !== '0'");
        output.WriteLine($"status page {late.TotalSeconds:0.00} s after the verdict");
        late.ShouldBeLessThan(TimeSpan.FromSeconds(1));

        // the note opens, and is tried on the page
        await department.GoAsync(at.At("units/" + own));
        var note = Put("情况说明.docx", await NoteAsync(department));
        await department.GoAsync(at.At("check"));
        await department.ChooseAsync(note);
        await department.UntilAsync("document.querySelector('.verdict')?.dataset.verdict === 'accepted'", 60);
        (await department.TextAsync("document.querySelector('.verdict').innerText")).ShouldContain("预算.xlsx");
        await at.LookAsync(department, "check-note");
        await department.GoAsync(at.At(""));
        await at.LookAsync(department, "department");

        // another department sees none of it
        var stranger = await at.OpenAsync(AccessRole.Department, 1);
        (await stranger.TextAsync("document.body.innerHTML")).ShouldNotContain(own);
        await stranger.GoAsync(at.At("units/" + own));
        (await stranger.TextAsync("document.body.innerText")).ShouldContain("没有这样的单位");
        await at.LookAsync(stranger, "not-found");

        // the clerk waives an error and publishes
        await WebPlace.HandInAsync(_place.Client(), "二.xlsx", _place.Spoilt(_place.Issued(1)), WebPlace.Departments[1].Department);
        await clerk.GoAsync(at.At("units/" + other));
        await clerk.UntilAsync("document.querySelector('#standing').innerText.includes('已退回')");
        await clerk.ClickAsync("[data-load$='/waivers']");
        await clerk.UntilAsync("!!document.querySelector('form.waive')");
        await at.LookAsync(clerk, "waive");
        await clerk.GoAsync(at.At("findings"));
        await clerk.UntilAsync("document.querySelectorAll('#rules tbody tr').length > 0");
        await at.LookAsync(clerk, "findings");
        await clerk.GoAsync(at.At("units/" + other));
        await clerk.ClickAsync("[data-load$='/waivers']");
        await clerk.UntilAsync("!!document.querySelector('form.waive')");
        await clerk.WriteAsync("form.waive [name=reason]", "县政府会议同意 <script>alert(1)</script>");
        await clerk.WriteAsync("form.waive [name=person]", "王局长");
        await clerk.ClickAsync("form.waive button");
        await clerk.UntilAsync("document.querySelector('#standing').innerText.includes('已通过')", 60);
        await clerk.WriteAsync("#do-publish [name=place]", "https://www.example.gov.cn/ys");
        await clerk.WriteAsync("#do-publish [name=person]", "孙丽");
        await clerk.ClickAsync("#do-publish button");
        await clerk.UntilAsync("document.querySelector('#standing').innerText.includes('已公开')");
        (await clerk.TextAsync("document.querySelector('#clerk').innerText")).ShouldContain("<script>alert(1)</script>");
        const string Package = "fetch(document.querySelector('a[href*=\"package.zip\"]').href)";
        (await clerk.TextAsync(Package + ".then(answer => answer.text()).then(text => text.slice(0, 2))")).ShouldBe("PK");

        await AnsweredAsync(clerk, department);
        await NamedLikeAScriptAsync(department);
        await IssuedAndRemindedAsync(clerk);
        await clerk.GoAsync(at.At(""));
        await at.LookAsync(clerk, "overview");
        await LookAroundAsync(clerk);
        at.NothingLeft();
    }

    [Fact]
    public async Task Page_IsWalkedByKeysAlone()
    {
        var clerk = await at.OpenAsync();
        foreach (var path in new[] { "", "units", "check", "codes?q=xzyx", "departments", "findings" })
        {
            await clerk.GoAsync(at.At(path));
            var all = (await clerk.EvaluateAsync(
                "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
                    + ".filter(each => each.type !== 'hidden' && !each.disabled && each.checkVisibility()).length")).GetInt32();
            var walked = new List<string>();
            for (var step = 0; step < all; step++)
            {
                await clerk.PressAsync("Tab");
                walked.Add(await clerk.TextAsync(
                    "(each => each.localName + '|' + (each.innerText || each.ariaLabel || each.labels?.[0]?.innerText || '').trim()"
                        + " + '|' + getComputedStyle(each.matches('.drop input') ? each.parentElement : each).outlineStyle)"
                        + "(document.activeElement)"));
            }

            walked[0].ShouldStartWith("a|跳到正文", customMessage: path);
            // every one is reached, has a name that is read out, and shows that it is the one
            walked.ShouldNotContain(
                each => each.StartsWith("body", StringComparison.Ordinal), $"{path}: {string.Join(", ", walked)}");
            walked.ShouldAllBe(each => each.Split('|')[1].Length > 0);
            walked.ShouldAllBe(each => each.Split('|')[2] != "none");
        }

        // the first key stroke leads past the navigation
        await clerk.GoAsync(at.At("units"));
        await clerk.PressAsync("Tab");
        await clerk.PressAsync("Enter");
        await clerk.UntilAsync("document.activeElement.id === 'main'");
        // and a filter is typed, not clicked
        await clerk.PressAsync("Tab");
        await clerk.TypeAsync("yhxrdc");
        await clerk.UntilAsync("document.querySelectorAll('#units tbody tr').length === 1");
    }

    [Fact]
    public async Task Page_ForWhomeverItIsNot_SaysSo()
    {
        var stranger = await at.OpenAsync();
        await stranger.GoAsync(at.At("login"));
        await at.LookAsync(stranger, "login");
        await stranger.WriteAsync("[name=token]", "ebt_wrong");
        await stranger.ClickAsync("form.login button");
        await stranger.UntilAsync("!!document.querySelector('[role=alert].wrong')");
        await at.LookAsync(stranger, "login-wrong");
        await stranger.GoAsync(at.At("nothing"));
        (await stranger.TextAsync("document.querySelector('h1').innerText")).ShouldContain("没有这样的地址");
        await at.LookAsync(stranger, "trouble");
        var department = await at.OpenAsync(AccessRole.Department, 0);
        await department.GoAsync(at.At("units"));
        (await department.TextAsync("document.querySelector('h1').innerText")).ShouldContain("不能做这件事");
        var reader = await at.OpenAsync(AccessRole.Reader);
        await at.LookAsync(reader, "reader");
        (await reader.EvaluateAsync("document.querySelectorAll('main form, main a[href^=\"/units/\"]').length")).GetInt32().ShouldBe(0);
    }

    /// <summary>A 疑点 is answered in the workbook, and the clerk accepts the answer on the page.</summary>
    private async Task AnsweredAsync(Tab clerk, Tab department)
    {
        var client = _place.Client();
        var (code, unit) = WebPlace.Departments[0];
        var asked = await WebPlace.HandInAsync(client, "疑点.xlsx", _place.Unexplained(_place.Issued(0)), code);
        asked.GetProperty("verdict").GetString().ShouldBe("accepted");
        var annotated = await client.GetByteArrayAsync($"api/submissions/{asked.GetProperty("submission")}/files/annotated");
        await WebPlace.HandInAsync(client, "疑点 答复.xlsx", AnsweredFile.Answered(annotated, 0, "本单位无此项 <b>"), code);
        await department.GoAsync(at.At("units/" + unit));
        await department.UntilAsync("document.querySelector('.answer')?.innerText.includes('本单位无此项 <b>')");
        await clerk.GoAsync(at.At("units/" + unit));
        await clerk.UntilAsync("!!document.querySelector('form[data-post$=\"/answers\"]')");
        await clerk.ClickAsync("form[data-piece] button");
        await clerk.UntilAsync("document.querySelector('.piece h3')?.innerText.includes('改动的单元格')", 60);
        await at.LookAsync(clerk, "unit");
        await clerk.WriteAsync("form[data-post$='/answers'] [name=person]", "孙丽");
        await clerk.ClickAsync("form[data-post$='/answers'] button");
        await clerk.UntilAsync("document.querySelector('#versions').innerText.includes('已认可（孙丽')");
        await department.UntilAsync("document.querySelector('#versions').innerText.includes('已认可（孙丽')");
        await clerk.ClickAsync("#versions a[href^='/submissions/']");
        await clerk.UntilAsync("location.pathname.startsWith('/submissions/') && !!document.querySelector('.version')");
        await at.LookAsync(clerk, "submission");
    }

    /// <summary>A project is called like a script: its name is shown, and nothing runs.</summary>
    private async Task NamedLikeAScriptAsync(Tab department)
    {
        const string Name = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>";
        await department.GoAsync(at.At("check"));
        await department.ChooseAsync(Put("<b>脚本.xlsx", _place.Edited(_place.Issued(0), "projects", Name)));
        await department.UntilAsync("!!document.querySelector('.verdict') && !!document.querySelector('.changes')", 60);
        (await department.TextAsync("document.querySelector('#result').textContent")).ShouldContain(Name);
        (await department.TextAsync("document.querySelector('#result').textContent")).ShouldContain("<b>脚本.xlsx");
        const string Made = "document.querySelectorAll('#result img, #result script, #result b').length";
        (await department.EvaluateAsync(Made)).GetInt32().ShouldBe(0);
        (await department.TextAsync("document.title")).ShouldStartWith("试检");
    }

    /// <summary>The clerk issues a step and sees how far it is; she reminds, and is told of whom.</summary>
    private async Task IssuedAndRemindedAsync(Tab clerk)
    {
        await clerk.GoAsync(at.At(""));
        const string Issue = "form[data-post='/api/issues']";
        await clerk.EvaluateAsync($"document.querySelector({Tab.Quoted(Issue + " select")}).value = '公开'");
        await clerk.ClickAsync(Issue + " button");
        await clerk.UntilAsync("document.querySelector('#job').innerText.includes('2 / 2，新下发 2，已完成')", 60);
        const string Remind = "form[data-post='/api/reminders']";
        await clerk.EvaluateAsync($"document.querySelector({Tab.Quoted(Remind + " select")}).value = '公开'");
        await clerk.ClickAsync(Remind + " button");
        await clerk.UntilAsync($"document.querySelector({Tab.Quoted(Remind + " output")}).innerText.includes('已催 2 个单位')", 60);
    }

    private async Task LookAroundAsync(Tab clerk)
    {
        await clerk.GoAsync(at.At("departments"));
        await at.LookAsync(clerk, "departments");
        await clerk.GoAsync(at.At("units"));
        await at.LookAsync(clerk, "units");
        await clerk.WriteAsync("input[type=search]", "没有的");
        await clerk.UntilAsync("document.querySelectorAll('#units tbody tr').length === 0 && !!document.querySelector('#units .empty')");
        await at.LookAsync(clerk, "units-none");
        await clerk.GoAsync(at.At("records"));
        (await clerk.TextAsync("document.querySelector('#actions').innerText")).ShouldContain("王局长");
        await at.LookAsync(clerk, "records");
        await clerk.GoAsync(at.At("codes?q=xzyx"));
        await at.LookAsync(clerk, "codes");
        await clerk.GoAsync(at.At("codes?q=qqqq"));
        await at.LookAsync(clerk, "codes-none");
        await clerk.GoAsync(at.At("check"));
        await clerk.ChooseAsync(Put("别的.xlsx", [1, 2, 3]));
        await clerk.UntilAsync("document.querySelector('.verdict')?.dataset.verdict === 'held'", 60);
        await at.LookAsync(clerk, "check-unreadable");
    }

    private async Task ShowsWhatTheApiSaysAsync(Tab department, string wrong)
    {
        var cell = await department.TextAsync("document.querySelector('.findings.error .finding').dataset.cell");
        var api = await _place.Client().PostAsync("api/check?name=a.xlsx", new ByteArrayContent(await File.ReadAllBytesAsync(wrong)));
        var findings = (await WebPlace.JsonOf(api)).GetProperty("files")[0].GetProperty("findings").EnumerateArray().ToArray();
        cell.ShouldBe(findings.First(finding => finding.GetProperty("severity").GetString() == "error").GetProperty("cell").GetString());
        var shown = await department.EvaluateAsync(
            "[...document.querySelectorAll('.finding')].map(each => each.dataset.rule + each.querySelector('p').textContent)");
        shown.EnumerateArray().Select(each => each.GetString()).Order(StringComparer.Ordinal).ShouldBe(
            findings.Select(each => each.GetProperty("rule").GetString() + each.GetProperty("message").GetString())
                .Order(StringComparer.Ordinal));
    }

    private static async Task<byte[]> NoteAsync(Tab tab) => Convert.FromBase64String(await tab.TextAsync(
        "fetch(document.querySelector('a[href$=\"/files/note\"]').href).then(answer => answer.arrayBuffer())"
            + ".then(bytes => btoa([...new Uint8Array(bytes)].map(each => String.fromCharCode(each)).join('')))"));

    private string Put(string name, byte[] content) => at.Temp.Write(name, content);
}
