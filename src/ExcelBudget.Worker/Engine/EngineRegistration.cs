namespace ExcelBudget.Worker.Engine;

/// <summary>The one place where the real engine is chosen.</summary>
public static class EngineRegistration
{
    /// <summary>Registers the engine as <see cref="IBudgetEngine"/>.</summary>
    public static IServiceCollection AddBudgetEngine(this IServiceCollection services) => services;
}
