using System.CommandLine;

namespace ExcelBudget.Worker.Prompt;

/// <summary>The option that names the folder the worker works in.</summary>
internal static class RootOption
{
    public static Option<string?> Create() => new("--root")
    {
        Description = "投递文件夹的根目录；默认取自设置 DropFolder:Root",
        HelpName = "DIR",
    };

    /// <summary>The settings it stands for.</summary>
    public static Dictionary<string, string?> Overrides(ParseResult parsed, Option<string?> root)
    {
        var overrides = new Dictionary<string, string?>();
        if (parsed.GetValue(root) is { } given) overrides["DropFolder:Root"] = given;
        return overrides;
    }
}
