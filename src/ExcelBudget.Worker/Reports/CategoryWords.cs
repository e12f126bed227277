namespace ExcelBudget.Worker.Reports;

/// <summary>The fixed categories in the words of reports.</summary>
internal static class CategoryWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["total_mismatch"] = "表内关系",
        ["cross_table_mismatch"] = "表间关系",
        ["rounding_tail"] = "尾差",
        ["unknown_code"] = "编码是否在目录内",
        ["code_name_mismatch"] = "编码与名称是否一致",
        ["duplicate_code"] = "编码是否重复",
        ["negative_amount"] = "金额是否为负数",
        ["duplicate_project"] = "项目是否重复",
        ["missing_goal"] = "绩效目标是否填写",
        ["missing_dimension"] = "必填的指标是否齐全",
        ["missing_target_value"] = "指标值是否填写",
        ["misfiled_indicator"] = "指标归类",
        ["duplicate_indicator"] = "指标是否重复",
        ["unit_mismatch"] = "计量单位",
        ["rate_over_100"] = "比率是否超过 100%",
        ["weak_target"] = "指标值是否可考核",
        ["amount_vs_cost_indicator"] = "金额与成本指标",
        ["arithmetic_mismatch"] = "单价与数量的乘积",
        ["goal_indicator_conflict"] = "目标与指标是否一致",
        ["stale_year"] = "年度是否过时",
        ["numbering_error"] = "编号是否连续",
        ["text_duplicated"] = "文字是否重复",
        ["placeholder"] = "占位文字",
        ["implausible_amount"] = "金额是否合理",
        ["external_content"] = "外部内容",
        ["narrative_mismatch"] = "文字与表是否一致",
        ["missing_explanation"] = "说明是否填写",
        ["empty_table_undeclared"] = "空表是否说明",
        ["classified"] = "涉密内容",
        ["format_invalid"] = "格式是否正确",
        ["messy_value"] = "数值写法",
        ["structure_changed"] = "表样是否改动",
        ["formula_overwritten"] = "公式是否改写",
        ["missing_sheet"] = "表是否齐全",
        ["identity_mismatch"] = "单位和年度",
        ["stale_calculation"] = "公式结果是否最新",
        ["unreadable_file"] = "文件是否可读",
    };

    /// <summary>What a category looks at; the category itself when it is new.</summary>
    public static string Of(string category) => Words.GetValueOrDefault(category, category);
}
