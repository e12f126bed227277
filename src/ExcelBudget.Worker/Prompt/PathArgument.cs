using System.CommandLine;

namespace ExcelBudget.Worker.Prompt;

/// <summary>The files and folders of <c>check</c> and <c>note</c>.</summary>
internal static class PathArgument
{
    /// <summary>One or more paths.</summary>
    public static Argument<string[]> Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "工作簿文件，或含有工作簿的文件夹（包括子文件夹）", Arity = ArgumentArity.OneOrMore };
        // an option we do not know would otherwise be taken for a file
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(
                token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)))
            {
                result.AddError($"没有选项 {token.Value}");
            }
        });
        return paths;
    }
}
