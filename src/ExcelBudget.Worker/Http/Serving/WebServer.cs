using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Http.Pane;
using ExcelBudget.Worker.Settings;
using Microsoft.AspNetCore.Connections;
using OpenTelemetry.Metrics;

namespace ExcelBudget.Worker.Http.Serving;

/// <summary>
/// Serves the page and the API beside the drop folder. It is a guest of the worker: when it cannot be opened, that is said, and the folder
/// goes on.
/// </summary>
internal sealed class WebServer(IServiceProvider worker, WorkerSettings settings, AccessLedger tokens, ILogger<WebServer> log)
    : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private WebApplication? _app;

    /// <summary>Where it is served; null while it is not.</summary>
    public Uri? Address { get; private set; }

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
        {
            log.LogError("网页没有打开：{Problem}", refusal);
            return;
        }

        try
        {
            _app = Build();
            await _app.StartAsync(cancellationToken);
            var scheme = settings.Page.OpensNetwork ? "https" : "http";
            Address = new Uri($"{scheme}://{(settings.Page.OpensNetwork ? Environment.MachineName : "127.0.0.1")}:{settings.Page.Port}/");
            log.LogInformation("网页已打开：{Address}", Address);
        }
        catch (Exception fault) when (fault is IOException or AddressInUseException or CryptographicException)
        {
            log.LogError(fault, "网页没有打开（{Port} 端口可能被别的程序占用，或证书读不出来），收件照常", settings.Page.Port);
        }
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is null) return;
        // a sender who has stopped sending must not keep the worker from stopping
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private string? Refusal()
    {
        if (!settings.Page.OpensNetwork) return null;
        if (!File.Exists(settings.Page.CertificateFile))
            return $"对外开放须有证书，没有找到 {settings.Page.CertificateFile}。请先运行 certificate，或在设置 Page:Certificate 中写明单位自己的证书。";
        return tokens.All().Any(token => token.RevokedAt is null) ? null : "对外开放须凭令牌，还没有发过令牌。请先运行 tokens add。";
    }

    private WebApplication Build()
    {
        // nothing of the folder the user stands in, and no variable of another program, opens a port
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore();
        var forExcel = OpensForExcel();
        if (settings.Page.OpensNetwork || forExcel) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // what is too large is read on for a while and thrown away: a sender who is cut off never hears why
            kestrel.Limits.MaxRequestBodySize = 4 * settings.Limits.FileBytes;
            kestrel.Limits.MaxConcurrentConnections = 1_000;
            if (!settings.Page.OpensNetwork) kestrel.Listen(IPAddress.Loopback, settings.Page.Port);
            if (forExcel) kestrel.Listen(IPAddress.Loopback, settings.Page.ExcelPort, listen => listen.UseHttps(Certificate()));
            if (settings.Page.OpensNetwork) kestrel.ListenAnyIP(settings.Page.Port, listen => listen.UseHttps(Certificate()));
        });
        AddServices(builder.Services);
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>
    /// The port for Excel is a guest of the page: when it is taken or the certificate cannot be read, the page opens without it.
    /// </summary>
    private bool OpensForExcel()
    {
        var page = settings.Page;
        if (page.OpensNetwork || page.ExcelPort == 0 || !File.Exists(page.CertificateFile)) return false;
        try
        {
            using var certificate = Certificate();
            using var trial = new TcpListener(IPAddress.Loopback, page.ExcelPort);
            trial.Start();
            return true;
        }
        catch (Exception fault) when (fault is SocketException or CryptographicException or IOException)
        {
            log.LogError(fault, "Excel 加载项用的 https 没有打开（{Port} 端口可能被别的程序占用，或证书读不出来），网页照常", page.ExcelPort);
            return false;
        }
    }

    private X509Certificate2 Certificate() =>
        X509CertificateLoader.LoadPkcs12FromFile(settings.Page.CertificateFile, settings.Page.CertificatePassword);

    private void AddServices(IServiceCollection services)
    {
        services.AddRoutingCore().AddHttpContextAccessor();
        // what cannot be read of a request is told by the gate like anything else; without this the answer has no word in it
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        });
        services.Lend(worker);
        services.AddSingleton<Gate>().AddSingleton<PaneToken>().AddSingleton<OpenWorkbook>();
        services.AddScoped(it => ActivatorUtilities.CreateInstance<Desk>(it, it.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Turns);
            limits.OnRejected = (rejected, _) => new ValueTask(TooOften(rejected.HttpContext).ExecuteAsync(rejected.HttpContext));
        });
        services.AddOpenApi("excelbudget", ApiDescription.Write);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
            .AddMeter(WebMeter.Name).AddPrometheusExporter());
    }

    private RateLimitPartition<string> Turns(HttpContext context)
    {
        var who = Visitor.Of(context) is { Token: > 0 } visitor ? $"token {visitor.Token}" : $"{context.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Page.RequestsPerMinute,
            TokensPerPeriod = Math.Max(1, settings.Page.RequestsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }

    private static IResult TooOften(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return Problems.Of(StatusCodes.Status429TooManyRequests, "too_many_requests", "请求太频繁，请过几秒再试。");
    }

    private static void Map(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        app.Use(Gate.TakeHeadAsGet);
        app.UseRouting();
        app.Use((context, next) => gate.EnterAsync(context, () => next(context)));
        app.UseRateLimiter();
        app.Use((context, next) => Gate.PassAsync(context, () => next(context)));
        EndpointGroups.Map(app);
    }
}
