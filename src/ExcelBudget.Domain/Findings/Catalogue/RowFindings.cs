namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>行。What may be wrong with the rows and labels of a form.</summary>
public static class RowFindings
{
    /// <summary>缺行。A row of the form is gone.</summary>
    public static readonly FindingKind RowGone = new()
    {
        Rule = "STRUCTURE-ROW",
        Case = "GONE",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "找不到“{expected}”这一行，该行的数没有读取。",
        Advice = "请恢复这一行。",
        Basis = FindingBasis.ReadBack,
        Example = [("expected", "一般公共预算拨款")],
    };

    /// <summary>序号不对。A row's printed number is none, or stands out of order.</summary>
    public static readonly FindingKind NumberOdd = new()
    {
        Rule = "ROW-NUMBER",
        Category = Category.NumberingError,
        Severity = Severity.Info,
        Sentence = "“序号”栏的“{actual}”不是序号，或者前后不连（这张表有 {count} 处）。",
        Advice = "序号会照样公开，请改正。",
        Basis = FindingBasis.Forms,
        Example = [("actual", "80"), ("count", new FindingValue.Count(1))],
    };

    /// <summary>行名被改。A printed label reads otherwise than issued.</summary>
    public static readonly FindingKind LabelRenamed = new()
    {
        Rule = "STRUCTURE-ROW",
        Case = "RENAMED",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "“{expected}”被改为“{actual}”。",
        Advice = "仍按“{expected}”读取；请恢复原来的文字，公开的表样不能改动。",
        Basis = FindingBasis.ReadBack,
        Example = [("expected", "一般公共预算拨款"), ("actual", "一般公共预算")],
    };

    /// <summary>行名被清空。A printed label is blank.</summary>
    public static readonly FindingKind LabelCleared = LabelRenamed with
    {
        Case = "CLEARED",
        Sentence = "“{expected}”被清空。",
        Example = [("expected", "一般公共预算拨款"), ("actual", "")],
    };

    /// <summary>多余的行。An amount in a row that the form does not have.</summary>
    public static readonly FindingKind RowUnknown = new()
    {
        Rule = "STRUCTURE-ROW",
        Case = "STRAY",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "第 {row} 行有金额 {actual}，但是这一行不是表样里的行，没有计入。",
        Advice = "请把金额填到表样中相应的行，并删除这一行。",
        Basis = FindingBasis.ReadBack,
        Example = [("row", new FindingValue.Count(18)), ("actual", "12.5")],
    };

    /// <summary>没有编码的行。An amount in a row without a code.</summary>
    public static readonly FindingKind RowUncoded = new()
    {
        Rule = "STRUCTURE-CODE",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "第 {row} 行有金额 {actual}，但是没有填科目编码，这一行没有计入。",
        Advice = "请填写科目编码；多余的行请删除。",
        Basis = FindingBasis.ReadBack,
        Example = [("row", new FindingValue.Count(18)), ("actual", "12.5")],
    };

    /// <summary>没有编码的行。The row says by its name which code it is.</summary>
    public static readonly FindingKind RowNamed = RowUncoded with
    {
        Case = "NAMED",
        Sentence = "第 {row} 行没有填科目编码，程序按名称“{name}”读作 {expected}；表里的公式认不出这一行，合计没有加上它的 {actual}。",
        Advice = "请填写编码 {expected}。",
        Example = [("row", new FindingValue.Count(20)), ("name", "取暖费"), ("expected", "30208"), ("actual", "2.6")],
    };

    /// <summary>目录外的名称。A row of a form that prints names and no codes, with a name that no code has.</summary>
    public static readonly FindingKind RowUnnamed = new()
    {
        Rule = "STRUCTURE-CODE",
        Case = "UNNAMED",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "第 {row} 行的名称“{actual}”不在“科目目录”里，不知道是哪个科目，这一行没有计入。",
        Advice = "请改成“科目目录”中的名称（序号照旧）；多余的行请删除。",
        Basis = FindingBasis.ReadBack,
        Example = [("row", new FindingValue.Count(9)), ("actual", "二、教育之出")],
    };

    /// <summary>不应填数的单元格。A figure where the form is blank.</summary>
    public static readonly FindingKind CellMisplaced = new()
    {
        Rule = "STRUCTURE-BLANK",
        Category = Category.StructureChanged,
        Severity = Severity.Error,
        Sentence = "此处不应填数：表样在这一行的“{column}”栏是空白的，填写的 {actual} 没有计入。",
        Advice = "请把它移到应填的行或栏，并清空这个单元格。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "上年结转"), ("actual", "3.2")],
    };

    /// <summary>缺栏目。A section of the texts is gone.</summary>
    public static readonly FindingKind SectionGone = new()
    {
        Rule = "STRUCTURE-TEXT",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "找不到“{expected}”栏目，这一栏目的文字没有读取。",
        Advice = "请恢复栏目标题，并把文字写在它下面的行里。",
        Basis = FindingBasis.ReadBack,
        Example = [("expected", "部门职责")],
    };
}
