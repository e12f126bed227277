namespace ExcelBudget.Domain.Packs;

/// <summary>公开材料的叫法。What names of files say is published.</summary>
public static class PublicationName
{
    /// <summary>What stands there where a pack does not say otherwise (pack.yaml, called).</summary>
    public const string Usual = "部门预算公开";
}
