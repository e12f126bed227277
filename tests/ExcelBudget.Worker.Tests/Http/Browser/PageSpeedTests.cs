using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ExcelBudget.Worker.Settings;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Http.Browser;

/// <summary>What is measured runs beside nothing else.</summary>
[CollectionDefinition(nameof(PageSpeedTests), DisableParallelization = true)]
public sealed class PageSpeedTestsAlone;

/// <summary>A county of 300 departments with 5,000 returns, in a real browser and under many clients; the figures are printed.</summary>
[Collection(nameof(PageSpeedTests))]
[Trait("Category", "Slow")]
public sealed class PageSpeedTests(ITestOutputHelper output)
{
    private const int Units = 300;
    private const int Returns = 5_000;
    private const int FindingsOfEach = 20;

    [Fact]
    public async Task ListOfALargeCounty_StandsAndIsFilteredWithinASecond()
    {
        using var place = new WebPlace { Prepare = Fill, IsIssued = false };
        await place.InitializeAsync();
        await using var browser = await Chromium.StartAsync();
        try
        {
            var plain = place.Root.Write("plain.html", Plain());
            var tab = await browser.OpenAsync();
            await tab.GoAsync(new Uri(place.Address, "units"));
            var (page, table) = (await PaintAsync(tab, new Uri(place.Address, "units")), await PaintAsync(tab, new Uri(plain)));
            await tab.GoAsync(new Uri(place.Address, "units"));
            (await tab.EvaluateAsync("document.querySelectorAll('#units tbody tr').length")).GetInt32().ShouldBe(Units);
            await tab.WriteAsync("input[type=search]", "单位299本");
            var filter = await tab.UntilAsync("document.querySelectorAll('#units tbody tr').length === 1");
            var overview = await PaintAsync(tab, place.Address);
            var departments = await PaintAsync(tab, new Uri(place.Address, "departments"));
            var rules = await PaintAsync(tab, new Uri(place.Address, "findings"));
            (await tab.EvaluateAsync("document.querySelectorAll('#rules tbody tr').length")).GetInt32().ShouldBe(FindingsOfEach);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Units} units, {Returns} returns: first paint of the list {page} ms, of a plain table {table} ms, of the overview "
                    + $"{overview} ms, of departments {departments} ms, of rules {rules} ms; filter {filter.TotalMilliseconds:0} ms"));
            new[] { page, overview, departments, rules }.ShouldAllBe(time => time < 1_000);
            filter.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        }
        finally
        {
            await place.DisposeAsync();
        }
    }

    [Fact]
    public async Task TenThousandRequests_AreAnsweredOrTurnedAway_AndTheWorkerGoesOn()
    {
        using var place = new WebPlace();
        place.Settings["Page:RequestsPerMinute"] = "6000";
        await place.InitializeAsync();
        try
        {
            using var client = place.Client();
            var counts = new Dictionary<HttpStatusCode, int>();
            var gate = new Lock();
            var watch = Stopwatch.StartNew();
            var most = new ParallelOptions { MaxDegreeOfParallelism = 32 };
            await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), most, async (_, stop) =>
            {
                using var answer = await client.GetAsync("api/me", stop);
                lock (gate) counts[answer.StatusCode] = counts.GetValueOrDefault(answer.StatusCode) + 1;
            });
            output.WriteLine($"10,000 requests in {watch.Elapsed.TotalSeconds:0.0} s: " + string.Join(", ", counts));
            counts.Keys.ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
            await Task.Delay(TimeSpan.FromSeconds(1));
            var done = await WebPlace.HandInAsync(client, "以后.xlsx", place.Spoilt(place.Issued(0)), WebPlace.Departments[0].Department);
            done.GetProperty("verdict").GetString().ShouldBe("returned");
        }
        finally
        {
            await place.DisposeAsync();
        }
    }

    /// <summary>Milliseconds until the first words of a page stood.</summary>
    private static async Task<int> PaintAsync(Tab tab, Uri address)
    {
        await tab.GoAsync(address);
        await tab.UntilAsync("performance.getEntriesByName('first-contentful-paint').length > 0");
        return (await tab.EvaluateAsync("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)")).GetInt32();
    }

    private static string Plain() => "<!doctype html><meta charset=utf-8><table>" + string.Concat(Enumerable.Range(0, Units).Select(unit =>
        $"<tr><td>{unit}</td><td>单位{unit}本级</td><td>部门{unit}</td><td>已通过</td><td>3</td><td>0</td></tr>")) + "</table>";

    private static void Fill(WebPlace place)
    {
        place.Root.Write("县级名册/部门.csv", "部门编码,部门名称\n" + Lines(unit => $"{1001 + unit},部门{unit}"));
        place.Root.Write("县级名册/单位.csv", "单位编码,单位名称,部门编码\n" + Lines(unit => $"{1001 + unit}01,单位{unit}本级,{1001 + unit}"));
        // nothing is issued before a step opens
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        place.Root.Write("县级名册/日程.csv", $"环节,开放日期,截止日期\n一上,{today.AddDays(1):yyyy-MM-dd},{today.AddDays(20):yyyy-MM-dd}\n");
        using var ledger = new SqliteConnection($"Data Source={place.Get<WorkerSettings>().LedgerFile};Pooling=False");
        place.Get<ExcelBudget.Worker.County.Records.CountyLedger>();
        ledger.Open();
        using var transaction = ledger.BeginTransaction();
        for (var number = 0; number < Returns; number++)
        {
            using var row = ledger.CreateCommand();
            row.CommandText =
                """
                INSERT INTO submission (id, state, source_path, name, size, modified_ticks, received_at, attempts, verdict, unit_code,
                    unit_name, year, step, archive_path)
                VALUES ($id, 'Archived', '', $name, 1, 1, $at, 1, $verdict, $unit, $name, $year, '一上', 'archive/x.xlsx')
                """;
            row.Parameters.AddWithValue("$id", $"{number:00000000}");
            row.Parameters.AddWithValue("$name", $"单位{number % Units}本级");
            var at = TimeProvider.System.GetUtcNow().AddMinutes(number - Returns);
            row.Parameters.AddWithValue("$at", at.ToString("O", CultureInfo.InvariantCulture));
            row.Parameters.AddWithValue("$verdict", number % 3 == 0 ? "Returned" : "Accepted");
            row.Parameters.AddWithValue("$unit", $"{1001 + (number % Units)}01");
            row.Parameters.AddWithValue("$year", place.Year);
            row.ExecuteNonQuery();
        }

        foreach (var unit in Enumerable.Range(0, Units))
        {
            // the last return of each unit has a file of findings beside it
            var id = $"{((Returns - 1 - unit) / Units * Units) + unit:00000000}";
            var path = $"returned/{id}.json";
            place.Root.Write(path, Findings());
            using var made = ledger.CreateCommand();
            made.CommandText =
                "INSERT INTO output (submission, kind, final_path, final_key, sha256) VALUES ($id, 'findings', $path, $path, '')";
            made.Parameters.AddWithValue("$id", id);
            made.Parameters.AddWithValue("$path", path);
            made.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static string Findings() => JsonSerializer.Serialize(new
    {
        files = new[]
        {
            new
            {
                findings = Enumerable.Range(0, FindingsOfEach).Select(number => new
                {
                    rule = $"T1-{number}",
                    category = "total_mismatch",
                    severity = "error",
                    message = "“2013101 行政运行”行“基本支出”栏现为 328.02 万元，应为 318.02 万元，相差 10.00 万元。",
                    sheet = "T3 支出总表",
                    cell = $"D{number + 9}",
                }),
                changes = Array.Empty<object>(),
            },
        },
    });

    private static string Lines(Func<int, string> line) =>
        new StringBuilder().AppendJoin('\n', Enumerable.Range(0, Units).Select(line)).Append('\n').ToString();
}
