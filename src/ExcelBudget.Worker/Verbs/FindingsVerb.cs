using System.CommandLine;
using System.Text;
using ExcelBudget.Worker.Catalogue;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Verbs;

/// <summary><c>findings</c>: the catalogue of everything the program itself can say.</summary>
internal static class FindingsVerb
{
    public static Command Create()
    {
        var json = new Option<string?>("--json") { Description = "把目录写成 JSON 文件；- 表示写到标准输出", HelpName = "FILE" };
        var page = new Option<string?>("--page") { Description = "把目录写成手册的一页（Markdown）", HelpName = "FILE" };
        var verb = new Command("findings", "列出程序自身能说的每一种检查发现和无法读取的原因") { json, page };
        verb.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var terminal = new Terminal(output, parsed.InvocationConfiguration.Error);
            try
            {
                if (parsed.GetValue(page) is { } target)
                    FileOperations.Replace(Path.GetFullPath(target), Encoding.UTF8.GetBytes(CataloguePage.Write()));
                if (parsed.GetValue(json) is { } file and not "-") FileOperations.Replace(Path.GetFullPath(file), FindingsJson.Write());
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                terminal.Complain($"写不出文件：{DiskTrouble.Sentence(fault)}。");
                return ExitCode.NotDone;
            }

            if (parsed.GetValue(json) == "-") output.Write(Encoding.UTF8.GetString(FindingsJson.Write()));
            else if (parsed.GetValue(page) is null && parsed.GetValue(json) is null)
                foreach (var line in FindingsTable.Lines()) terminal.Say(line);
            return ExitCode.Clean;
        });
        return verb;
    }
}
