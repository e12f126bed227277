using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Engine;

/// <summary>The one place where the real engine is chosen.</summary>
public static class EngineRegistration
{
    /// <summary>Registers the engine as <see cref="IBudgetEngine"/>.</summary>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services) =>
        services.AddSingleton<IBudgetEngine>(provider =>
        {
            var settings = provider.GetRequiredService<WorkerSettings>();
            return new BudgetEngine(provider.GetRequiredService<PackStore>(), settings.Limits, settings.MostFindings);
        });
}
