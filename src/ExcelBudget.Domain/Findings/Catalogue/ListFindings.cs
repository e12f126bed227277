namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>列表。What may be wrong with rows that belong to projects.</summary>
public static class ListFindings
{
    /// <summary>没有这个项目。Rows name a project that the workbook does not have.</summary>
    public static readonly FindingKind ProjectUnknown = new()
    {
        Rule = "PROJECT-UNKNOWN",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "没有编码为“{actual}”的项目，这样的{form}有 {count} 行，没有计入任何项目。",
        Advice = "请对照公开表改为正确的项目编码（{known}）；不需要的行请全部清空。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "9"), ("form", "项目绩效指标录入表"), ("count", new FindingValue.Count(1)), ("known", "1、2、3")],
    };

    /// <summary>项目编码重复，另一个编码没有了。Rows name a project that is gone, and another code stands twice: one of the two is the lost one.</summary>
    public static readonly FindingKind ProjectTwice = new()
    {
        Rule = "PROJECT-UNKNOWN",
        Case = "TWICE",
        Category = Category.DuplicateCode,
        Severity = Severity.Error,
        Sentence = "项目编码“{twice}”用了不止一次，却没有编码为“{lost}”的项目，{form}里写着“{lost}”的 {count} 行没有计入任何项目。",
        Advice = "多半是这里的编码应为 {lost}，请核对改正。",
        Basis = FindingBasis.ReadBack,
        Example = [("twice", "1"), ("actual", "1"), ("lost", "2"), ("expected", "2"), ("form", "项目绩效指标录入表"),
            ("count", new FindingValue.Count(7))],
    };

    /// <summary>删除了项目。A project's row was deleted since the workbook was issued, and rows that belong to it are left.</summary>
    public static readonly FindingKind ProjectDeleted = ProjectUnknown with
    {
        Case = "DELETED",
        Sentence = "工作簿下发后删除了项目“{name}”（编码 {actual}），{form}里还有它的 {count} 行，没有计入任何项目。",
        Advice = "不是有意删除的，请恢复这一行；确需删除的，请把这 {count} 行也一并清空。",
        Example = [("name", "档案业务培训经费"), ("actual", "3"), ("form", "项目绩效指标录入表"), ("count", new FindingValue.Count(8))],
    };

    /// <summary>没有写是哪个项目的。Rows name no project.</summary>
    public static readonly FindingKind ProjectBlank = new()
    {
        Rule = "PROJECT-UNKNOWN",
        Case = "BLANK",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "没有填“{column}”，不知道是哪个项目的，这样的行有 {count} 行，没有计入。",
        Advice = "请填写项目编码（{known}）；不需要的行请全部清空。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "项目编码"), ("count", new FindingValue.Count(1)), ("known", "1、2、3")],
    };

    /// <summary>沿用上一行。Blank or merged cells take the text above.</summary>
    public static readonly FindingKind Inherited = new()
    {
        Rule = "CELL-INHERITED",
        Category = Category.MessyValue,
        Severity = Severity.Info,
        Sentence = "有 {count} 个单元格是空的或与上面合并，按上面一行的内容读取。",
        Advice = "请核对；最好每一行都填上。",
        Basis = FindingBasis.ReadBack,
        Example = [("count", new FindingValue.Count(6))],
    };
}
