using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.OtherFormats;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Isolation;

/// <summary>Puts the process that opens files between the program and its engine.</summary>
internal static class IsolationRegistration
{
    /// <summary>Replaces the registered engine by one that opens files in another process.</summary>
    /// <param name="services">The services; an engine is registered.</param>
    public static IServiceCollection IsolateFiles(this IServiceCollection services)
    {
        var engine = services.Last(service => service.ServiceType == typeof(IBudgetEngine));
        services.Remove(engine);
        services.AddKeyedSingleton("own", (provider, _) => engine.ImplementationFactory is { } make
            ? (IBudgetEngine)make(provider) : (IBudgetEngine)ActivatorUtilities.CreateInstance(provider, engine.ImplementationType!));
        // what the page is given has a process of its own, so that nobody waits for the folder; it opens a file for each turn of the pool
        return services.AddSingleton(Isolated).AddSingleton(provider =>
        {
            var ofPage = Isolated(provider);
            return new CheckingPool(Workers.Count, () => ofPage, isOwner: true);
        });

        IBudgetEngine Isolated(IServiceProvider provider)
        {
            var (packs, settings) = (provider.GetRequiredService<PackStore>(), provider.GetRequiredService<WorkerSettings>());
            var isolated = new IsolatedEngine(
                new Lazy<IBudgetEngine>(() => provider.GetRequiredKeyedService<IBudgetEngine>("own")), packs, settings,
                provider.GetRequiredService<ILogger<IsolatedEngine>>(),
                provider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None);
            _ = Task.Run(isolated.Warm);
            var converter = new OfficeConverter(settings, provider.GetRequiredService<ILogger<OfficeConverter>>());
            return new ConvertingEngine(isolated, converter, settings.Limits);
        }
    }
}
