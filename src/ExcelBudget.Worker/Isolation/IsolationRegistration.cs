using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.OtherFormats;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Isolation;

/// <summary>Puts the process that opens files between the program and its engine.</summary>
internal static class IsolationRegistration
{
    /// <summary>Key of the engine that opens what the page is given: a process of its own, so that nobody waits for the folder.</summary>
    public const string Page = "page";

    /// <summary>Replaces the registered engine by one that opens files in another process.</summary>
    /// <param name="services">The services; an engine is registered.</param>
    /// <param name="settingsFile">The settings file named on the command line; null for the default one.</param>
    public static IServiceCollection IsolateFiles(this IServiceCollection services, string? settingsFile)
    {
        var engine = services.Last(service => service.ServiceType == typeof(IBudgetEngine));
        services.Remove(engine);
        services.AddKeyedSingleton("own", (provider, _) => engine.ImplementationFactory is { } make
            ? (IBudgetEngine)make(provider) : (IBudgetEngine)ActivatorUtilities.CreateInstance(provider, engine.ImplementationType!));
        return services.AddSingleton(Isolated).AddKeyedSingleton(Page, (provider, _) => Isolated(provider));

        IBudgetEngine Isolated(IServiceProvider provider)
        {
            var (packs, settings) = (provider.GetRequiredService<PackStore>(), provider.GetRequiredService<WorkerSettings>());
            var isolated = new IsolatedEngine(
                new Lazy<IBudgetEngine>(() => provider.GetRequiredKeyedService<IBudgetEngine>("own")), packs, settings.Inspection,
                settingsFile, provider.GetRequiredService<ILogger<IsolatedEngine>>(),
                provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
            _ = Task.Run(isolated.Warm);
            var converter = new OfficeConverter(settings, provider.GetRequiredService<ILogger<OfficeConverter>>());
            return new ConvertingEngine(isolated, converter, settings.Limits);
        }
    }
}
