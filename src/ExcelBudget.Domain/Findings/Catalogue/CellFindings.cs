namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>单元格。What may be wrong with what a cell holds.</summary>
public static class CellFindings
{
    /// <summary>数写成文字。A figure typed as text that could be read.</summary>
    public static readonly FindingKind Messy = new()
    {
        Rule = "CELL-MESSY",
        Category = Category.MessyValue,
        Severity = Severity.Info,
        Sentence = "“{column}”填的是文字“{actual}”，已按 {expected} 读取。",
        Advice = "请改为数字，单元格里不要带单位、逗号和空格。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "1,234.50万元"), ("expected", new FindingValue.Count(1234.5m))],
    };

    /// <summary>空白写成文字。A text that stands for nothing.</summary>
    public static readonly FindingKind MessyBlank = Messy with
    {
        Case = "BLANK",
        Sentence = "“{column}”填的是文字“{actual}”，已当作空白。",
        Example = [("column", "基本支出"), ("actual", "无")],
    };

    /// <summary>不是数字。A cell of figures holds something else.</summary>
    public static readonly FindingKind NotAFigure = new()
    {
        Rule = "CELL-FORMAT",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”应填数字，现在的内容“{actual}”{problem}。",
        Advice = "请填写准确的数字；没有金额的，请清空单元格。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "待定"), ("problem", "不是数字")],
    };

    /// <summary>公式被改成文字。A computed cell holds something that is no figure.</summary>
    public static readonly FindingKind NotAFormula = new()
    {
        Rule = "CELL-FORMAT",
        Case = "COMPUTED",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”这里原来是公式，现在的内容“{actual}”{problem}。",
        Advice = "请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "合计"), ("actual", "待定"), ("problem", "不是数字")],
    };

    /// <summary>错误值。A cell shows an error value.</summary>
    public static readonly FindingKind ErrorValue = new()
    {
        Rule = "CELL-ERROR",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "单元格显示错误值 {actual}，多半是引用的行或表被删除。",
        Advice = "请恢复原来的公式，或改填正确的数字。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "#REF!")],
    };

    /// <summary>公式出错。A formula of the form shows an error value.</summary>
    public static readonly FindingKind FormulaBroken = new()
    {
        Rule = "CELL-ERROR",
        Case = "FORMULA",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "这里的公式显示错误值 {actual}，多半是它引用的行、栏或表被删除。",
        Advice = "检查已按填写的数重新计算；请恢复被删除的内容和原来的公式。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "#REF!")],
    };

    /// <summary>公式出错。Formulas of a form show error values.</summary>
    public static readonly FindingKind FormulasBroken = FormulaBroken with
    {
        Case = "FORMULAS",
        Sentence = "这里的公式显示错误值 {actual}，这张表共有 {count} 处，多半是它引用的行、栏或表被删除。",
        Example = [("actual", "#REF!"), ("count", new FindingValue.Count(6))],
    };

    /// <summary>公式无法核算。A typed formula that cannot be evaluated.</summary>
    public static readonly FindingKind FormulaNotEvaluated = new()
    {
        Rule = "CELL-FORMULA",
        Category = Category.FormatInvalid,
        Severity = Severity.Warning,
        Sentence = "“{column}”填的是公式“{actual}”，程序无法核算，相关的勾稽关系没有检查。",
        Advice = "请改填数值，或只用加减乘除、SUM、ROUND 引用本工作簿的单元格。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "=OFFSET(D9,1,0)")],
    };

    /// <summary>引用别的文件。A typed formula takes its figure from another file.</summary>
    public static readonly FindingKind ExternalCell = new()
    {
        Rule = "EXTERNAL-LINK",
        Case = "CELL",
        Category = Category.ExternalContent,
        Severity = Severity.Error,
        Sentence = "“{column}”填的公式引用了别的文件（{actual}），换一台电脑就取不到数，相关的勾稽关系没有检查。",
        Advice = "请改填数值。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "基本支出"), ("actual", "=[明细.xlsx]Sheet1!B2")],
    };

    /// <summary>引用别的文件。A formula of the form was pointed at another file.</summary>
    public static readonly FindingKind ExternalFormula = new()
    {
        Rule = "EXTERNAL-LINK",
        Case = "FORMULA",
        Category = Category.ExternalContent,
        Severity = Severity.Error,
        Sentence = "这里的公式引用了别的文件（{actual}），打开时取不到准确的数。",
        Advice = "检查已按本表的数重新计算；请恢复原来的公式。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "=[明细.xlsx]Sheet1!B2")],
    };
}
