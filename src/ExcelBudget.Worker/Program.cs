using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Verbs;

return await ProgramEntry.RunAsync(args, services => services.AddBudgetEngine());
