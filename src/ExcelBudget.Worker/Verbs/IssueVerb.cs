using System.CommandLine;
using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>issue</c>: issues the workbooks of a step by the county file, as the schedule does.</summary>
internal static class IssueVerb
{
    public static Command Create(Composition composition)
    {
        var root = RootOption.Create();
        var step = new Argument<string?>("STEP") { Description = "环节，如 一上；不写则为今天所在的环节", Arity = ArgumentArity.ZeroOrOne };
        var units = Several("--unit", "只下发这些单位；可重复", "CODE");
        var departments = Several("--department", "只下发这些部门；可重复", "CODE");
        var again = new Option<bool>("--again") { Description = "已下发过的单位再下发一本（如数据更正后），台账记明先后" };
        var verb = new Command("issue", "按县级名册下发工作簿：放入 issued/环节/部门，写下发报告；已下发的不重复下发") { step, units, departments, again, root };
        verb.SetAction((parsed, stop) => Task.Run(() => CountyDesk.With(composition, parsed, root, writes: true, desk =>
        {
            var asked = new IssueRequest(
                parsed.GetValue(step), parsed.GetValue(units) ?? [], parsed.GetValue(departments) ?? [], parsed.GetValue(again));
            return new IssueCommand(desk.Get<IssueOffice>(), desk.Terminal).Run(desk.Reading, desk.Today, asked, stop);
        }), CancellationToken.None));
        return verb;
    }

    private static Option<string[]> Several(string name, string description, string help) => new(name)
    {
        Description = description,
        HelpName = help,
        AllowMultipleArgumentsPerToken = true,
    };
}
