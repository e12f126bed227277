using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Yaml;

/// <summary>A fault in a pack, told with file and line.</summary>
/// <param name="File">File within the pack.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Problem">What is wrong and what to do, in Chinese.</param>
/// <param name="Column">Character in the line from 1; 0 when the whole line is meant.</param>
public sealed record PackFault(string File, int Line, string Problem, int Column = 0)
{
    /// <summary>«rules.yaml:12:20：…», as editors jump to; without the column or line where they are not known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        ( <= 0, _) => $"{File}：{Problem}",
        (_, <= 0) => $"{File}:{Line}：{Problem}",
        _ => $"{File}:{Line}:{Column}：{Problem}",
    };
}
