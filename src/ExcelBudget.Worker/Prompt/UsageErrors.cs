using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.Prompt;

/// <summary>Says in Chinese what is wrong with a command line.</summary>
internal static partial class UsageErrors
{
    /// <summary>Writes every fault once, then where help is.</summary>
    public static void Write(ParseResult parsed, TextWriter error)
    {
        foreach (var message in parsed.Errors.Select(fault => InChinese(fault.Message).TrimEnd('.', '。')).Distinct(StringComparer.Ordinal))
        {
            error.WriteLine($"用法错误：{message}。");
        }

        error.WriteLine($"输入 excelbudget {Verb(parsed.CommandResult)}--help 查看用法。");
    }

    /// <summary>The verb with those it stands below: «addin install ».</summary>
    private static string Verb(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand } command ? $"{Verb(command.Parent)}{command.Command.Name} " : "";

    // the one message that the library's Chinese texts lack
    private static string InChinese(string message) => OptionIsRequired().Replace(message, "缺少必填选项 $1");

    [GeneratedRegex("^Option '(.+)' is required\\.$")]
    private static partial Regex OptionIsRequired();
}
