using System.CommandLine;
using ExcelBudget.Worker.IndicatorCells;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>indicators</c>: the free text of one 绩效指标 cell as structured indicators.</summary>
internal static class IndicatorsVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "一个“绩效指标”单元格的文字，存为文本文件（UTF-8 或 GB18030）；- 表示从标准输入读取" };
        var json = new Option<string?>("--json") { Description = "把指标写成 JSON 文件；- 表示写到标准输出", HelpName = "FILE" };
        var verb = new Command("indicators", "把“绩效指标”单元格里的文字读成逐条的指标") { file, json };
        verb.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var terminal = new Terminal(output, parsed.InvocationConfiguration.Error, outputIsTaken: parsed.GetValue(json) == "-");
            return new IndicatorsRun(terminal, output).Run(parsed.GetValue(file)!, parsed.GetValue(json));
        });
        return verb;
    }
}
