using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Demo;
using ExcelBudget.Worker.Demo.Year;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http.Serving;
using ExcelBudget.Worker.Tests.County;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>
/// A worker that runs in this process on a county of two departments, with its page open: real engine, real folders, real ledger. The
/// first step of the county's year is open today, so that its workbooks are issued as soon as it runs.
/// </summary>
public sealed class WebPlace : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly int _port = FreePort();
    private IHost? _host;
    private RunningProgram? _program;

    /// <summary>Settings a test needs to be others.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    /// <summary>部门编码 and 单位编码 of the two departments.</summary>
    internal static IReadOnlyList<(string Department, string Unit)> Departments { get; } = [CountySample.Codes(0), CountySample.Codes(1)];

    internal TempFolder Root => _temp;

    internal Uri Address => new($"{(Settings.GetValueOrDefault("Page:Network") == "true" ? "https" : "http")}://127.0.0.1:{_port}/");

    internal T Get<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        Settings["DropFolder:Root"] = _temp.Path;
        Settings["DropFolder:QuietSeconds"] = "0.2";
        Settings["DropFolder:ListIntervalSeconds"] = "0.2";
        Settings["Packs:Folder"] = Repository.Packs;
        Settings["Serilog:MinimumLevel:Default"] = "Information";
        Settings["Page:Port"] = _port.ToString(CultureInfo.InvariantCulture);
        Settings.TryAdd("Page:RequestsPerMinute", "100000");
        // several run at once; who needs the port names one
        Settings.TryAdd("Page:ExcelPort", "0");
        var composition = new Composition(services => services.AddBudgetEngine());
        _host = composition.Build(CommandLine.Create(composition).Parse([]), new DropFolderRun { IsQuiet = true }, Settings)!;
        new CountySample(CountyPlace.Pack(_host.Services), 2).Write(_temp.Path);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        _temp.Write(
            "县级名册/日程.csv",
            "环节,开放日期,截止日期,提前几天提醒,下发通知\n" + $"一上,{today.AddDays(-9):yyyy-MM-dd},{today.AddDays(9):yyyy-MM-dd},,\n"
                + $"公开,{today.AddDays(30):yyyy-MM-dd},{today.AddDays(50):yyyy-MM-dd},,\n");
        Get<FolderProbe>().Problems().ShouldBeEmpty();
        Prepare?.Invoke(this);
        if (IsProgram) await StartProgramAsync();
        else await _host.StartAsync();
        if (IsIssued) await UntilAsync(() => Get<CountyLedger>().Issued(Year).Count == 2);
    }

    /// <summary>True when the workbooks of the two departments are issued at once.</summary>
    internal bool IsIssued { get; init; } = true;

    /// <summary>
    /// True to run the program itself, as a process that opens files in processes of their own; what is asked of this host is then read
    /// from the same ledger.
    /// </summary>
    internal bool IsProgram { get; init; }

    /// <summary>What is to be done before the worker starts.</summary>
    internal Action<WebPlace>? Prepare { get; init; }

    /// <summary>预算年度 of the county.</summary>
    internal int Year => Get<ExcelBudget.Worker.Http.CountyBoard>().County!.Year;

    internal bool IsServed => _host!.Services.GetServices<IHostedService>().OfType<WebServer>().Single().Address is not null;

    public async Task DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        else await _host!.StopAsync();
    }

    public void Dispose()
    {
        _host?.Dispose();
        _temp.Dispose();
    }

    /// <summary>A new token's key.</summary>
    internal string Token(AccessRole role, int? department = null) =>
        Get<AccessLedger>().Make(role, department is { } number ? Departments[number].Department : "", "持有人" + role.Title());

    /// <summary>A client that shows a token; none for whoever sits at the machine.</summary>
    internal HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The workbook that was issued to a department.</summary>
    internal byte[] Issued(int department) => File.ReadAllBytes(
        _temp.In(Get<CountyLedger>().Issued(Year).First(row => row.UnitCode == Departments[department].Unit).Path));

    /// <summary>A workbook with one wrong amount.</summary>
    internal byte[] Spoilt(byte[] workbook, int times = 1)
    {
        var slip = Slip.In(CountyPlace.Pack(_host!.Services), workbook);
        for (var time = 0; time < times; time++) workbook = slip.Spoil(workbook);
        return workbook;
    }

    /// <summary>A workbook in which one text of the note is missing, which is a 疑点.</summary>
    internal byte[] Unexplained(byte[] workbook) => Edited(workbook, "texts", null);

    /// <summary>A workbook in which the first text of a form is another.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="form">Id of the form.</param>
    /// <param name="text">The text; null for none.</param>
    internal byte[] Edited(byte[] workbook, string form, string? text)
    {
        var flat = WorkbookGuard.Open(workbook).Package!.Content;
        var read = new WorkbookReader([CountyPlace.Pack(_host!.Services).RuleBook]).Read(flat, out _)!;
        var place = read.Places.First(each => each.Key.Form.Value == form && read.Budget[each.Key] is CellValue.Text).Value;
        using var package = new ExcelPackage(new MemoryStream(workbook));
        package.Workbook.Worksheets[place.Sheet].Cells[place.Cell].Value = text;
        return package.GetAsByteArray();
    }

    /// <summary>Hands in, and waits until it was judged.</summary>
    /// <returns>What the receipt says in the end.</returns>
    internal static async Task<JsonElement> HandInAsync(HttpClient client, string name, byte[] content, string? department = null)
    {
        var more = department is null ? "" : "&department=" + department;
        var answer = await client.PostAsync($"api/hand-in?name={Uri.EscapeDataString(name)}{more}", new ByteArrayContent(content));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        var receipt = await JsonOf(answer);
        var question = $"api/hand-in?path={Uri.EscapeDataString(receipt.GetProperty("path").GetString()!)}&sha256="
            + receipt.GetProperty("sha256").GetString();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var state = await JsonOf(await client.GetAsync(question));
            if (state.GetProperty("state").GetString() == "done") return state;
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(50);
        }
    }

    internal static async Task<JsonElement> JsonOf(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldStartWith("{", customMessage: $"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Sends a request as it is written.</summary>
    /// <returns>The first line of the answer; empty for none.</returns>
    internal async Task<string> RawAsync(string head)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }

    /// <summary>Sends the beginning of a request and is gone.</summary>
    internal async Task BreakOffAsync(string head, byte[] body)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body);
        await UntilAsync(() => _temp.Files("work/uploads").Count > 0);
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(30);
        }
    }

    private async Task StartProgramAsync()
    {
        _program = RunningProgram.Start(Settings);
        using var client = Client();
        await UntilAsync(() =>
        {
            _program.IsRunning.ShouldBeTrue();
            try
            {
                return client.GetAsync("health").GetAwaiter().GetResult().IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                // it is not listening yet
                return false;
            }
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
