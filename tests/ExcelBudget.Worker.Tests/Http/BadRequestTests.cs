using System.Net;
using System.Text;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Http;

/// <summary>What people, programs and strangers send that they should not.</summary>
public sealed class BadRequestTests(WebPlace place) : IClassFixture<WebPlace>
{
    public static TheoryData<string> Names =>
    [
        "../../县级名册.xlsx", "..\\..\\work\\ledger.db", "/etc/passwd", "a/b.xlsx", "..", "", "~$预算.xlsx", "预算.xlsx.part", "坏\u202Exslx.xlsx",
        "换\n行.xlsx", new string('长', 300) + ".xlsx",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FileName_ThatIsATrick_IsRefusedWithASentence_AndNothingIsWritten(string name)
    {
        using var client = place.Client();
        var before = place.Root.Files("").Where(IsNoLog).ToArray();
        foreach (var path in new[] { "api/hand-in", "api/check" })
        {
            var answer = await client.PostAsync($"{path}?name={Uri.EscapeDataString(name)}", new ByteArrayContent([1, 2, 3]));
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await WebPlace.JsonOf(answer)).GetProperty("title").GetString()!.ShouldContain("文件");
        }

        place.Root.Files("").Where(IsNoLog).ShouldBe(before);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"step\":7}")]
    public async Task Body_ThatIsNoJsonOfItsCall_IsToldInChinese(string body)
    {
        using var client = place.Client();
        foreach (var path in new[] { "api/pane/enter", "api/reminders", "api/issues", "api/publications" })
        {
            var answer = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
            ((int)answer.StatusCode).ShouldBeInRange(400, 409, path);
            (await WebPlace.JsonOf(answer)).GetProperty("title").GetString()!.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", path);
        }
    }

    [Fact]
    public async Task FileName_ThatIsAScript_IsAFileNameLikeAnother()
    {
        using var client = place.Client();
        var done = await WebPlace.HandInAsync(client, "<img src=x onerror=alert(1)>.xlsx", [1, 2, 3], WebPlace.Departments[0].Department);
        done.GetProperty("verdict").GetString().ShouldBe("unreadable");
        done.GetProperty("reason").GetString().ShouldBe("not_a_workbook");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_OfAHundredMegabytes_IsRefusedAndKeptNowhere(bool tellsItsLength)
    {
        using var client = place.Client();
        using var content = new StreamContent(new Zeros(100L << 20));
        if (tellsItsLength) content.Headers.ContentLength = 100L << 20;
        var request = new HttpRequestMessage(HttpMethod.Post, "api/hand-in?name=大.xlsx") { Content = content };
        request.Headers.TransferEncodingChunked = !tellsItsLength;
        request.Headers.ExpectContinue = tellsItsLength;
        var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await WebPlace.JsonOf(answer)).GetProperty("title").GetString()!.ShouldContain("50 MB");
        place.Root.Files("work/uploads").ShouldBeEmpty();
        place.Root.Files("inbox").ShouldBeEmpty();
    }

    [Fact]
    public async Task Upload_ThatBreaksOff_LeavesNothing()
    {
        var head = $"POST /api/hand-in?name=a.xlsx HTTP/1.1\r\nHost: {place.Address.Authority}\r\nContent-Length: 1000\r\n\r\n";
        await place.BreakOffAsync(head, new byte[100]);
        await WebPlace.UntilAsync(() => place.Root.Files("work/uploads").Count == 0);
        place.Root.Files("inbox").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Upload_ThatHardlyMoves_IsEndedAndLeavesNothing()
    {
        var head = $"POST /api/hand-in?name=a.xlsx HTTP/1.1\r\nHost: {place.Address.Authority}\r\nContent-Length: 1000\r\n\r\nabc";
        // nothing more comes: the answer, or the end of the line, does
        var answer = await place.RawAsync(head);
        if (answer.Length > 0) answer.ShouldStartWith("HTTP/1.1 408");
        await WebPlace.UntilAsync(() => place.Root.Files("work/uploads").Count == 0);
        place.Root.Files("inbox").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Worker_StoppedInTheMiddleOfAnUpload_LosesNothingThatWasWhole_AndKeepsNothingThatWasNot()
    {
        using var other = new WebPlace();
        await other.InitializeAsync();
        using var client = other.Client();
        var whole = await WebPlace.HandInAsync(client, "完整.xlsx", other.Spoilt(other.Issued(0)), WebPlace.Departments[0].Department);
        using var body = new StreamContent(new Stalling(20_000));
        body.Headers.ContentLength = 100_000;
        using var gone = new CancellationTokenSource();
        var half = client.PostAsync("api/hand-in?name=半份.xlsx", body, gone.Token);
        await WebPlace.UntilAsync(() => other.Root.Files("work/uploads").Count > 0);
        await other.DisposeAsync();
        await gone.CancelAsync();
        (await Record.ExceptionAsync(() => half)).ShouldNotBeNull();
        other.Root.Files("archive").ShouldContain(file => file.Contains("完整", StringComparison.Ordinal));
        whole.GetProperty("verdict").GetString().ShouldBe("returned");
        other.Root.Files("inbox").ShouldBeEmpty();

        // a worker that was killed could not clear up after itself: the next one does
        other.Root.Write("work/uploads/x.part", "半份");
        _ = new ExcelBudget.Worker.Http.Uploads(other.Get<ExcelBudget.Worker.Settings.WorkerSettings>());
        other.Root.Files("work/uploads").ShouldBeEmpty();
    }

    [Fact]
    public async Task Workbook_OfSomethingElse_IsAVerdictWithItsReason()
    {
        using var client = place.Client();
        var answer = await client.PostAsync("api/check?name=别的.xlsx", new ByteArrayContent(Encoding.UTF8.GetBytes("不是工作簿")));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var file = (await WebPlace.JsonOf(answer)).GetProperty("files")[0];
        file.GetProperty("verdict").GetString().ShouldBe("unreadable");
        file.GetProperty("reason").GetString().ShouldBe("not_a_workbook");
    }

    [Fact]
    public async Task Workbook_OfSomebodyElsesMaking_IsToldToBeNoneOfOurs()
    {
        using var client = place.Client();
        using var package = new ExcelPackage();
        package.Workbook.Worksheets.Add("Sheet1").Cells["A1"].Value = "销售额";
        var answer = await client.PostAsync("api/check?name=别人的.xlsx", new ByteArrayContent(package.GetAsByteArray()));
        var file = (await WebPlace.JsonOf(answer)).GetProperty("files")[0];
        file.GetProperty("verdict").GetString().ShouldBe("unreadable");
        file.GetProperty("reason").GetString().ShouldBe("wrong_template");
    }

    [Theory]
    [InlineData("/api/submissions/..%2F..%2Fledger/files/original")]
    [InlineData("/api/units/..%2F..%2F/history")]
    [InlineData("/api/submissions/x/files/..%2F..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/assets/..%2F..%2Fappsettings.json")]
    [InlineData("/work/ledger.db")]
    public async Task Path_ThatLeavesItsPlace_FindsNothing(string path)
    {
        (await place.RawAsync($"GET {path} HTTP/1.1\r\nHost: {place.Address.Authority}\r\nConnection: close\r\n\r\n"))
            .ShouldStartWith("HTTP/1.1 404");
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("check", HttpStatusCode.OK)]
    [InlineData("pane/preview.html", HttpStatusCode.OK)]
    [InlineData("addin/", HttpStatusCode.OK)]
    [InlineData("api/status", HttpStatusCode.OK)]
    [InlineData("api/events", HttpStatusCode.OK)]
    [InlineData("api/status.xlsx", HttpStatusCode.OK)]
    [InlineData("openapi/excelbudget.json", HttpStatusCode.OK)]
    [InlineData("metrics", HttpStatusCode.OK)]
    [InlineData("api/units/nobody/history", HttpStatusCode.NotFound)]
    [InlineData("api/nothing", HttpStatusCode.NotFound)]
    [InlineData("api/hand-in", HttpStatusCode.BadRequest)]
    [InlineData("api/check", HttpStatusCode.MethodNotAllowed)]
    [InlineData("api/pane/enter", HttpStatusCode.MethodNotAllowed)]
    public async Task Head_OfAnAddress_AnswersAsTheFetchDoes_WithoutABody(string path, HttpStatusCode expected)
    {
        using var client = place.Client();
        var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        head.StatusCode.ShouldBe(expected);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        using var get = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        get.StatusCode.ShouldBe(expected);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        head.Headers.GetValues("Content-Security-Policy").ShouldBe(get.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task Page_OfAnotherSite_CannotMakeThisBrowserAsk()
    {
        using var client = place.Client();
        var crossing = new HttpRequestMessage(HttpMethod.Post, "api/hand-in?name=a.xlsx") { Content = new ByteArrayContent([1]) };
        crossing.Headers.Add("Origin", "http://evil.example");
        (await client.SendAsync(crossing)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var renamed = new HttpRequestMessage(HttpMethod.Get, "api/status");
        renamed.Headers.Host = "evil.example";
        (await client.SendAsync(renamed)).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task Answer_CarriesThePolicyThatLetsNothingInFromOutside_AndItsNumber()
    {
        using var client = place.Client();
        var answer = await client.GetAsync("api/status");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Request-Id").Single().Length.ShouldBe(32);
    }

    [Fact]
    public async Task RequestThatFails_StandsInTheLogUnderItsNumber()
    {
        using var client = place.Client();
        var answer = await client.GetAsync("api/units/nobody/history");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var number = answer.Headers.GetValues("X-Request-Id").Single();
        await WebPlace.UntilAsync(() => place.Root.Files("work/logs").Any(file => ReadShared("work/logs/" + file)
            .Contains(number, StringComparison.Ordinal)));
    }

    private string ReadShared(string file)
    {
        using var stream = new FileStream(place.Root.In(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static bool IsNoLog(string file) =>
        !file.StartsWith("work/", StringComparison.Ordinal) || file.StartsWith("work/uploads", StringComparison.Ordinal);

    /// <summary>A body that comes to a stop.</summary>
    private sealed class Stalling(long length) : Zeros(length)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(new byte[buffer.Length], 0, buffer.Length);
            if (read == 0) await Task.Delay(Timeout.Infinite, cancellationToken);
            return read;
        }
    }

    /// <summary>A body of nothing but zeros, which takes no memory.</summary>
    private class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            Array.Clear(buffer, offset, read);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
