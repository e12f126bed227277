using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.TestHost;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;

// the real program with the fake engine: crash tests start and kill it
return await ProgramEntry.RunAsync(args, services => services.AddSingleton<IBudgetEngine, FakeEngine>());
