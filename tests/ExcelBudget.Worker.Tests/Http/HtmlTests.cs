using ExcelBudget.Worker.Page;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>What strangers typed, on a page.</summary>
public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onmouseover=\"alert(1)", "&quot; onmouseover=&quot;alert(1)")]
    [InlineData("' x='", "&#x27; x=&#x27;")]
    [InlineData("农业农村局 & 水利局", "农业农村局 &amp; 水利局")]
    public void Name_OfAStranger_NeverBecomesMarkup(string typed, string written)
    {
        var piece = Html.Of($"""<li title="{typed}">{typed}</li>""");
        piece.ToString().ShouldBe($"""<li title="{written}">{written}</li>""");
        Html.Of($"<ul>{piece}</ul>").ToString().ShouldBe($"<ul>{piece.ToString()}</ul>");
    }
}
