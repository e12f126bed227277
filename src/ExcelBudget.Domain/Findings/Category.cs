namespace ExcelBudget.Domain.Findings;

/// <summary>Categories of findings: fixed words that other programs rely on. A rule's id is finer.</summary>
public static class Category
{
    /// <summary>表内勾稽不符。</summary>
    public const string TotalMismatch = "total_mismatch";

    /// <summary>表间勾稽不符。</summary>
    public const string CrossTableMismatch = "cross_table_mismatch";

    /// <summary>尾差。</summary>
    public const string RoundingTail = "rounding_tail";

    /// <summary>科目编码不在目录内。</summary>
    public const string UnknownCode = "unknown_code";

    /// <summary>编码与名称不一致。</summary>
    public const string CodeNameMismatch = "code_name_mismatch";

    /// <summary>编码重复。</summary>
    public const string DuplicateCode = "duplicate_code";

    /// <summary>负数金额。</summary>
    public const string NegativeAmount = "negative_amount";

    /// <summary>项目重复。</summary>
    public const string DuplicateProject = "duplicate_project";

    /// <summary>缺绩效目标。</summary>
    public const string MissingGoal = "missing_goal";

    /// <summary>缺必填指标层级。</summary>
    public const string MissingDimension = "missing_dimension";

    /// <summary>缺指标值。</summary>
    public const string MissingTargetValue = "missing_target_value";

    /// <summary>金额与成本指标。An amount and what a cost indicator or a goal says of it.</summary>
    public const string AmountAgainstCost = "amount_vs_cost_indicator";

    /// <summary>比率超过 100%。</summary>
    public const string RateOver100 = "rate_over_100";

    /// <summary>年度过时。</summary>
    public const string StaleYear = "stale_year";

    /// <summary>编号有误。</summary>
    public const string NumberingError = "numbering_error";

    /// <summary>文字重复。</summary>
    public const string TextDuplicated = "text_duplicated";

    /// <summary>占位文字。</summary>
    public const string Placeholder = "placeholder";

    /// <summary>叙述与表不符。</summary>
    public const string NarrativeMismatch = "narrative_mismatch";

    /// <summary>缺说明。</summary>
    public const string MissingExplanation = "missing_explanation";

    /// <summary>空表未说明。</summary>
    public const string EmptyTableUndeclared = "empty_table_undeclared";

    /// <summary>不能按所需格式读取。</summary>
    public const string FormatInvalid = "format_invalid";

    /// <summary>清理后才能读取。</summary>
    public const string MessyValue = "messy_value";

    /// <summary>结构被改动。</summary>
    public const string StructureChanged = "structure_changed";

    /// <summary>公式被改写。</summary>
    public const string FormulaOverwritten = "formula_overwritten";

    /// <summary>缺表。</summary>
    public const string MissingSheet = "missing_sheet";

    /// <summary>身份不符。</summary>
    public const string IdentityMismatch = "identity_mismatch";

    /// <summary>外部内容。</summary>
    public const string ExternalContent = "external_content";

    /// <summary>文件不可读。</summary>
    public const string UnreadableFile = "unreadable_file";

    /// <summary>公式结果不是最新。</summary>
    public const string StaleCalculation = "stale_calculation";

    /// <summary>涉密内容。</summary>
    public const string Classified = "classified";

    /// <summary>All the fixed words, also those no rule of this version yields yet.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        TotalMismatch, CrossTableMismatch, RoundingTail, UnknownCode, CodeNameMismatch, DuplicateCode, NegativeAmount,
        DuplicateProject, MissingGoal, MissingDimension, MissingTargetValue, "misfiled_indicator", "duplicate_indicator",
        "unit_mismatch", RateOver100, "weak_target", AmountAgainstCost, "arithmetic_mismatch",
        "goal_indicator_conflict", StaleYear, NumberingError, TextDuplicated, Placeholder, "implausible_amount",
        ExternalContent, NarrativeMismatch, MissingExplanation, EmptyTableUndeclared, Classified, FormatInvalid,
        MessyValue, StructureChanged, FormulaOverwritten, MissingSheet, IdentityMismatch, StaleCalculation, UnreadableFile,
    };

    /// <summary>金额是否合理。An amount that can hardly be meant.</summary>
    public const string ImplausibleAmount = "implausible_amount";
}
