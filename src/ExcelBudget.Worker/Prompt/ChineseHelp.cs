using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ExcelBudget.Worker.Prompt;

/// <summary>The library's help with the few words it leaves in English put into Chinese, and the program's own name.</summary>
internal sealed class ChineseHelp(HelpAction inner) : SynchronousCommandLineAction
{
    private static readonly (string English, string Chinese)[] Words =
    [
        ("Description:", "说明："), ("[options]", "[选项]"), ("[command]", "[命令]"), ("(REQUIRED)", "（必填）"),
        ("[default: ", "[默认："), ("Show help and usage information", "显示用法"),
    ];

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var code = inner.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(Words.Aggregate(text.ToString(), (help, word) => help.Replace(word.English, word.Chinese, StringComparison.Ordinal)));
        return code;
    }
}
