namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>表头和栏。What may be wrong with the headings of a form.</summary>
public static class HeaderFindings
{
    /// <summary>栏次号移位。The 栏次 under a heading is another column's.</summary>
    public static readonly FindingKind NumberMoved = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "NUMBER",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "“{title}”栏的表头和下面的栏次号对不上。",
        Advice = "该栏按表头“{title}”读取；请核对这一栏的数，并把栏次号恢复成下发时的样子。",
        Basis = FindingBasis.ReadBack,
        Example = [("title", "基本支出"), ("expected", "4")],
    };

    /// <summary>缺栏。The first column of a form is gone.</summary>
    public static readonly FindingKind ColumnGone = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "GONE",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "找不到“{expected}”这一栏，该栏的数没有读取。",
        Advice = "请恢复这一栏和它的表头，或把数据填到下发的工作簿里。",
        Basis = FindingBasis.ReadBack,
        Example = [("expected", "科目名称")],
    };

    /// <summary>缺栏。A column is gone that stood to the right of one that is there.</summary>
    public static readonly FindingKind ColumnGoneBeside = ColumnGone with
    {
        Case = "GONE-BESIDE",
        Sentence = "找不到“{expected}”这一栏（应在“{left}”栏的右边），该栏的数没有读取。",
        Example = [("expected", "项目支出"), ("left", "基本支出")],
    };

    /// <summary>表头被改。A heading reads otherwise than issued.</summary>
    public static readonly FindingKind HeadingRenamed = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "RENAMED",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "表头“{expected}”被改为“{actual}”。",
        Advice = "该栏仍按“{expected}”读取；请恢复表头，公开的表样不能改动。",
        Basis = FindingBasis.ReadBack,
        Example = [("expected", "基本支出"), ("actual", "基本的支出")],
    };

    /// <summary>表头被清空。A heading is blank.</summary>
    public static readonly FindingKind HeadingCleared = HeadingRenamed with
    {
        Case = "CLEARED",
        Sentence = "表头“{expected}”被清空。",
        Example = [("expected", "基本支出"), ("actual", "")],
    };

    /// <summary>栏目顺序。Columns stand in another order.</summary>
    public static readonly FindingKind ColumnMoved = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "MOVED",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "“{title}”栏被移到了“{left}”栏的前面。",
        Advice = "数据按表头读取，没有弄混；请恢复原来的栏目顺序，公开的表样不能改动。",
        Basis = FindingBasis.ReadBack,
        Example = [("title", "项目支出"), ("left", "基本支出")],
    };

    /// <summary>栏重复。A column stands twice.</summary>
    public static readonly FindingKind ColumnTwice = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "TWICE",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "“{title}”栏有两份。",
        Advice = "现在按左边有数据的一份读取；请只保留正确的一份，删除另一份。",
        Basis = FindingBasis.ReadBack,
        Example = [("title", "对附属单位补助支出")],
    };

    /// <summary>项目内的表头。The header of a project's own table cannot be found.</summary>
    public static readonly FindingKind InnerHeaderLost = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "INNER",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "项目“{project}”的{table}表头已不可辨认，它的{table}没有读取。",
        Advice = "请恢复“{columns}”这一行表头。",
        Basis = FindingBasis.ReadBack,
        Example = [("project", "农村公路养护"), ("table", "绩效指标"), ("columns", "一级指标、二级指标、指标名称")],
    };

    /// <summary>表头不可辨认。The header of a form cannot be found.</summary>
    public static readonly FindingKind HeaderLost = new()
    {
        Rule = "STRUCTURE-HEADER",
        Case = "LOST",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "“{sheet}”表的表头已不可辨认，整张表没有读取。",
        Advice = "请恢复表头，或把数据填到下发的工作簿里。",
        Basis = FindingBasis.ReadBack,
        Example = [("sheet", "T3 支出总表")],
    };
}
