namespace ExcelBudget.Domain.Findings.Catalogue;

/// <summary>编码。What may be wrong with a code as it was typed.</summary>
public static class CodeFindings
{
    /// <summary>编码丢了位数。A long code became a number.</summary>
    public static readonly FindingKind DigitsLost = new()
    {
        Rule = "CODE-DIGITS",
        Category = Category.FormatInvalid,
        Severity = Severity.Error,
        Sentence = "“{column}”变成了数字 {actual}：超过 15 位的编码存成数字，后面的位数就丢了。",
        Advice = "请先把单元格的格式设为“文本”，再重新填写完整的编码。",
        Basis = FindingBasis.ReadBack,
        Example = [("column", "项目编码"), ("actual", "1.3099924E19")],
    };

    /// <summary>编码和名称写在一起。A code with its name in one cell.</summary>
    public static readonly FindingKind Joined = new()
    {
        Rule = "CODE-FORMAT",
        Case = "JOINED",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码栏填的是“{actual}”，按编码 {expected} 读取。表里的公式认不出这样的编码，合计会少算这一行。",
        Advice = "编码栏只填编码，名称填在名称栏，请改为 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "2070104-图书馆"), ("expected", "2070104")],
    };

    /// <summary>公式认不出的编码。Signs around a code hide it from the sums on the sheet.</summary>
    public static readonly FindingKind Unseen = new()
    {
        Rule = "CODE-FORMAT",
        Case = "UNSEEN",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码“{shown}”里有空格等多余的符号。程序按 {expected} 读取，但表里的公式认不出它，合计没有加上这一行，重新计算也没有用。",
        Advice = "请重新填写编码 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("shown", "2070104␣"), ("actual", "2070104 "), ("expected", "2070104")],
    };

    /// <summary>编码存成数字。A code typed as a number that the sums on the sheet miss.</summary>
    public static readonly FindingKind Number = new()
    {
        Rule = "CODE-FORMAT",
        Case = "NUMBER",
        Category = Category.MessyValue,
        Severity = Severity.Error,
        Sentence = "科目编码“{actual}”存成了数字。程序按 {expected} 读取，但表里的公式认不出它，合计没有加上这一行，重新计算也没有用。",
        Advice = "请先把单元格的格式设为“文本”，再重新填写编码 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("actual", "2070104"), ("expected", "2070104")],
    };

    /// <summary>编码里有多余的符号。Signs around a code that do no harm to the sums.</summary>
    public static readonly FindingKind Untidy = new()
    {
        Rule = "CODE-FORMAT",
        Category = Category.MessyValue,
        Severity = Severity.Info,
        Sentence = "科目编码“{shown}”里有空格等多余的符号，已按 {expected} 读取。",
        Advice = "请重新填写编码 {expected}。",
        Basis = FindingBasis.ReadBack,
        Example = [("shown", "␣2070104"), ("actual", " 2070104"), ("expected", "2070104")],
    };
}
