namespace ExcelBudget.Packs.Reading;

/// <summary>A fault in a pack, told with file and line.</summary>
/// <param name="File">File within the pack.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Problem">What is wrong and what to do, in Chinese.</param>
public sealed record PackFault(string File, int Line, string Problem)
{
    /// <summary>«forms/T3.yaml 第 12 行：…».</summary>
    public override string ToString() => Line > 0 ? $"{File} 第 {Line} 行：{Problem}" : $"{File}：{Problem}";
}
