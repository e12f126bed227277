using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Engine;

/// <summary>The one place where the real engine is chosen.</summary>
public static class EngineRegistration
{
    /// <summary>Registers the engine as <see cref="IBudgetEngine"/>.</summary>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services) =>
        services.AddSingleton<IBudgetEngine>(
            provider => new BudgetEngine(provider.GetRequiredService<PackStore>(), provider.GetRequiredService<WorkerSettings>().Limits));
}
