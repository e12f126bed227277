namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>文字。What may be wrong with a text.</summary>
public static class ContentFindings
{
    /// <summary>图片。A picture where a text belongs.</summary>
    public static readonly FindingKind Picture = new()
    {
        Rule = "CELL-PICTURE",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”里是一张图片，不是文字，公开时印不出来，这一格没有读取。",
        Advice = "请删除图片，把内容写成文字。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "绩效目标"), ("actual", "（图片）")],
    };

    /// <summary>网页标记。A text carries markup that platforms and copied pages leave.</summary>
    public static readonly FindingKind Markup = new()
    {
        Rule = "CELL-MARKUP",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”里有从网页或系统带来的标记（如 {example}），公开出去就是乱码。",
        Advice = "请删去标记，只留文字，分行用 Alt+Enter。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "绩效目标"), ("example", "<p>"), ("actual", "<p>保障运行。</p>")],
    };

    /// <summary>数字格式特殊。A number format says more than can be told.</summary>
    public static readonly FindingKind FormatGuessed = new()
    {
        Rule = "CELL-MESSY",
        Case = "SHOWN",
        Category = Category.MessyValue,
        Severity = Severity.Warning,
        Sentence = "“{column}”的数字格式比较特殊，按“{actual}”读取。",
        Advice = "请把显示的内容直接写成文字。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "指标值"), ("actual", "0.5")],
    };

    /// <summary>没有读取。Cells in the rows of a form that the form has no place for.</summary>
    public static readonly FindingKind Unread = new()
    {
        Rule = "CELL-UNREAD",
        Category = Category.StructureChanged,
        Severity = Severity.Warning,
        Sentence = "{cells}写在表样没有内容的位置，没有读取。",
        Advice = "需要公开的，请填到相应的行和栏里；不需要的请清空。",
        Basis = FindingBasis.ReadBack,
        Example = [("cells", "M9“待核实”"), ("actual", "待核实")],
    };
}
