using System.Net;
using System.Text.Json;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.County;
using ExcelBudget.Worker.Tests.WholeLine;
using ExcelBudget.Worker.Verbs;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>
/// 涉密: what a department types beside a project marked as classified stands in nothing that a county gives out: page, API, progress,
/// history, findings, letters, ledger.
/// </summary>
public sealed class WithheldValuesTests(WebPlace place) : IClassFixture<WebPlace>
{
    private const string Secret = "换装甲型终端三十一部于北山库";

    [Fact]
    public async Task ProjectMarkedWithItsGoalLeft_StandsInNothingTheCountyGivesOut()
    {
        var (department, unit) = WebPlace.Departments[0];
        var workbook = Marked(place.Issued(0));
        using var client = place.Client();
        var done = await WebPlace.HandInAsync(client, "报送.xlsx", workbook, department);
        done.GetProperty("verdict").GetString().ShouldBe("returned");
        var id = done.GetProperty("submission").GetString();

        string[] addresses =
        [
            "", "units", "departments", "findings", $"units/{unit}", $"submissions/{id}", $"submissions/{id}/changes", "api/status",
            "api/findings", $"api/units/{unit}/history", $"api/submissions/{id}/changes", $"api/submissions/{id}/findings",
            $"api/submissions/{id}/answers", "api/status.xlsx", "api/findings.xlsx", "api/submissions.xlsx", "metrics",
        ];
        var given = new List<(string Name, string Text)>();
        foreach (var address in addresses)
        {
            var answer = await client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            given.AddRange(GivenOut.Texts(address, await answer.Content.ReadAsByteArrayAsync()));
        }

        using var outside = new TempFolder();
        string[][] verbs =
        [
            ["status", "--list", "--xlsx", outside.In("进度.xlsx"), "--json", outside.In("进度.json")],
            ["history", unit, "--xlsx", outside.In("历次.xlsx")],
            ["ledger", "export", "--out", outside.In("台账")],
        ];
        foreach (var verb in verbs)
        {
            using var told = new StringWriter();
            (await ProgramEntry.RunAsync([.. verb, "--root", place.Root.Path], services => services.AddBudgetEngine(), told, told))
                .ShouldBe(0, told.ToString());
            given.Add((string.Join(' ', verb), told.ToString()));
        }

        given.AddRange(GivenOut.In(outside.Path, []));
        given.AddRange(GivenOut.In(place.Root.Path, [workbook]));
        given.Count.ShouldBeGreaterThan(60);
        given.Where(output => output.Text.Contains(Secret, StringComparison.Ordinal)
            || output.Text.Contains(JsonEncodedText.Encode(Secret).ToString(), StringComparison.Ordinal))
            .Select(output => output.Name).ShouldBeEmpty();
        given.ShouldContain(output => output.Text.Contains("CLASSIFIED-CONTENT", StringComparison.Ordinal));
    }

    /// <summary>The workbook with its first project marked, and a goal typed beside it.</summary>
    private byte[] Marked(byte[] workbook)
    {
        var read = new WorkbookReader([place.Get<PackStore>().Find("hebei")!.RuleBook])
            .Read(WorkbookGuard.Open(workbook).Package!.Content, out _)!;
        var mark = read.Places.First(cell => cell.Key.Form.Value == "projects" && cell.Key.Column.Value == "classified");
        var goal = read.Places.Single(cell => cell.Key.Row == mark.Key.Row && cell.Key.Form == mark.Key.Form
            && cell.Key.Column.Value == "goal");
        using var package = new ExcelPackage(new MemoryStream(workbook));
        package.Workbook.Worksheets[mark.Value.Sheet].Cells[mark.Value.Cell].Value = "是";
        package.Workbook.Worksheets[goal.Value.Sheet].Cells[goal.Value.Cell].Value = Secret;
        return package.GetAsByteArray();
    }
}
