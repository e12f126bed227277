using System.CommandLine;
using ExcelBudget.Worker.County.Intake;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>waive</c>: the clerk lets an error pass, with name and reason.</summary>
internal static class WaiveVerb
{
    public static Command Create(Composition composition)
    {
        var root = RootOption.Create();
        var unit = new Argument<string>("CODE") { Description = "单位编码" };
        var number = new Option<int?>("--finding") { Description = "第几处错误；不写则列出这个单位最近一次退回的全部错误", HelpName = "N" };
        var person = new Option<string?>("--by") { Description = "谁批的", HelpName = "NAME" };
        var reason = new Option<string?>("--reason") { Description = "理由", HelpName = "TEXT" };
        var verb = new Command("waive", "特批：放行一处错误，写明姓名和理由；登记在台账，写进报告，原件自动重新检查")
        {
            unit, number, person, reason, root,
        };
        verb.SetAction(parsed => CountyDesk.With(composition, parsed, root, writes: true, desk =>
            new WaiveRun(
                new WaiverDesk(
                    desk.County, desk.Ledger!, desk.Get<IBudgetEngine>(), new WaiverBook(desk.Ledger!), desk.Settings.Root, desk.Time),
                desk.Terminal)
                .Run(parsed.GetValue(unit)!, parsed.GetValue(number), parsed.GetValue(person), parsed.GetValue(reason))));
        return verb;
    }
}
