namespace ExcelBudget.Domain.Datasets;

/// <summary>数据表的名称。Names of the dataset's tables, as the contract fixes them. No other place spells them.</summary>
public static class DatasetTables
{
    /// <summary>单位。</summary>
    public const string Units = "units";

    /// <summary>收入。</summary>
    public const string Revenue = "revenue";

    /// <summary>支出。</summary>
    public const string Expenditure = "expenditure";

    /// <summary>“三公”经费。</summary>
    public const string ThreePublic = "three_public";

    /// <summary>项目。</summary>
    public const string Projects = "projects";

    /// <summary>绩效指标。</summary>
    public const string Indicators = "indicators";

    /// <summary>政府采购。</summary>
    public const string Procurement = "procurement";

    /// <summary>固定资产占用情况。</summary>
    public const string Assets = "assets";

    /// <summary>文字说明。</summary>
    public const string Narrative = "narrative";

    /// <summary>机构设置。Derived from <see cref="DatasetFields.Members"/> of the units, never a file.</summary>
    public const string Members = "members";
}
