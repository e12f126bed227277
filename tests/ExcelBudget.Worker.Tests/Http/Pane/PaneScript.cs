using ExcelBudget.Worker.Tests.Http.Browser;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>What somebody does in the pane, whichever program it sits in: the same steps for all of them.</summary>
/// <param name="tab">Where the pane is open.</param>
/// <param name="book">The workbook.</param>
internal sealed class PaneScript(Tab tab, ReturnedBook book)
{
    /// <summary>Checks for the first time.</summary>
    public async Task CheckAsync()
    {
        await tab.UntilAsync("!!document.querySelector('[data-do=check]:not(:disabled)')");
        await tab.ClickAsync("[data-do=check]");
        await tab.UntilAsync("!!document.querySelector('.finding.error')", 60);
    }

    /// <summary>The one error names its cell and what is right, and leads there.</summary>
    public async Task SeeTheCauseAsync()
    {
        (await tab.EvaluateAsync("document.querySelectorAll('.finding.error').length")).GetInt32().ShouldBe(1);
        (await tab.TextAsync("document.querySelector('.finding.error').dataset.cell")).ShouldBe(book.Wrong.Cell);
        (await tab.TextAsync("document.querySelector('.finding.error dd').textContent")).ShouldBe(book.Right);
        await tab.ClickAsync(".finding.error .place");
    }

    /// <summary>Checks again: the error is solved, the 疑点 stands.</summary>
    /// <param name="saves">True where the file on the disk is checked, which lacks what was typed.</param>
    public async Task CheckAgainAsync(bool saves = false)
    {
        await tab.ClickAsync("[data-do=check]");
        if (saves)
        {
            await tab.UntilAsync("!!document.querySelector('[data-do=save-check]')");
            await tab.ClickAsync("[data-do=save-check]");
        }

        await tab.UntilAsync("document.querySelector('.verdict')?.dataset.verdict === 'accepted'", 60);
        (await tab.EvaluateAsync("document.querySelectorAll('.finding.error').length")).GetInt32().ShouldBe(0);
        (await tab.TextAsync("document.querySelector('.solved summary').textContent")).ShouldContain("已解决");
    }

    /// <summary>Answers the 疑点: old and new are shown before anything is written.</summary>
    public async Task AnswerAsync(string answer, Func<Task>? look = null)
    {
        var card = "[...document.querySelectorAll('.finding.warning')].find(each => each.querySelector('.message').textContent === "
            + Tab.Quoted(book.Question) + ")";
        await tab.EvaluateAsync($"(() => {{ const field = {card}.querySelector('textarea'); field.value = {Tab.Quoted(answer)}; }})()");
        await tab.EvaluateAsync($"{card}.querySelector('[data-do=answer]').click()");
        await tab.UntilAsync("!document.querySelector('.confirm').hidden");
        (await tab.TextAsync("document.querySelector('.confirm tbody').innerText")).ShouldContain(answer);
        if (look is not null) await look();
        await tab.ClickAsync("[data-do=commit]");
        await tab.UntilAsync("document.querySelector('.notice:not([hidden])')?.textContent.includes('已写入')", 60);
    }

    /// <summary>Hands in, and waits for the verdict.</summary>
    public async Task HandInAsync()
    {
        await tab.ClickAsync("#tab-hand-in");
        await tab.ClickAsync("[data-do=hand-in]");
        await tab.UntilAsync("document.querySelector('.receipt')?.dataset.verdict === 'accepted'", 60);
    }
}
