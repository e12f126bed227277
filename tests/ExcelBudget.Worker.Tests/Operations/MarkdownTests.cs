using ExcelBudget.Worker.Manual;

namespace ExcelBudget.Worker.Tests.Operations;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("# 一、`run` 和 **它**", "<h1>一、<code>run</code> 和 <b>它</b></h1>\n")]
    [InlineData("一行\n二行\n\n另一段", "<p>一行二行</p>\n<p>另一段</p>\n")]
    [InlineData("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n")]
    [InlineData("3. 丙", "<ol start=\"3\">\n<li>丙</li>\n</ol>\n")]
    [InlineData("```\na < b\n```", "<pre>a &lt; b\n</pre>\n")]
    [InlineData("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "<table>\n<tr><th>甲</th><th>乙</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n")]
    [InlineData("见[一览](findings.md)", "<p>见<a href=\"findings.html\">一览</a></p>\n")]
    [InlineData("![图](a.png)", "<p><img src=\"a.png\" alt=\"图\"></p>\n")]
    public void Line_OfTheManual_BecomesItsElement(string markdown, string html) => Markdown.ToHtml(markdown).ShouldBe(html);

    [Theory]
    [InlineData("clerk.md")]
    [InlineData("accountant.md")]
    [InlineData("findings.md")]
    public void Page_OfTheManual_LeavesNoMarkBehindAndItsPicturesAreThere(string page)
    {
        var html = Markdown.ToHtml(File.ReadAllText(Repository.PathOf("src", "manual", page)));
        html.ShouldNotContain("](");
        html.ShouldNotContain("**");
        foreach (var picture in html.Split("<img src=\"").Skip(1).Select(part => part.Split('"')[0]))
            File.Exists(Repository.PathOf("src", "manual", picture)).ShouldBeTrue(picture);
    }
}
