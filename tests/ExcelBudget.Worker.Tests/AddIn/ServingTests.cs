using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.AddIn.Doctor;
using ExcelBudget.Worker.Tests.Http;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>The worker as Excel and WPS meet it: over http on the machine itself, and by https with the bureau's certificate.</summary>
public sealed partial class ServingTests : IAsyncLifetime, IDisposable
{
    private readonly int _excelPort = FreePort();
    private readonly WebPlace _place;

    public ServingTests()
    {
        _place = new WebPlace
        {
            IsIssued = false,
            Prepare = place => BureauCertificate.Make(Folder(place), [], TimeProvider.System.GetUtcNow()),
        };
        _place.Settings["Page:ExcelPort"] = _excelPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task InitializeAsync() => _place.InitializeAsync();

    public Task DisposeAsync() => _place.DisposeAsync();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task AddressesOfTheManifestsAndOfTheShell_AllAnswerFromARunningWorker()
    {
        using var excel = Trusting();
        var manifest = await excel.GetStringAsync("addin/manifest.xml");
        var unified = await excel.GetStringAsync("addin/manifest.json");
        var addresses = Address().Matches(manifest + unified).Select(match => match.Value.Replace("&amp;", "&", StringComparison.Ordinal))
            .Distinct().ToArray();
        addresses.Length.ShouldBeGreaterThan(35);
        addresses.Count(address => address.Contains("/pane/", StringComparison.Ordinal)).ShouldBe(5);
        foreach (var address in addresses)
        {
            address.ShouldStartWith($"https://localhost:{_excelPort}/");
            using var answer = await excel.GetAsync(new Uri(address));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            if (!address.EndsWith(".png", StringComparison.Ordinal)) continue;
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
            // Office keeps its buttons' pictures, and shows none that it may not keep
            var kept = answer.Headers.CacheControl!;
            (kept.NoCache || kept.NoStore || kept.MaxAge is null).ShouldBeFalse(address);
        }

        using var wps = _place.Client();
        foreach (var (name, type) in new[]
        {
            ("ribbon.xml", "text/xml"), ("manifest.xml", "text/xml"), ("index.html", "text/html"), ("main.js", "text/javascript"),
            ("", "text/html"), ("jsplugins.xml", "text/xml"), ("icons/check.svg", "image/svg+xml"), ("icons/hand-in.svg", "image/svg+xml"),
        })
        {
            using var answer = await wps.GetAsync("wps/" + name);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            (answer.Headers.CacheControl!.NoCache || name.EndsWith(".svg", StringComparison.Ordinal)).ShouldBeTrue(name);
            answer.Headers.CacheControl.NoStore.ShouldBeFalse(name);
            using var head = await wps.SendAsync(new HttpRequestMessage(HttpMethod.Head, "wps/" + name));
            head.StatusCode.ShouldBe(HttpStatusCode.OK, name);
        }

        // the pane that the shell opens, and where Excels with Internet Explorer are led
        (await wps.GetAsync("pane/wps.html?go=check")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var old = new HttpRequestMessage(HttpMethod.Get, "pane/?go=check");
        old.Headers.Add("User-Agent", "Mozilla/5.0 (Trident/7.0; rv:11.0)");
        using var led = await wps.SendAsync(old);
        (await led.Content.ReadAsStringAsync()).ShouldContain("请升级到 Excel 2021");
        (await wps.GetByteArrayAsync("wps/ribbon.xml")).AsSpan(0, 9).SequenceEqual("<customUI"u8).ShouldBeTrue();
        (await wps.GetStringAsync("wps/jsplugins.xml")).ShouldContain($"url=\"{_place.Address}wps/\"");
    }

    [Theory]
    [InlineData("wps/../appsettings.json")]
    [InlineData("wps/%2e%2e/appsettings.json")]
    [InlineData("wps/nothing.xml")]
    [InlineData("wps/icons/../ribbon.xml.bak")]
    [InlineData("addin/icons/%2e%2e%2fwps%2fribbon.xml")]
    [InlineData("addin/assets/nothing.js")]
    public async Task OtherNames_AreNotThere(string path)
    {
        using var client = _place.Client();
        (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task InstallPage_MaySpeakWithTheServiceOfWpsAndWithNothingElse()
    {
        using var client = _place.Client();
        using var answer = await client.GetAsync("addin/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("connect-src 'self' http://127.0.0.1:58890");
        policy.ShouldContain("default-src 'none'; script-src 'self'");
        var page = await answer.Content.ReadAsStringAsync();
        foreach (Match own in Own().Matches(page))
            (await client.GetAsync(own.Groups[1].Value)).StatusCode.ShouldBe(HttpStatusCode.OK, own.Value);
        (await client.GetAsync("addin/upgrade")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var authority = await client.GetByteArrayAsync("addin/excelbudget-ca.crt");
        using var certificate = X509CertificateLoader.LoadCertificate(authority);
        certificate.HasPrivateKey.ShouldBeFalse();
    }

    [Fact]
    public void Probe_OfAWorkerWhoseCertificateIsNotTrustedHere_SaysSo()
    {
        var probe = new AddressProbe();
        probe.Ask(new Uri($"https://localhost:{_excelPort}/addin/manifest.xml")).State.ShouldBe(ProbeState.Untrusted);
        probe.Ask(new Uri(_place.Address, "wps/ribbon.xml")).Text.ShouldStartWith("<customUI");
        probe.Ask(new Uri(_place.Address, "nothing")).State.ShouldBe(ProbeState.Strange);
        probe.Ask(new Uri($"http://127.0.0.1:{FreePort()}/")).State.ShouldBe(ProbeState.Silent);
    }

    private HttpClient Trusting()
    {
        using var authority =
            X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Folder(_place), BureauCertificate.AuthorityFile));
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509CertificateLoader.LoadCertificate(authority.RawData) },
        };
        var options = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        var handler = new SocketsHttpHandler { SslOptions = options };
        return new HttpClient(handler) { BaseAddress = new Uri($"https://localhost:{_excelPort}/") };
    }

    private static string Folder(WebPlace place) => place.Root.In("work/certificate");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("https://localhost:[0-9]+/[^\"<]*")]
    private static partial Regex Address();

    [GeneratedRegex("(?:src|href)=\"(/addin/[^\"]+)\"")]
    private static partial Regex Own();
}
