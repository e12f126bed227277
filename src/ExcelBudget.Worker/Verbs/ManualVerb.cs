using System.CommandLine;
using ExcelBudget.Worker.Manual;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>manual</c>: opens the manual, or writes its pages.</summary>
internal static class ManualVerb
{
    public static Command Create()
    {
        var folder = new Option<string?>("--out") { Description = "把手册的网页写到此文件夹，不打开", HelpName = "DIR" };
        var verb = new Command("manual", "打开用户手册") { folder };
        verb.SetAction(parsed =>
        {
            var pages = new ManualPages(new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
            return parsed.GetValue(folder) is { } given ? pages.Write(given) : pages.Open();
        });
        return verb;
    }
}
