namespace ExcelBudget.Domain.Datasets;

/// <summary>数据列的名称。Names of the dataset's columns, as the contract fixes them. No other place spells them.</summary>
public static class DatasetFields
{
    /// <summary>年度。</summary>
    public const string Year = "year";

    /// <summary>截止日期。</summary>
    public const string AsOf = "as_of";

    /// <summary>单位编码。</summary>
    public const string UnitCode = "unit_code";

    /// <summary>单位名称。</summary>
    public const string UnitName = "unit_name";

    /// <summary>部门编码。</summary>
    public const string DepartmentCode = "department_code";

    /// <summary>部门名称。</summary>
    public const string DepartmentName = "department_name";

    /// <summary>单位性质。</summary>
    public const string UnitNature = "unit_nature";

    /// <summary>单位规格。</summary>
    public const string UnitRank = "unit_rank";

    /// <summary>经费保障形式。</summary>
    public const string Funding = "funding";

    /// <summary>机构设置，一格多行。</summary>
    public const string Members = "members";

    /// <summary>支出功能分类科目编码。</summary>
    public const string FunctionCode = "function_code";

    /// <summary>部门预算支出经济分类科目编码。</summary>
    public const string EconomicCode = "economic_code";

    /// <summary>收入来源。</summary>
    public const string Source = "source";

    /// <summary>资金性质。</summary>
    public const string Fund = "fund";

    /// <summary>支出类别。</summary>
    public const string Category = "category";

    /// <summary>金额，元。</summary>
    public const string Amount = "amount_yuan";

    /// <summary>“三公”经费的项目，采购物品，资产项目。</summary>
    public const string Item = "item";

    /// <summary>项目编码。</summary>
    public const string ProjectCode = "project_code";

    /// <summary>项目名称；在采购表中由项目表带出。</summary>
    public const string ProjectName = "project_name";

    /// <summary>项目金额，元；在采购表中由项目表带出。</summary>
    public const string ProjectAmount = "project_amount_yuan";

    /// <summary>绩效目标。</summary>
    public const string Goal = "goal";

    /// <summary>绩效指标的整段文字。</summary>
    public const string IndicatorText = "indicator_text";

    /// <summary>是否涉密：是 or 否。</summary>
    public const string Classified = "classified";

    /// <summary>一级指标。</summary>
    public const string Level1 = "level1";

    /// <summary>二级指标。</summary>
    public const string Level2 = "level2";

    /// <summary>三级指标。</summary>
    public const string Name = "name";

    /// <summary>绩效指标描述。</summary>
    public const string Description = "description";

    /// <summary>指标值的关系。</summary>
    public const string Operator = "operator";

    /// <summary>指标值的数或词。</summary>
    public const string Value = "value";

    /// <summary>指标值的单位。</summary>
    public const string Unit = "unit";

    /// <summary>印出的指标值。</summary>
    public const string Target = "target";

    /// <summary>指标值确定依据。</summary>
    public const string Basis = "basis";

    /// <summary>政府采购目录序号。</summary>
    public const string CatalogueCode = "catalogue_code";

    /// <summary>计量单位。</summary>
    public const string MeasureUnit = "measure_unit";

    /// <summary>数量。</summary>
    public const string Quantity = "quantity";

    /// <summary>单价，元。</summary>
    public const string UnitPrice = "unit_price_yuan";

    /// <summary>预留中小微企业份额，元。</summary>
    public const string SmeAmount = "sme_amount_yuan";

    /// <summary>段落标识。</summary>
    public const string Section = "section";

    /// <summary>段落文字。</summary>
    public const string Text = "text";

    /// <summary>Columns of expenditure that hold codes of a classification.</summary>
    public static readonly IReadOnlyList<string> CodesOfSpending = [FunctionCode, EconomicCode];
}
