using System.Net;
using ExcelBudget.Worker.Access;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>The page of a worker that has no county file yet, and of one whose county file cannot be used.</summary>
public sealed class NoCountyTests
{
    [Fact]
    public async Task Page_WithoutACountyFile_TellsHowToBegin_AndFindsItOnceItIsThere()
    {
        using var place = new WebPlace
        {
            IsIssued = false,
            Prepare = each => Directory.Move(each.Root.In("县级名册"), each.Root.In("以后的名册")),
        };
        await place.InitializeAsync();
        try
        {
            using var clerk = place.Client();
            var page = await clerk.GetStringAsync("");
            page.ShouldContain("<h1>还没有县级名册</h1>");
            page.ShouldContain("excelbudget county init");
            page.ShouldContain(place.Root.In("县级名册.xlsx"));
            page.ShouldNotContain("href=\"/units\"");
            foreach (var path in new[] { "units", "departments", "findings" })
                (await clerk.GetStringAsync(path)).ShouldContain("还没有县级名册", customMessage: path);
            foreach (var path in new[] { "records", "check", "codes", "addin/", "pane/preview.html" })
                (await clerk.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await clerk.GetAsync("units/101")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

            using var reader = place.Client(place.Token(AccessRole.Reader));
            (await reader.GetStringAsync("")).ShouldNotContain("county init");
            using var department = place.Client(place.Token(AccessRole.Department, 0));
            var own = await department.GetStringAsync("");
            own.ShouldContain("还没有县级名册");
            own.ShouldNotContain(place.Root.Path);
            own.ShouldContain("href=\"/check\"");

            place.Root.Write("县级名册/日程.csv", "环节,开放日期,截止日期\n一上,哪天,后天\n");
            (await clerk.GetStringAsync("")).ShouldContain("<h1>县级名册还不能用</h1>");
            Directory.Delete(place.Root.In("县级名册"), recursive: true);
            Directory.Move(place.Root.In("以后的名册"), place.Root.In("县级名册"));
            (await clerk.GetStringAsync("")).ShouldContain("<h1>一上</h1>");
        }
        finally
        {
            await place.DisposeAsync();
        }
    }
}
