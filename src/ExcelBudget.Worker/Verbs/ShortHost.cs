using Serilog;

namespace ExcelBudget.Worker.Verbs;

/// <summary>The services of a verb that runs no service: nothing starts or stops with it, and a generic host is slow to start.</summary>
internal sealed class ShortHost(ServiceProvider services) : IHost
{
    /// <inheritdoc />
    public IServiceProvider Services => services;

    /// <summary>A host of what is added, with the log there is.</summary>
    public static IHost Of(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.AddSerilog(Log.Logger));
        add(services);
        return new ShortHost(services.BuildServiceProvider());
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => services.Dispose();
}
