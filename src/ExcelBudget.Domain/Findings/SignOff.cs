namespace ExcelBudget.Domain.Findings;

/// <summary>签字。Who answers for a workbook, as it names them; a name that is not written is empty.</summary>
/// <param name="Preparer">填报人。</param>
/// <param name="Reviewer">复核人; somebody other than the 填报人.</param>
/// <param name="Head">负责人。</param>
public sealed record SignOff(string Preparer, string Reviewer, string Head)
{
    /// <summary>填报人。</summary>
    public const string PreparerTitle = "填报人";

    /// <summary>复核人。</summary>
    public const string ReviewerTitle = "复核人";

    /// <summary>负责人。</summary>
    public const string HeadTitle = "负责人";

    /// <summary>A workbook that names nobody.</summary>
    public static readonly SignOff None = new("", "", "");

    /// <summary>Titles and names in the order of the workbook.</summary>
    public IReadOnlyList<(string Title, string Name)> Parts =>
        [(PreparerTitle, Preparer), (ReviewerTitle, Reviewer), (HeadTitle, Head)];

    /// <summary>True when somebody is named.</summary>
    public bool IsAny => Parts.Any(part => part.Name.Length > 0);

    /// <summary>«填报人 张三，复核人 李四», without those who are not named.</summary>
    public override string ToString() =>
        string.Join('，', Parts.Where(part => part.Name.Length > 0).Select(part => $"{part.Title} {part.Name}"));
}
