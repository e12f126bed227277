using System.Diagnostics;
using System.Text.Json;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.Isolation;

/// <summary>Files that are open beside one another in the process that opens files.</summary>
[Trait("Category", "Slow")]
public sealed class SeveralFilesAtOnceTests : IDisposable
{
    private static readonly (string Order, string Verdict, string? Reason)[] Files =
    [
        ("accepted", "accepted", null), ("crash", "unreadable", "internal_error"), ("accepted", "accepted", null),
        ("eat", "unreadable", "too_large"), ("returned", "returned", null), ("poison", "unreadable", "internal_error"),
        ("crash", "unreadable", "internal_error"), ("crash", "unreadable", "internal_error"), ("accepted", "accepted", null),
    ];

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task FileThatEndsTheProcess_AmongOthersOpenBesideIt_AloneIsBlamed()
    {
        for (var at = 0; at < Files.Length; at++)
            _temp.Write($"报送/{at}.xlsx", FakeWorkbook.Create(Files[at].Order, unit: $"20{at}"));
        var settings = _temp.Write("设置.json", JsonSerializer.SerializeToUtf8Bytes(new
        {
            Inspection = new { Seconds = 20, MaxMegabytes = 200 },
            Packs = new { Folder = Repository.Packs },
        }));
        string[] words = ["exec", typeof(FakeEngine).Assembly.Location, "check", _temp.In("报送"), "--json", _temp.In("结果.json"),
            "--settings", settings];
        using var check = Process.Start(new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = check.StandardOutput.ReadToEndAsync();
        var complained = await check.StandardError.ReadToEndAsync();
        await said;
        await check.WaitForExitAsync();

        using var json = JsonDocument.Parse(File.ReadAllBytes(_temp.In("结果.json")));
        json.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("file").GetString()!,
                file.GetProperty("verdict").GetString()!, Reason(file)))
            .ShouldBe(Files.Select((file, at) => ($"{at}.xlsx", file.Verdict, file.Reason)), complained);
    }

    private static string? Reason(JsonElement file) =>
        file.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;
}
