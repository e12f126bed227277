namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>依据 of the findings in the catalogue.</summary>
internal static class FindingBasis
{
    public const string ReadBack = "工作簿读回检查";

    public const string Totals = "表样的合计公式";

    public const string Forms = "公开的表样";

    public const string Procedure = "预决算公开的规定（情况说明应当完整，增减变化说明原因）";

    public const string PublicForm = "公开的项目绩效目标表";

    public const string Issued = "下发的工作簿";

    public const string SignOff = "财政局要求的填报、复核、负责人签字";

    public const string Answers = "疑点答复办法";
}
